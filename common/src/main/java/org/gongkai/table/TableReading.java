package org.gongkai.table;

import org.gongkai.finding.Finding;
import org.gongkai.text.LineNumbers;
import org.gongkai.value.Value;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the statutory tables of one document say.
 *
 * @param form code of the form its labels show, {@code none} where there is no statutory table
 * @param values one a cell that the form prints and the document holds; a cell of the form that the document lacks has
 *     status {@code L}
 * @param unmapped lines inside the tables that belong to no cell
 * @param firstLine first line of the tables, 0 where there is none
 * @param lastLine last line of the tables, 0 where there is none
 * @param headingYear the year printed above or in the table, where there is one
 * @param headingYearLine line of that year, 0 where there is none
 * @param tableLines numbers of the lines that belong to tables, so that nobody reads them as prose
 * @param findings cells that could not be read, a table cut off, two tables in one document …
 */
public record TableReading(
        String form,
        List<Value> values,
        List<Unmapped> unmapped,
        int firstLine,
        int lastLine,
        OptionalInt headingYear,
        int headingYearLine,
        java.util.Set<Integer> tableLines,
        List<Finding> findings) {
    /** The form of a document without a statutory table. */
    public static final String NO_FORM = "none";

    public TableReading {
        values = List.copyOf(values);
        unmapped = List.copyOf(unmapped);
        tableLines = LineNumbers.of(tableLines);
        findings = List.copyOf(findings);
    }
}
