package org.gongkai.text;

import java.util.Objects;

/**
 * One cell of a table that the source marks up as a table (HTML, Word). Tables laid out by blanks, tabs or pipes have
 * no marked cells; the table room finds theirs.
 *
 * @param text folded text of the cell, lines of the cell joined by a blank
 * @param column 0-based column of the left edge, spans of earlier cells and rows already taken into account
 * @param columnSpan columns that it covers, at least 1
 * @param rowSpan rows that it covers, at least 1
 */
public record Cell(String text, int column, int columnSpan, int rowSpan) {
    public Cell {
        Objects.requireNonNull(text, "text");
        if (column < 0 || columnSpan < 1 || rowSpan < 1) {
            throw new IllegalArgumentException(
                    "no such cell: column " + column + ", spans " + columnSpan + " and " + rowSpan);
        }
    }
}
