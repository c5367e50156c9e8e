package org.gongkai.table;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as extractors of pages write them with pipes, other than a row a line with every cell. */
final class PipeLayouts {
    private PipeLayouts() {}

    /** Blank cells are dropped, and the row is filled up with bare pipes: {@code 行政许可 | 4 | ||}. */
    static void padded(StringBuilder out, PrintedForm.Table table, boolean leading) {
        int width = width(table);
        for (List<PrintedForm.Box> row : table.rows()) {
            List<String> cells = printed(row);
            out.append(leading ? "| " : "").append(String.join(" | ", cells)).append(" | ");
            out.append("|".repeat(width - cells.size())).append('\n');
        }
    }

    /** The same with a cell a line, and bare pipes on a line of their own. */
    static void paddedLines(StringBuilder out, PrintedForm.Table table, boolean leading) {
        int width = width(table);
        for (List<PrintedForm.Box> row : table.rows()) {
            List<String> cells = printed(row);
            out.append(leading ? "|\n" : "");
            cells.forEach(cell -> out.append(cell).append(" |\n"));
            if (width > cells.size()) {
                out.append("|".repeat(width - cells.size())).append('\n');
            }
        }
    }

    /** Every cell, blank or not, on its line and a pipe on the line behind it. */
    static void alone(StringBuilder out, PrintedForm.Table table) {
        for (List<PrintedForm.Box> row : table.rows()) {
            row.forEach(box ->
                    out.append(box.text().isEmpty() ? "" : box.text() + "\n").append("|\n"));
        }
    }

    /** A pipe before every cell, on its line: {@code | 条}. */
    static void leading(StringBuilder out, PrintedForm.Table table) {
        for (List<PrintedForm.Box> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? row.get(i).text() : "| " + row.get(i).text())
                        .append('\n');
            }
            out.append("|\n");
        }
    }

    private static List<String> printed(List<PrintedForm.Box> row) {
        return row.stream().map(PrintedForm.Box::text).filter(t -> !t.isEmpty()).collect(Collectors.toList());
    }

    private static int width(PrintedForm.Table table) {
        return table.rows().stream()
                .mapToInt(row ->
                        row.stream().mapToInt(PrintedForm.Box::columnSpan).sum())
                .max()
                .orElse(0);
    }
}
