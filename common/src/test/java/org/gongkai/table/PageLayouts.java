package org.gongkai.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A table on a page as narrow as paper: the letters of a cell wrap after so many, cells that span several rows are printed
 * in the middle of them, and a line of the page holds what stands at one height, from left to right.
 */
final class PageLayouts {
    private static final int LINES_A_PAGE = 34;

    private PageLayouts() {}

    /** {@code gap} stands between cells. */
    static void narrow(StringBuilder out, PrintedForm.Table table, Random random, String gap) {
        int columns = table.rows().stream()
                .mapToInt(row ->
                        row.stream().mapToInt(PrintedForm.Box::columnSpan).sum())
                .max()
                .orElse(1);
        int[] widths = new int[columns];
        // Labels of a list have most of the page, those of a matrix share it with seven columns.
        Arrays.fill(widths, columns > 4 ? 5 : 6);
        if (columns == 10) {
            widths[0] = 1 + random.nextInt(3);
            widths[1] = 2 + random.nextInt(4);
            widths[2] = 8 + random.nextInt(8);
        } else if (columns <= 4) {
            widths[0] = 14 + random.nextInt(12);
        } else {
            Arrays.fill(widths, 2 + random.nextInt(2));
        }
        List<Cell> cells = place(table, columns, widths);
        int rows = table.rows().size();
        int[] height = new int[rows];
        Arrays.fill(height, 1);
        for (Cell cell : cells) {
            if (cell.rowSpan == 1) {
                height[cell.row] = Math.max(height[cell.row], cell.lines.size());
            }
        }
        int[] top = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            top[i + 1] = top[i] + height[i];
        }
        List<List<Piece>> page = new ArrayList<>();
        for (int i = 0; i < top[rows]; i++) {
            page.add(new ArrayList<>());
        }
        for (Cell cell : cells) {
            int end = Math.min(rows, cell.row + cell.rowSpan);
            int room = top[end] - top[cell.row];
            int first = top[cell.row] + Math.max(0, (room - cell.lines.size()) / 2);
            for (int i = 0; i < cell.lines.size() && first + i < page.size(); i++) {
                page.get(first + i).add(new Piece(cell.column, cell.lines.get(i)));
            }
        }
        for (int i = 0; i < page.size(); i++) {
            page.get(i).sort((a, b) -> Integer.compare(a.column, b.column));
            if (!page.get(i).isEmpty()) {
                out.append(String.join(
                                gap, page.get(i).stream().map(p -> p.text).toList()))
                        .append('\n');
            }
            if (i % LINES_A_PAGE == LINES_A_PAGE - 1) {
                out.append("                  — ").append(1 + i / LINES_A_PAGE).append(" —\n\f");
            }
        }
    }

    private record Cell(int row, int column, int rowSpan, List<String> lines) {}

    private record Piece(int column, String text) {}

    private static List<Cell> place(PrintedForm.Table table, int columns, int[] widths) {
        List<Cell> cells = new ArrayList<>();
        int[] covered = new int[columns];
        for (int r = 0; r < table.rows().size(); r++) {
            int at = 0;
            for (PrintedForm.Box box : table.rows().get(r)) {
                while (at < columns && covered[at] > 0) {
                    at++;
                }
                int width = 0;
                int column = at;
                for (int i = 0; i < box.columnSpan() && at < columns; i++, at++) {
                    width += widths[at];
                    covered[at] = box.rowSpan();
                }
                if (!box.text().isEmpty()) {
                    cells.add(new Cell(r, column, box.rowSpan(), wrap(box.text(), box.value() ? 99 : width)));
                }
            }
            for (int i = 0; i < columns; i++) {
                covered[i] = Math.max(0, covered[i] - 1);
            }
        }
        return cells;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.length(); i += width) {
            lines.add(text.substring(i, Math.min(text.length(), i + width)));
        }
        return lines;
    }
}
