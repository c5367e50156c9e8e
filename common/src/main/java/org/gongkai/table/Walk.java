package org.gongkai.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes over the rows of a document once, from label to label, and hands each label with what stands behind it to {@link
 * Rows}. One walk, one document.
 *
 * <p>What is not understood waits: with the next label of the same table it turns out to stand inside the table and is
 * listed; without one it stands below the table and is left to prose.
 */
final class Walk {
    private static final int NONE = -1;
    private static final int PATIENCE = 8;
    private static final int LONGEST_CELL = 60;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_PIECE = 24;

    private final FormIndex form;
    private final Draft draft;
    private final Rows rows;
    private final PendingRow pending;
    private final WaitingLines waiting;
    private final LabelPieces pieces = new LabelPieces();
    private final Map<TableIndex, Header> headers = new HashMap<>();
    private final Map<TableIndex, Unclaimed> unclaimed = new HashMap<>();
    private final Map<TableIndex, NamedFigures> named = new HashMap<>();
    private final Preamble preamble;

    private TableIndex table;
    private Header header;
    private int newest = -1;
    private int last = NONE;
    private boolean bracketOpen;
    private boolean complete;
    private boolean started;
    private int strangers;
    private int serial = NONE;

    private Row row;
    private boolean known;
    private boolean attached;
    private boolean taken;
    private boolean pieceLine;

    Walk(FormIndex form, Draft draft) {
        this.form = form;
        this.draft = draft;
        this.rows = new Rows(draft);
        this.pending = new PendingRow(rows);
        this.waiting = new WaitingLines(draft);
        this.preamble = new Preamble(draft);
    }

    /** Reads all rows. */
    void over(List<Row> all) {
        for (Row next : all) {
            row = next;
            read();
        }
        close();
        rows.finish();
        unclaimed.forEach((t, lines) -> lines.match().forEach(match -> {
            Unclaimed.Orphan orphan = match.orphan();
            if (rows.write(t, headers.get(t), match.row(), orphan.text(), orphan.line(), orphan.figures(), "")) {
                draft.mapped(orphan.line());
            }
        }));
    }

