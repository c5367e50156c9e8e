package org.gongkai.table;

import org.gongkai.text.HtmlText;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The ways in which one table reaches us. */
public enum Layout {
    HTML,
    PIPES,
    CELL_A_LINE,
    TABS,
    PDF_COLUMNS,
    MARKDOWN,
    SINGLE_BLANKS,
    PADDED,
    PADDED_LINES,
    PIPES_ALONE,
    PIPES_LEADING,
    WRAPPED_CELLS,
    BLANK_PARAGRAPHS,
    NARROW_GAPS,
    NARROW_BLANKS;

    /** Whether a blank cell leaves a trace, so that the others of its row can be told apart. */
    public boolean showsBlankCells() {
        return switch (this) {
            case HTML, TABS, MARKDOWN, PIPES_ALONE, BLANK_PARAGRAPHS -> true;
            default -> false;
        };
    }

    /** The filled-in form in this layout, with prose around it. */
    public Manuscript print(PrintedForm form, Random random) {
        Particulars particulars = Particulars.ofSource(form.form().form() + "-" + this);
        String text = text(form, random);
        return this == HTML ? HtmlText.read(particulars, text) : Manuscript.ofText(particulars, text);
    }

    public String text(PrintedForm form, Random random) {
        StringBuilder out = new StringBuilder();
        paragraph(out, "某县林业局2017年政府信息公开工作年度报告");
        paragraph(out, "一、总体情况");
        paragraph(out, "本机关全年主动公开信息321条，其中政府网站公开200条，收到申请7件，均已按时办结。");
        for (PrintedForm.Table table : form.tables()) {
            table.lead().forEach(line -> paragraph(out, line));
            table(out, table, random);
        }
        paragraph(out, "单位负责人：甲某　审核人：乙某　填报日期：2018.1.4");
        paragraph(out, "五、存在的主要问题及改进情况");
        paragraph(out, "下一步将继续加强培训，计划举办培训班3次，培训120人次。");
        return out.toString();
    }

    private void paragraph(StringBuilder out, String text) {
        out.append(this == HTML ? "<p>" + text + "</p>\n" : text + "\n\n");
    }

    private void table(StringBuilder out, PrintedForm.Table table, Random random) {
        switch (this) {
            case HTML -> html(out, table);
            case PIPES -> pipes(out, table, random.nextBoolean());
            case MARKDOWN -> markdown(out, table);
            case TABS ->
                table.rows()
                        .forEach(row -> out.append(String.join(
                                        "\t",
                                        row.stream().map(PrintedForm.Box::text).toList()))
                                .append('\n'));
            case CELL_A_LINE -> cellALine(out, table, random.nextBoolean() ? "\n" : "\n\n");
            case SINGLE_BLANKS -> singleBlanks(out, table);
            case PDF_COLUMNS -> pdf(out, table, random);
            case PADDED -> PipeLayouts.padded(out, table, random.nextBoolean());
            case PADDED_LINES -> PipeLayouts.paddedLines(out, table, random.nextBoolean());
            case PIPES_ALONE -> PipeLayouts.alone(out, table);
            case PIPES_LEADING -> PipeLayouts.leading(out, table);
            case BLANK_PARAGRAPHS -> blankParagraphs(out, table);
            case WRAPPED_CELLS -> wrapped(out, table, 9 + random.nextInt(10));
            case NARROW_GAPS -> PageLayouts.narrow(out, table, random, "    ");
            case NARROW_BLANKS -> PageLayouts.narrow(out, table, random, " ");
        }
        out.append('\n');
    }

    private static void html(StringBuilder out, PrintedForm.Table table) {
        out.append("<table border=1>");
        for (List<PrintedForm.Box> row : table.rows()) {
            out.append("<tr>");
            for (PrintedForm.Box box : row) {
                out.append("<td colspan=").append(box.columnSpan());
                out.append(" rowspan=").append(box.rowSpan()).append("><p><span>");
                out.append(box.text().isEmpty() ? "&nbsp;" : box.text()).append("</span></p></td>\n");
            }
            out.append("</tr>");
        }
        out.append("</table>");
    }

    private static void pipes(StringBuilder out, PrintedForm.Table table, boolean leading) {
        for (List<PrintedForm.Box> row : table.rows()) {
            out.append(leading ? "| " : "");
            row.forEach(box -> out.append(box.text()).append(" | "));
            out.append('\n');
        }
    }

