package org.gongkai.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A form of the annual report: {@code 2014}, {@code 2019} or {@code 2021}, or {@code local} for what is common to the
 * tables that places used before.
 *
 * @param form its code, the first report year that used it
 * @param document the notice that prescribes it
 * @param firstYear first report year it is meant for
 * @param lastYear last report year, empty while it is in force
 * @param markers labels that no other form prints; they tell the form of a document, never its year
 * @param tables in printed order
 */
public record Form(
        String form, String document, int firstYear, OptionalInt lastYear, List<String> markers, List<Table> tables) {

    /** Code of the tables that places drew up for themselves before there was a national form. */
    public static final String LOCAL = "local";

    /** How a table is laid out: one value a row, or rows against columns. */
    public enum Layout {
        LIST,
        MATRIX
    }

    /**
     * A table of the form.
     *
     * @param table code, unique in the form: {@code statistics}, {@code art20_1}, {@code requests} …
     * @param title as printed above it
     * @param layout list or matrix
     * @param cellCode how the code of a cell is formed: {@code {row}}, {@code {col}}, {@code {row}.{col}}, {@code
     *     {row}|{col}}
     * @param printedIdentity the sum rule printed in it, where there is one
     * @param rows in printed order
     * @param columns in printed order; empty for a list
     */
    public record Table(
            String table,
            String title,
            Layout layout,
            String cellCode,
            Optional<String> printedIdentity,
            List<Entry> rows,
            List<Entry> columns) {
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            if (rows.isEmpty() || (layout == Layout.MATRIX) == columns.isEmpty()) {
                throw new IllegalArgumentException("table " + table + ": a list has rows, a matrix rows and columns");
            }
        }
    }

    /**
     * A row or a column.
     *
     * @param code unique among the rows, or the columns, of its table
     * @param label as printed, without numbering
     * @param labelEn what that means in English; stands by itself, without the headings above it
     * @param aliases other wordings seen in print
     * @param unit unit of the value, ours where the form prints none
     * @param unitPrinted whether the form prints the unit
     * @param parent code of the row that it is part of
     * @param role total, component, subset, overlapping, standalone, leaf, heading, flow_in or flow_out; a heading
     *     holds no value
     * @param number printed numbering, such as {@code 三(三)4}, empty where none is printed
     * @param group second-level heading above it, empty where there is none
     * @param header headings above a column from the top, empty for a row
     * @param section first-level heading: a label is a key only inside its section
     */
    public record Entry(
            String code,
            String label,
            String labelEn,
            List<String> aliases,
            String unit,
            boolean unitPrinted,
            Optional<String> parent,
            String role,
            String number,
            String group,
            List<String> header,
            String section) {
        public Entry {
            aliases = List.copyOf(aliases);
            header = List.copyOf(header);
            if (code.isBlank() || label.isBlank() || unit.isBlank() || section.isBlank() || role.isBlank()) {
                throw new IllegalArgumentException(
                        "entry " + code + ": code, label, unit, role and section are needed");
            }
        }

        /** Whether it is a heading, which holds no value of its own. */
        public boolean isHeading() {
            return role.equals("heading");
        }
    }

    public Form {
        markers = List.copyOf(markers);
        tables = List.copyOf(tables);
        if (tables.isEmpty() || markers.isEmpty()) {
            throw new IllegalArgumentException("form " + form + " has no table or no marker");
        }
    }

    /** Whether it stands for tables of many places, which share most labels with the first national form. */
    public boolean isLocal() {
        return form.equals(LOCAL);
    }

    /** Whether the form is meant for that report year. */
    public boolean isFor(int reportYear) {
        return reportYear >= firstYear && (lastYear.isEmpty() || reportYear <= lastYear.getAsInt());
    }
}
