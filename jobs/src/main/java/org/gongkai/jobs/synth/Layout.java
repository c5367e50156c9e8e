package org.gongkai.jobs.synth;

import java.util.List;
import java.util.Locale;

/** The ways in which a table reaches us. */
enum Layout {
    HTML,
    PIPES,
    TABS,
    CELL_A_LINE,
    COLUMNS;

    /** Its name in the true values. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a blank cell leaves a trace in this layout. */
    boolean showsBlanks() {
        return this != CELL_A_LINE && this != COLUMNS;
    }

    void paragraph(StringBuilder out, String text) {
        out.append(this == HTML ? "<p>" + text + "</p>\n" : text + "\n\n");
    }

    void table(StringBuilder out, PrintedTables.Table table) {
        table.lead().forEach(line -> paragraph(out, line));
        if (this == HTML) {
            out.append("<table>\n");
        }
        for (List<PrintedTables.Box> row : table.rows()) {
            row(out, row);
        }
        out.append(this == HTML ? "</table>\n" : "\n");
    }

    private void row(StringBuilder out, List<PrintedTables.Box> row) {
        switch (this) {
            case HTML -> {
                out.append("<tr>");
                row.forEach(b -> out.append("<td colspan=\"")
                        .append(b.columns())
                        .append("\" rowspan=\"")
                        .append(b.rows())
                        .append("\">")
                        .append(b.text())
                        .append("</td>"));
                out.append("</tr>\n");
            }
            case PIPES -> {
                out.append("| ");
                row.forEach(b -> out.append(b.text()).append(" | "));
                out.append('\n');
            }
            case TABS ->
                out.append(String.join(
                                "\t", row.stream().map(PrintedTables.Box::text).toList()))
                        .append('\n');
            case CELL_A_LINE ->
                row.stream()
                        .filter(b -> !b.text().isEmpty())
                        .forEach(b -> out.append(b.text()).append('\n'));
            case COLUMNS ->
                out.append(String.join(
                                "     ",
                                row.stream()
                                        .map(PrintedTables.Box::text)
                                        .filter(t -> !t.isEmpty())
                                        .toList()))
                        .append('\n');
        }
    }
}
