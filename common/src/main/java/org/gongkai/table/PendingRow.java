package org.gongkai.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The row whose label has been read and whose values are still coming, or none, or one of a label that the form does not
 * have, so that its values are nobody's.
 */
final class PendingRow {
    private static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private final Rows rows;
    private final List<Token> run = new ArrayList<>();
    private int row = NONE;
    private String label = "";
    private int line;
    private String unit = "";

    PendingRow(Rows rows) {
        this.rows = rows;
    }

    /** A label of the table has been read. */
    void begin(int found, String printed, int printedLine) {
        row = found;
        label = printed;
        line = printedLine;
    }

    /** A label has been read that is none of the table's. */
    void beginUnknown(String printed) {
        row = UNKNOWN;
        label = printed;
    }

    /** What follows belongs to another row; a row without any value has its own elsewhere, and they are not known to be blank. */
    void leave(TableIndex table, Header header, Unclaimed unclaimed) {
        if (run.isEmpty()) {
            row = NONE;
        }
        flush(table, header, unclaimed);
        row = UNKNOWN;
    }

    /** What follows is nobody's. */
    void beginUnknown() {
        row = UNKNOWN;
    }

    void unit(String printed) {
        unit = printed;
    }

    void add(Token token) {
        run.add(token);
    }

    /** Whether a row of the table waits for its values. */
    boolean isRow() {
        return row >= 0;
    }

    /** The row of the table that waits for its values; only where one does. */
    int row() {
        return row;
    }

    /** Whether no label has been read since the last row was written. */
    boolean isNone() {
        return row == NONE;
    }

    /** Whether the label read last is none of the table's. */
    boolean isUnknown() {
        return row == UNKNOWN;
    }

    /** Line of the label read last. */
    int line() {
        return line;
    }

    /** A number alone on a later line, where a row of pieces already holds all its values, is a page number. */
    boolean isFull(Token token, TableIndex table) {
        if (run.size() < table.width() || table.isUnlabelled()) {
            return false;
        }
        int last = run.get(run.size() - 1).line();
        return run.get(0).line() == last && last == line && token.line() != last;
    }

    /** Takes away the number at the end where it is the serial number of the row to come; whether it was. */
    boolean dropsSerial(int serial) {
        if (row < 0 || run.isEmpty() || !isSerial(run.get(run.size() - 1), serial)) {
            return false;
        }
        run.remove(run.size() - 1);
        return true;
    }

    /** Whether the row has a value for each of its cells, so that no more are to come. */
    boolean isFilled(TableIndex table) {
        return row >= 0 && run.size() >= table.width();
    }

    /** Writes the row, if there is one. */
    void flush(TableIndex table, Header header, Unclaimed unclaimed) {
        if (row >= 0 && rows.write(table, header, row, label, Math.max(1, line), List.copyOf(run), unit)) {
            unclaimed.claimed(row, run.get(run.size() - 1).line());
        }
        row = NONE;
        run.clear();
        unit = "";
    }

    private static boolean isSerial(Token token, int serial) {
        return token.isNumber()
                && Figure.parse(token.text())
                        .map(f -> f.amount().compareTo(BigDecimal.valueOf(serial)) == 0)
                        .orElse(false);
    }
}