    private void read() {
        if (table == null && row.isBlank() && row.kind() == Row.Kind.PIECES) {
            return;
        }
        if (row.kind() == Row.Kind.FURNITURE) {
            if (table != null) {
                waiting.understood(row.line());
            }
            return;
        }
        if (table != null && Vocabulary.get().endsTable(opening())) {
            close();
            return;
        }
        known = false;
        taken = false;
        pieceLine = false;
        attached = !row.hasCells() || !row.hasText();
        List<Token> tokens = row.tokens();
        if (table != null && named()) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isText()) {
                text(token);
            } else if (token.kind() == Token.Kind.UNIT) {
                unit(token);
            } else {
                value(token, i, tokens);
            }
            if (table == null && i > 0 && !token.isText()) {
                break;
            }
        }
        if (table != null && !taken) {
            unclaimed.get(table).note(row);
        }
        if (table == null) {
            preamble.note(row);
        } else if (known && started) {
            waiting.settle();
            if (hasLostFigure()) {
                draft.unmapped(row.line());
            } else {
                draft.line(row.line());
            }
        } else if (known) {
            waiting.understood(row.line());
        } else if (row.isBlank() || pieceLine) {
            waiting.understood(row.line());
        } else {
            stranger();
        }
    }

    private boolean named() {
        NamedFigures.Outcome outcome = named.get(table).read(row);
        if (outcome == NamedFigures.Outcome.NOT_MINE) {
            return false;
        }
        flush();
        pieces.clear();
        known();
        started = true;
        waiting.settle();
        if (outcome == NamedFigures.Outcome.READ) {
            draft.line(row.line());
        } else {
            draft.unmapped(row.line());
        }
        return true;
    }

    /** Whether figures of the line went to no row, though something on it was understood. */
    private boolean hasLostFigure() {
        return !taken && last != NONE && row.hasNumber() && row.tokens().size() > 1;
    }

    private String opening() {
        for (Token token : row.tokens()) {
            if (token.kind() != Token.Kind.EMPTY) {
                return token.text().replace(" ", "");
            }
        }
        return "";
    }

    private void text(Token token) {
        String raw = token.text();
        String key = token.key();
        int close = raw.indexOf(')');
        if (table != null && bracketOpen && close >= 0 && (raw.indexOf('(') < 0 || raw.indexOf('(') > close)) {
            bracketOpen = false;
            explained();
            raw = raw.substring(close + 1).strip();
            if (raw.isEmpty()) {
                return;
            }
            key = LabelKey.of(raw);
        }
        if (table == null) {
            open(key, raw, token);
            return;
        }
        if (last == NONE && preamble.yearAlone(row)) {
            known();
            return;
        }
        if (key.isEmpty()) {
            explained();
            bracketOpen |= LabelKey.leavesBracketOpen(raw);
            return;
        }
        if (title(key) || columns(key, token) || row(key, raw, token) || heading(key, token)) {
            return;
        }
        if (another(key, raw, token) || glued(raw, token) || rest(raw)) {
            return;
        }
        if (bracketOpen && !startsLabel(raw)) {
            explained();
            return;
        }
        if (begin(FoundRow.behindHeadings(table, key, raw, row, last), token)
                || waits(key, raw)
                || begin(FoundRow.near(table, key, raw, row, pieces, last), token)) {
            return;
        }
        unknown(token, raw);
    }

    private void open(String key, String raw, Token token) {
        Opening.of(form, key, raw, row, newest).ifPresent(opening -> {
            enter(opening.table());
            if (!opening.titled()) {
                text(token);
            } else if (!title(key) && !columns(key, token)) {
                heading(key, token);
            }
        });
    }

    private void enter(TableIndex next) {
        flush();
        waiting.pass();
        pieces.clear();
        if (table == null) {
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

    private boolean title(String key) {
        Optional<TableIndex> titled = form.titled(key);
        if (titled.isEmpty()) {
            return false;
        }
        if (titled.get() != table) {
            enter(titled.get());
        } else {
            flush();
        }
        preamble.year(row);
        known();
        return true;
    }

    private boolean columns(String key, Token token) {
        if (last == NONE && !table.columns(key).isEmpty()) {
            header.take(key, token);
            started = true;
            known();
            return true;
        }
        return false;
    }

    private boolean row(String key, String raw, Token token) {
        return begin(FoundRow.exact(table, key, raw, pieces, last), token);
    }

    private boolean begin(Optional<FoundRow> found, Token token) {
        found.ifPresent(f -> label(f.row(), f.label(), token));
        return found.isPresent();
    }

    private void label(int found, String raw, Token token) {
        if (serial >= 0 && pending.dropsSerial(serial + 1)) {
            serial++;
        }
        started = true;
        flush();
        pending.begin(found, raw, token.line());
        last = found;
        complete |= found == table.size() - 1;
        bracketOpen = LabelKey.leavesBracketOpen(raw);
        pieces.lines().forEach(line -> {
            waiting.decide(line, false);
            draft.mapped(line);
        });
        pieces.clear();
        attached = true;
        known();
    }

    private boolean heading(String key, Token token) {
        Optional<HeadingKind> kind =
                HeadingKind.of(table, key, row, last == NONE, pieces.isEmpty() && !pending.isRow());
        if (kind.isEmpty()) {
            return false;
        }
        switch (kind.get()) {
            case SECTION -> {
                flush();
                last = table.before(table.heading(key).orElseThrow(), last);
            }
            case HEADER -> {
                if (pending.isRow() && pending.line() == row.line()) {
                    return false;
                }
                flush();
                if (last == NONE) {
                    header.take(key, token);
                    started = true;
                }
                preamble.year(row);
            }
            case STRANGE_COLUMN -> header.unknown(token);
            case VERTICAL, PIECE -> {}
        }
        known();
        attached &= kind.get() == HeadingKind.VERTICAL;
        return true;
    }

    /** A label of another table of the form: its title was lost, or printed in other words. */
    private boolean another(String key, String raw, Token token) {
        if (form.tables().size() == 1 || key.length() < SHORTEST_NAME) {
            return false;
        }
        Optional<TableIndex> column = form.withColumn(key, table.number());
        Optional<TableIndex> next = column.isPresent() ? column : form.withHeading(key);
        if (next.isEmpty() && (row.hasNumber() || !row.hasCells())) {
            next = form.withRow(key);
        }
        if (next.isEmpty() || next.get() == table) {
            return false;
        }
        enter(next.get());
        return columns(key, token) || row(key, raw, token) || heading(key, token);
    }

    private boolean glued(String raw, Token token) {
        Optional<Glued> glued = Glued.of(raw);
        if (glued.isEmpty()) {
            return false;
        }
        int found = table.next(table.rows(glued.get().label()), last);
        if (found < 0 || table.width() != 1) {
            return false;
        }
        label(found, raw, token);
        pending.unit(glued.get().unit());
        pending.add(new Token(Token.Kind.NUMBER, glued.get().number(), token.line(), token.column(), token.span()));
        return true;
    }

    private boolean rest(String raw) {
        if (last < 0 || !pieces.isEmpty() || !table.isRestOfLabel(last, raw)) {
            return false;
        }
        if (raw.indexOf(')') >= 0) {
            bracketOpen = false;
        }
        explained();
        return true;
    }

    private boolean waits(String key, String raw) {
        String joined = pieces.isEmpty() ? key : LabelKey.of(pieces.with(raw));
        if (!table.opensLabel(joined, last)) {
            return false;
        }
        if (pieces.isEmpty()) {
            flush();
        }
        pieces.add(raw, row.line());
        waiting.strange(row.line());
        attached = true;
        return true;
    }

    private static boolean startsLabel(String raw) {
        return raw.length() > 1
                && (raw.charAt(0) == '(' || Character.isDigit(raw.charAt(0)) && ".、".indexOf(raw.charAt(1)) >= 0);
    }

    private void unknown(Token token, String raw) {
        boolean inCell = row.hasCells() || isBrokenFigure(raw);
        boolean inRow = inCell && pending.isRow() && attached && pending.line() == row.line();
        if (inRow) {
            pending.add(token);
            return;
        }
        String key = LabelKey.of(raw);
        boolean own = !row.hasCells() && key.length() <= LONGEST_PIECE && table.hasLettersOf(key);
        if (own && !row.hasNumber() && (pending.isFilled(table) || pending.isUnknown())) {
            waiting.understood(row.line());
            pieceLine = true;
            return;
        }
        flush();
        pieces.clear();
        pending.beginUnknown(raw);
        attached = true;
        bracketOpen = false;
        boolean plain = !row.hasCells() && !row.hasNumber();
        boolean section = raw.length() > 2 && "一二三四五六七八九十".indexOf(raw.charAt(0)) >= 0 && raw.charAt(1) == '、';
        if (plain && (complete || section && !own || raw.indexOf('。') >= 0 || raw.length() > LONGEST_CELL)) {
            close();
        }
    }

    /** Two figures run together, {@code 20,1270}: printed, and not to be read. */
    private static boolean isBrokenFigure(String raw) {
        return raw.chars().anyMatch(Character::isDigit)
                && raw.chars().allMatch(c -> Character.isDigit(c) || ",.+-%".indexOf(c) >= 0);
    }

    private void unit(Token token) {
        if (table == null) {
            return;
        }
        resolvePieces(token);
        if (pending.isRow()) {
            pending.unit(strip(token.text()));
            known();
        } else if (last == NONE && Vocabulary.get().header(token.text()).isPresent()) {
            known();
        }
    }

    private static String strip(String unit) {
        return unit.startsWith("(") ? unit.substring(1, unit.length() - 1) : unit;
    }

    private void value(Token token, int at, List<Token> tokens) {
        if (table == null) {
            return;
        }
        if (token.kind() != Token.Kind.EMPTY) {
            resolvePieces(token);
        }
        if (row.hasCells()
                && at == 0
                && token.isNumber()
                && tokens.size() > 1
                && tokens.get(1).isText()) {
            return;
        }
        if (!pending.isRow() && table.isUnlabelled()) {
            if (row.hasText()
                    || row.isBlank() && !row.hasCells()
                    || !pending.isNone() && row.tokens().size() != table.width()) {
                return;
            }
            pending.begin(0, table.row(0).label(), row.line());
            started = true;
        }
        if (pending.isRow() && attached) {
            if (row.hasCells() || !pending.isFull(token, table)) {
                pending.add(token);
                taken = true;
                known |= token.kind() != Token.Kind.EMPTY;
            }
        } else if (pending.isNone() && token.kind() == Token.Kind.MARK) {
            // A dash beside a heading: the form prints it there.
            known();
        } else if (pending.isNone() && token.isNumber() && table.isList() && !row.hasCells()) {
            serial = Figure.parse(token.text()).orElseThrow().amount().intValue();
        }
    }

    private void resolvePieces(Token token) {
        if (pieces.isEmpty() || pending.isRow()) {
            return;
        }
        if (!begin(FoundRow.waiting(table, pieces, last), token)) {
            pieces.clear();
            pending.beginUnknown();
        }
    }

    private void explained() {
        known();
        attached = true;
    }

    private void known() {
        known = true;
        strangers = 0;
    }

    private void flush() {
        if (table != null) {
            pending.flush(table, header, unclaimed.get(table));
        }
    }

    private void stranger() {
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

    private void drop() {
        waiting.drop();
        pieces.clear();
    }

    private void close() {
        if (table == null) {
            return;
        }
        flush();
        drop();
        table = null;
        bracketOpen = false;
        preamble.clear();
    }
}
