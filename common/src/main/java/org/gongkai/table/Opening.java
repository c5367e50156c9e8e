package org.gongkai.table;

import java.util.Optional;

/**
 * What opens a table: its title, its header, a label of its columns, a heading, or a row with values.
 *
 * @param table the table that begins
 * @param titled whether the text is a title, a column or a heading of it; a row of the table or its header otherwise
 */
record Opening(TableIndex table, boolean titled) {
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_HEADER = 40;
    private static final int MOST_HEADER_CELLS = 8;

    /**
     * The table that a text opens, if it does.
     *
     * @param form the form of the document
     * @param key key of the text
     * @param raw the text
     * @param row where it stands
     * @param newest number of the last table that was read, -1 before the first
     */
    static Optional<Opening> of(FormIndex form, String key, String raw, Row row, int newest) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<Glued> glued = Glued.of(raw);
        if (key.length() > LONGEST_HEADER && glued.isEmpty() && form.weight(key).isEmpty()) {
            return Optional.empty();
        }
        Optional<TableIndex> titled = titled(form, key, newest);
        if (titled.isPresent()) {
            return titled.map(t -> new Opening(t, true));
        }
        TableIndex first = form.tables().get(0);
        boolean header = form.isList()
                && key.length() >= SHORTEST_NAME
                && first.isHeaderText(key)
                && !first.headingKeys().contains(key)
                && row.tokens().size() <= MOST_HEADER_CELLS;
        if (header) {
            return Optional.of(new Opening(first, false));
        }
        boolean withValues = form.isList() || row.hasNumber() || glued.isPresent();
        return withValues ? withRow(form, key, glued).map(t -> new Opening(t, false)) : Optional.empty();
    }

    private static Optional<TableIndex> titled(FormIndex form, String key, int newest) {
        Optional<TableIndex> titled = form.titled(key);
        if (titled.isEmpty() && key.length() >= SHORTEST_NAME && !form.isList()) {
            titled = form.withColumn(key, newest);
            return titled.isPresent() ? titled : form.withHeading(key);
        }
        return titled;
    }

    private static Optional<TableIndex> withRow(FormIndex form, String key, Optional<Glued> glued) {
        Optional<TableIndex> found = form.withRow(key);
        if (found.isEmpty() && form.isList() && !form.tables().get(0).rows(key).isEmpty()) {
            return Optional.of(form.tables().get(0));
        }
        return found.isEmpty() && glued.isPresent() ? form.withRow(glued.get().label()) : found;
    }
}
