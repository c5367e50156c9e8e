package org.gongkai.table;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of the table that a printed text means.
 *
 * @param row the row of the form
 * @param label the label as printed, pieces of earlier lines included
 */
record FoundRow(int row, String label) {
    private static final int LONGEST_CELL = 60;
    private static final int FEWEST_LETTERS = 2;

    /** The row whose label, or an alias of it, is printed, alone or as the rest of what waits. */
    static Optional<FoundRow> exact(TableIndex table, String key, String raw, LabelPieces pieces, int last) {
        if (!pieces.isEmpty()) {
            String joined = pieces.with(raw);
            int found = table.next(table.rows(LabelKey.of(joined)), last);
            if (found >= 0) {
                return Optional.of(new FoundRow(found, joined));
            }
        }
        int found = table.next(table.rows(key), last);
        if (found < 0 || table.isUnlabelled()) {
            return Optional.empty();
        }
        return Optional.of(new FoundRow(beginningOf(table, key, raw, last).orElse(found), raw));
    }

    /**
     * Where the first words of a label are the whole label of another row, the number in front tells them apart: {@code 2.其他}
     * is the first line of {@code 2.其他法律行政法规禁止公开}, and not {@code 3.其他}.
     */
    private static OptionalInt beginningOf(TableIndex table, String key, String raw, int last) {
        Optional<Numbering> printed = Numbering.of(raw);
        if (printed.isEmpty() || key.length() < FEWEST_LETTERS) {
            return OptionalInt.empty();
        }
        OptionalInt longer = OptionalInt.empty();
        for (int row = last + 1; row < table.size(); row++) {
            boolean same = table.numbering(row).equals(printed);
            if (same && table.keys(row).contains(key)) {
                return OptionalInt.empty();
            }
            if (same && table.keys(row).stream().anyMatch(label -> label.startsWith(key))) {
                if (longer.isPresent()) {
                    return OptionalInt.empty();
                }
                longer = OptionalInt.of(row);
            }
        }
        return longer;
    }

    /** The row behind headings that stand to its left and were read into one line with it. */
    static Optional<FoundRow> behindHeadings(TableIndex table, String key, String raw, Row row, int last) {
        if (table.isUnlabelled() || row.hasCells() || key.length() > LONGEST_CELL) {
            return Optional.empty();
        }
        return found(table.resemblance().behindHeadings(withoutDigits(key), last), raw);
    }

    /** The one row that a shortened, explained, broken or misread label can mean. */
    static Optional<FoundRow> near(TableIndex table, String key, String raw, Row row, LabelPieces pieces, int last) {
        if (!row.hasCells() && raw.length() > LONGEST_CELL && !row.hasNumber()) {
            return Optional.empty();
        }
        OptionalInt found =
                table.isUnlabelled() ? OptionalInt.empty() : table.resemblance().near(key, last);
        if (found.isEmpty() && !pieces.isEmpty()) {
            found = table.resemblance().near(LabelKey.of(pieces.with(raw)), last);
        }
        return found(found, pieces.with(raw));
    }

    /**
     * The one row that the pieces alone can mean, where a value follows and no more of the label: of several that open with
     * them, the next.
     */
    static Optional<FoundRow> waiting(TableIndex table, LabelPieces pieces, int last) {
        String key = LabelKey.of(pieces.text());
        OptionalInt numbered = beginningOf(table, key, pieces.text(), last);
        if (numbered.isPresent()) {
            return found(numbered, pieces.text());
        }
        Optional<FoundRow> found = found(table.resemblance().near(key, last), pieces.text());
        boolean next =
                last + 1 < table.size() && table.keys(last + 1).stream().anyMatch(label -> label.startsWith(key));
        return found.isEmpty() && next ? Optional.of(new FoundRow(last + 1, pieces.text())) : found;
    }

    private static Optional<FoundRow> found(OptionalInt row, String label) {
        return row.isPresent() ? Optional.of(new FoundRow(row.getAsInt(), label)) : Optional.empty();
    }

    private static String withoutDigits(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                out.append(key.charAt(i));
            }
        }
        return out.toString();
    }
}
