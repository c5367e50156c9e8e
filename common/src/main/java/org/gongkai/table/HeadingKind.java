package org.gongkai.table;

import java.util.Optional;

/** What a text that is no label of a row can be: a heading of rows or columns, or a piece of one. */
enum HeadingKind {
    /** The heading of a section or a group of rows. */
    SECTION,
    /** The header of the columns, or furniture of the table. */
    HEADER,
    /** A few letters of a heading that is printed from top to bottom. */
    VERTICAL,
    /** A piece of a header, above the first row. */
    PIECE,
    /** A header cell over a column that the form does not have. */
    STRANGE_COLUMN;

    private static final int FEWEST_HEADER_WORDS = 2;
    private static final int LONGEST_VERTICAL = 2;

    /**
     * The kind of a heading.
     *
     * @param table the table that is being read
     * @param key key of the text
     * @param row where it stands
     * @param above whether no row of the table has been read
     * @param free whether no label waits for its values or its rest
     * @return empty where the text is no heading
     */
    static Optional<HeadingKind> of(TableIndex table, String key, Row row, boolean above, boolean free) {
        if (table.heading(key).isPresent()) {
            return Optional.of(SECTION);
        }
        if (isHeader(table, key)) {
            return Optional.of(HEADER);
        }
        if (table.isPieceOfHeading(key)) {
            boolean beside = row.tokens().size() > 1 && !row.hasCells() && onlyText(row);
            if (free && key.length() <= LONGEST_VERTICAL && !beside) {
                return Optional.of(VERTICAL);
            }
            if (above) {
                return Optional.of(PIECE);
            }
        }
        return above && row.hasCells() && isHeaderRow(table, row) ? Optional.of(STRANGE_COLUMN) : Optional.empty();
    }

    private static boolean isHeader(TableIndex table, String key) {
        Vocabulary words = Vocabulary.get();
        return !table.columns(key).isEmpty()
                || words.header(key).isPresent()
                || table.isHeaderText(key)
                || words.isFurniture(key);
    }

    private static boolean onlyText(Row row) {
        return row.tokens().stream().filter(Token::isText).count() == 1;
    }

    private static boolean isHeaderRow(TableIndex table, Row row) {
        long words = row.tokens().stream()
                .filter(Token::isText)
                .map(Token::key)
                .filter(k -> Vocabulary.get().header(k).isPresent()
                        || !table.columns(k).isEmpty())
                .count();
        return words >= FEWEST_HEADER_WORDS;
    }
}