    /** Spans filled up with blank cells, as converters do. */
    private static void markdown(StringBuilder out, PrintedForm.Table table) {
        List<Integer> covered = new ArrayList<>();
        boolean first = true;
        for (List<PrintedForm.Box> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            int column = 0;
            for (PrintedForm.Box box : row) {
                column = blanks(covered, cells, column);
                for (int i = 0; i < box.columnSpan(); i++) {
                    cells.add(i == 0 ? box.text() : "");
                    while (covered.size() <= column) {
                        covered.add(0);
                    }
                    covered.set(column, box.rowSpan() - 1);
                    column++;
                }
            }
            blanks(covered, cells, column);
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (first) {
                out.append("|").append("---|".repeat(cells.size())).append('\n');
            }
            first = false;
        }
    }

    private static int blanks(List<Integer> covered, List<String> cells, int from) {
        int column = from;
        while (column < covered.size() && covered.get(column) > 0) {
            covered.set(column, covered.get(column) - 1);
            cells.add("");
            column++;
        }
        return column;
    }

    private static void cellALine(StringBuilder out, PrintedForm.Table table, String end) {
        table.rows()
                .forEach(row -> row.stream()
                        .filter(box -> !box.text().isEmpty())
                        .forEach(box -> out.append(box.text()).append(end)));
    }

    /** A paragraph a cell, and one of blanks for a blank cell. */
    private static void blankParagraphs(StringBuilder out, PrintedForm.Table table) {
        table.rows()
                .forEach(row -> row.forEach(box ->
                        out.append(box.text().isEmpty() ? " " : box.text()).append("\n\n")));
    }

    /** Cells of words go over several lines, with blank lines between all. */
    private static void wrapped(StringBuilder out, PrintedForm.Table table, int width) {
        for (List<PrintedForm.Box> row : table.rows()) {
            for (PrintedForm.Box box : row) {
                int step = box.value() ? 99 : width;
                for (int i = 0; i < box.text().length(); i += step) {
                    out.append(box.text(), i, Math.min(box.text().length(), i + step))
                            .append("\n\n");
                }
            }
        }
    }

    private static void singleBlanks(StringBuilder out, PrintedForm.Table table) {
        for (List<PrintedForm.Box> row : table.rows()) {
            List<String> texts = row.stream()
                    .map(PrintedForm.Box::text)
                    .filter(t -> !t.isEmpty())
                    .toList();
            out.append(String.join(" ", texts)).append("\n\n");
        }
    }

    /** Long labels run over two or three lines; what stands beside them is printed with one of the lines. */
    private static void pdf(StringBuilder out, PrintedForm.Table table, Random random) {
        int at = 0;
        for (List<PrintedForm.Box> row : table.rows()) {
            int label = labelOf(row);
            StringBuilder before = new StringBuilder();
            StringBuilder behind = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i).text();
                if (i < label) {
                    before.append(text).append("   ");
                } else if (i > label && !text.isEmpty()) {
                    behind.append("     ").append(text);
                }
            }
            String text = label < 0 ? "" : row.get(label).text();
            boolean longEnough = text.length() > 16 && behind.length() > 0;
            if (!longEnough || random.nextInt(3) == 0) {
                out.append(before).append(text).append(behind).append('\n');
            } else if (random.nextBoolean()) {
                int cut = 8 + random.nextInt(text.length() - 12);
                out.append(before).append(text, 0, cut).append('\n');
                out.append("      ").append(text.substring(cut)).append(behind).append('\n');
            } else {
                int cut = text.length() / 2 + random.nextInt(3);
                out.append(before).append(text, 0, cut).append('\n');
                out.append("            ").append(behind).append('\n');
                out.append("      ").append(text.substring(cut)).append('\n');
            }
            at++;
            if (at % 25 == 0) {
                out.append("\n                 - ").append(at / 25).append(" -\n\f\n");
            }
        }
    }

    private static int labelOf(List<PrintedForm.Box> row) {
        for (int i = row.size() - 1; i >= 0; i--) {
            if (!row.get(i).value() && row.get(i).text().length() > 4) {
                return i;
            }
        }
        return -1;
    }
}
