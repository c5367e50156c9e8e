package org.gongkai.table;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in the form and in the document a {@link Walk} stands: the table it is in with what belongs to that table, the label
 * read last, what waits, and what is known of the line being read. One walk, one document.
 */
final class Position {
    /** The label read last, before the first. */
    static final int NONE = -1;

    private static final int PATIENCE = 8;

    final FormIndex form;
    final Draft draft;
    final Rows rows;
    final PendingRow pending;
    final WaitingLines waiting;
    final LabelPieces pieces = new LabelPieces();
    final Preamble preamble;
    private final Map<TableIndex, Header> headers = new HashMap<>();
    private final Map<TableIndex, Unclaimed> unclaimed = new HashMap<>();
    private final Map<TableIndex, NamedFigures> named = new HashMap<>();

    /** The table being read; {@code null} outside of tables. */
    TableIndex table;

    /** The header of that table. */
    Header header;

    /** Number of the last table of the form that has been entered. */
    int newest = -1;

    /** The row read last in the table, {@link #NONE} before the first. */
    int last = NONE;

    /** Whether an explanation in brackets goes on from a line above. */
    boolean bracketOpen;

    /** Whether the last row of the table has been read. */
    boolean complete;

    /** Whether anything inside the table has been read, beside its title. */
    boolean started;

    /** The serial number printed before the row being read, {@link #NONE} where none is. */
    int serial = NONE;

    /** The line being read. */
    Row row;

    /** Whether something on the line has been understood. */
    boolean known;

    /** Whether values on the line belong to the label read last. */
    boolean attached;

    /** Whether a value of the line has gone to a row. */
    boolean taken;

    /** Whether the line is a piece of a label that is complete without it. */
    boolean pieceLine;

    private int strangers;

    Position(FormIndex form, Draft draft) {
        this.form = form;
        this.draft = draft;
        this.rows = new Rows(draft);
        this.pending = new PendingRow(rows);
        this.waiting = new WaitingLines(draft);
        this.preamble = new Preamble(draft);
    }

    /** Goes to the next line. */
    void begin(Row next) {
        row = next;
        known = false;
        taken = false;
        pieceLine = false;
        attached = !row.hasCells() || !row.hasText();
    }

    /** Whether it stands in a table. */
    boolean inTable() {
        return table != null;
    }

    /** The figures beside names of the table it stands in. */
    NamedFigures named() {
        return named.get(table);
    }

    /** The lines of the table it stands in that nobody claims. */
    Unclaimed unclaimed() {
        return unclaimed.get(table);
    }

    /** The document is over: the table is closed, and rows that have waited for others are written. */
    void finish() {
        close();
        rows.finish();
        unclaimed.forEach((t, lines) -> lines.match().forEach(match -> {
            Unclaimed.Orphan orphan = match.orphan();
            if (rows.write(t, headers.get(t), match.row(), orphan.text(), orphan.line(), orphan.figures(), "")) {
                draft.mapped(orphan.line());
            }
        }));
    }

    /** Enters a table, another one or the same again. */
    void enter(TableIndex next) {
        flush();
        waiting.pass();
        pieces.clear();
        if (!inTable()) {
            started = false;
            preamble.lead().forEach(line -> waiting.decide(line, false));
        }
        if (next != table) {
            started = false;
            table = next;
            header = headers.computeIfAbsent(next, Header::new);
            unclaimed.computeIfAbsent(next, Unclaimed::new);
            named.computeIfAbsent(next, t -> new NamedFigures(t, rows));
            last = NONE;
            newest = Math.max(newest, next.number());
        }
        bracketOpen = false;
        complete = false;
        strangers = 0;
    }

    /** Writes the row whose values are complete, if there is one. */
    void flush() {
        if (inTable()) {
            pending.flush(table, header, unclaimed.get(table));
        }
    }

    /** The values on the line are of another row than the one that waits for some. */
    void leaveRow() {
        pending.leave(table, header, unclaimed.get(table));
    }

    /** Something on the line has been understood. */
    void known() {
        known = true;
        strangers = 0;
    }

    /** The text is an explanation inside a label: what follows still belongs to the label. */
    void explained() {
        known();
        attached = true;
    }

    /** Nothing on the line has been understood; too many such lines end the table. */
    void stranger() {
        waiting.decide(row.line(), true);
        if (started
                && row.hasCells()
                && row.tokens().stream().anyMatch(t -> t.isNumber() || t.kind() == Token.Kind.MARK)) {
            waiting.settle();
        }
        strangers++;
        if (strangers > PATIENCE && !row.hasCells()) {
            close();
        }
    }

    /** Leaves the table: what waits does not belong to it. */
    void close() {
        if (!inTable()) {
            return;
        }
        flush();
        waiting.drop();
        pieces.clear();
        table = null;
        bracketOpen = false;
        preamble.clear();
    }
}
