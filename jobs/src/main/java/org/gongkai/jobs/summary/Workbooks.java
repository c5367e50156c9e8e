package org.gongkai.jobs.summary;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.jobs.words.Words;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a summary as a workbook: a sheet a section, numbers as numbers in their format, headings that stay in sight.
 * Every text is written as a text cell, so that none can run as a formula.
 */
public final class Workbooks {
    private static final String PLAIN = "#,##0.######";
    private static final String WHOLE = "#,##0";
    private static final String PERCENT = "0.0%";
    private static final String CHANGE = "+0.0%;-0.0%;0.0%";
    private static final String HEAD = "E8EEF4";
    private static final int NAME = 28;
    private static final int MIN_WIDTH = 9;
    private static final int MAX_WIDTH = 46;

    private Workbooks() {}

    /** Writes it; the stream stays open. */
    public static void write(Summary summary, Words words, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "gongkai", "1.0");
        for (Summary.Section section : summary.sections()) {
            sheet(workbook, summary, section, words);
        }
        workbook.finish();
    }

    private static void sheet(Workbook workbook, Summary summary, Summary.Section section, Words words)
            throws IOException {
        Worksheet sheet = workbook.newWorksheet(name(section.title()));
        List<Integer> widths = new ArrayList<>();
        sheet.value(0, 0, plain(summary.title() + " · " + section.title()));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, plain(summary.subtitle()));
        int row = 3;
        boolean frozen = false;
        for (Block block : section.blocks()) {
            if (block instanceof Block.Figures) {
                continue;
            }
            List<Block.Grid> grids = new ArrayList<>();
            if (block instanceof Block.Grid grid) {
                grids.add(grid);
            } else if (block instanceof Block.Line line) {
                grids.add(table(line, words));
            } else if (block instanceof Block.Shares shares) {
                grids.add(table(shares, words));
            } else if (block instanceof Block.Notes notes) {
                for (String sentence : notes.sentences()) {
                    sheet.value(row++, 0, plain(sentence));
                }
                row++;
            }
            for (Block.Grid grid : grids) {
                if (!frozen) {
                    sheet.freezePane(1, row + 1 + HeadRows.of(grid).size());
                    frozen = true;
                }
                row = grid(sheet, grid, row, widths, words) + 1;
            }
        }
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.finish();
    }

    private static int grid(Worksheet sheet, Block.Grid grid, int from, List<Integer> widths, Words words) {
        int row = from;
        sheet.value(row, 0, plain(grid.title()));
        sheet.style(row, 0).bold().set();
        row++;
        row = head(sheet, grid, row, widths);
        for (List<Cell> cells : grid.rows()) {
            for (int i = 0; i < cells.size(); i++) {
                cell(sheet, row, i, cells.get(i), words);
                if (cells.get(i) instanceof Cell.Text text) {
                    widen(widths, i, length(text.text()));
                }
            }
            row++;
        }
        for (String note : grid.notes()) {
            sheet.value(row, 0, plain(note));
            sheet.style(row, 0).italic().set();
            row++;
        }
        return row;
    }

    private static int head(Worksheet sheet, Block.Grid grid, int from, List<Integer> widths) {
        List<List<HeadRows.Head>> rows = HeadRows.of(grid);
        for (int level = 0; level < rows.size(); level++) {
            for (HeadRows.Head head : rows.get(level)) {
                int bottom = from + level + head.down() - 1;
                int right = head.column() + head.across() - 1;
                sheet.value(from + level, head.column(), plain(head.text()));
                sheet.range(from + level, head.column(), bottom, right)
                        .style()
                        .bold()
                        .fillColor(HEAD)
                        .wrapText(true)
                        .verticalAlignment("center")
                        .horizontalAlignment(
                                head.across() > 1 ? "center" : isText(grid, head.column()) ? "left" : "right")
                        .set();
                if (head.across() > 1 || head.down() > 1) {
                    sheet.range(from + level, head.column(), bottom, right).merge();
                }
                if (head.across() == 1) {
                    widen(widths, head.column(), Math.min(14, length(head.text())));
                }
            }
        }
        return from + rows.size();
    }

    private static boolean isText(Block.Grid grid, int column) {
        return grid.rows().stream()
                .map(r -> r.get(column))
                .noneMatch(c -> c instanceof Cell.Number || c instanceof Cell.OutOf);
    }

    private static void cell(Worksheet sheet, int row, int column, Cell cell, Words words) {
        if (cell instanceof Cell.OutOf count) {
            sheet.value(row, column, count.part() + "/" + count.whole());
            sheet.style(row, column).horizontalAlignment("right").set();
        } else if (cell instanceof Cell.Number number) {
            boolean isPoints = number.look() == Cell.Look.POINTS;
            sheet.value(row, column, isPoints ? number.value().movePointRight(2) : number.value());
            sheet.style(row, column)
                    .format(
                            switch (number.look()) {
                                case POINTS -> points(words.get("points.short"));
                                case PLAIN, DIFFERENCE ->
                                    number.value().stripTrailingZeros().scale() <= 0 ? WHOLE : PLAIN;
                                case PERCENT -> PERCENT;
                                case CHANGE -> CHANGE;
                            })
                    .set();
        } else if (cell instanceof Cell.Text text) {
            if (!text.text().isEmpty()) {
                sheet.value(row, column, plain(text.text()));
                if (column > 0) {
                    sheet.style(row, column)
                            .horizontalAlignment("left")
                            .indent(1)
                            .set();
                }
            }
        }
        // A blank stays an empty cell: a spreadsheet adds up what is there and nothing else.
    }

    private static String points(String unit) {
        String number = "0.0\" " + unit + "\"";
        return "+" + number + ";-" + number + ";" + number;
    }

    private static Block.Grid table(Block.Line line, Words words) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Block.Point point : line.points()) {
            rows.add(List.of(
                    Cell.text(Integer.toString(point.year())),
                    Cell.number(point.value(), line.unit().equals("%") ? Cell.Look.PERCENT : Cell.Look.PLAIN),
                    Cell.text(point.bodies()),
                    Cell.text(words.get("grade." + point.step()))));
        }
        return new Block.Grid(
                line.title(),
                List.of(
                        words.get("column.year"),
                        words.get("column.value"),
                        words.get("column.bodies_of"),
                        words.get("column.comparability")),
                rows,
                List.of());
    }

    private static Block.Grid table(Block.Shares shares, Words words) {
        List<String> columns = new ArrayList<>(List.of(words.get("column.year")));
        columns.addAll(shares.names());
        columns.add(words.get("column.bodies_of"));
        columns.add(words.get("column.comparability"));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < shares.years().size(); i++) {
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.text(shares.years().get(i).toString())));
            shares.shares().get(i).forEach(s -> row.add(Cell.number(s, Cell.Look.PERCENT)));
            row.add(Cell.text(shares.bodies().get(i)));
            row.add(Cell.text(words.get("grade." + shares.steps().get(i))));
            rows.add(row);
        }
        return new Block.Grid(shares.title(), columns, rows, List.of());
    }

    private static void widen(List<Integer> widths, int column, int wanted) {
        while (widths.size() <= column) {
            widths.add(MIN_WIDTH);
        }
        widths.set(column, Math.max(widths.get(column), Math.min(MAX_WIDTH, wanted + 2)));
    }

    /** Width in half characters: an ideograph takes two. */
    private static int length(String text) {
        return text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
    }

    /** What XML cannot hold is left out. */
    private static String plain(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** A sheet's name has at most 31 characters and none of {@code []:*?/\}. */
    private static String name(String title) {
        String safe = title.replaceAll("[\\[\\]:*?/\\\\']", " ").trim();
        return safe.length() > NAME ? safe.substring(0, NAME) : safe;
    }
}
