package org.gongkai.table;

import java.util.Optional;

/**
 * Tells what a text inside or above a table is: a title, the name of a column, the label of a row or a piece of one, a
 * heading, an explanation, or nothing of the form; and moves the {@link Position} accordingly. One walk, one document.
 */
final class Texts {
    private static final int NONE = Position.NONE;
    private static final int LONGEST_CELL = 60;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_PIECE = 24;

    private final Position at;

    Texts(Position at) {
        this.at = at;
    }

    /** Reads a text of the line that the position is at. */
    void read(Token token) {
        String raw = token.text();
        String key = token.key();
        int close = raw.indexOf(')');
        if (at.inTable() && at.bracketOpen && close >= 0 && (raw.indexOf('(') < 0 || raw.indexOf('(') > close)) {
            at.bracketOpen = false;
            at.explained();
            raw = raw.substring(close + 1).strip();
            if (raw.isEmpty()) {
                return;
            }
            key = LabelKey.of(raw);
        }
        if (!at.inTable()) {
            open(key, raw, token);
            return;
        }
        if (at.last == NONE && at.preamble.yearAlone(at.row)) {
            at.known();
            return;
        }
        if (key.isEmpty()) {
            if (isOfAnotherRow(raw)) {
                at.leaveRow();
            }
            at.explained();
            at.bracketOpen |= LabelKey.leavesBracketOpen(raw);
            return;
        }
        if (title(key) || columns(key, token) || row(key, raw, token) || heading(key, token)) {
            return;
        }
        if (another(key, raw, token) || glued(raw, token) || rest(raw)) {
            return;
        }
        if (at.bracketOpen && !startsLabel(raw)) {
            at.explained();
            return;
        }
        if (begin(FoundRow.behindHeadings(at.table, key, raw, at.row, at.last), token)
                || waits(key, raw)
                || begin(FoundRow.near(at.table, key, raw, at.row, at.pieces, at.last), token)) {
            return;
        }
        unknown(token, raw);
    }

    private void open(String key, String raw, Token token) {
        Opening.of(at.form, key, raw, at.row, at.newest).ifPresent(opening -> {
            at.enter(opening.table());
            if (!opening.titled()) {
                read(token);
            } else if (!title(key) && !columns(key, token)) {
                heading(key, token);
            }
        });
    }

    private boolean title(String key) {
        Optional<TableIndex> titled = at.form.titled(key);
        if (titled.isEmpty()) {
            return false;
        }
        if (titled.get() != at.table) {
            at.enter(titled.get());
        } else {
            at.flush();
        }
        at.preamble.year(at.row);
        at.known();
        return true;
    }

    private boolean columns(String key, Token token) {
        if (at.last == NONE && !at.table.columns(key).isEmpty()) {
            at.header.take(key, token);
            at.started = true;
            at.known();
            return true;
        }
        if (at.last == NONE && !at.table.isList() && at.form.isForeignColumn(key)) {
            at.header.foreign();
            at.known();
            return true;
        }
        return false;
    }

    private boolean row(String key, String raw, Token token) {
        return begin(FoundRow.exact(at.table, key, raw, at.pieces, at.last), token);
    }

    private boolean begin(Optional<FoundRow> found, Token token) {
        found.ifPresent(f -> label(f.row(), f.label(), token));
        return found.isPresent();
    }

    private void label(int found, String raw, Token token) {
        if (at.serial >= 0 && at.pending.dropsSerial(at.serial + 1)) {
            at.serial++;
        }
        at.started = true;
        at.flush();
        at.pending.begin(found, raw, token.line());
        at.last = found;
        at.complete |= found == at.table.size() - 1;
        at.bracketOpen = LabelKey.leavesBracketOpen(raw);
        at.pieces.lines().forEach(line -> {
            at.waiting.decide(line, false);
            at.draft.mapped(line);
        });
        at.pieces.clear();
        at.attached = true;
        at.known();
    }

    private boolean heading(String key, Token token) {
        Optional<HeadingKind> kind =
                HeadingKind.of(at.table, key, at.row, at.last == NONE, at.pieces.isEmpty() && !at.pending.isRow());
        if (kind.isEmpty()) {
            return false;
        }
        switch (kind.get()) {
            case SECTION -> {
                at.flush();
                at.last = at.table.before(at.table.heading(key).orElseThrow(), at.last);
            }
            case HEADER -> {
                if (at.pending.isRow() && at.pending.line() == at.row.line()) {
                    return false;
                }
                at.flush();
                if (at.last == NONE) {
                    at.header.take(key, token);
                    at.started = true;
                }
                at.preamble.year(at.row);
            }
            case STRANGE_COLUMN -> at.header.unknown(token);
            case VERTICAL, PIECE -> {}
        }
        at.known();
        at.attached &= kind.get() == HeadingKind.VERTICAL;
        return true;
    }

    /** A label of another table of the form: its title was lost, or printed in other words. */
    private boolean another(String key, String raw, Token token) {
        if (at.form.tables().size() == 1 || key.length() < SHORTEST_NAME) {
            return false;
        }
        Optional<TableIndex> column = at.form.withColumn(key, at.table.number());
        Optional<TableIndex> next = column.isPresent() ? column : at.form.withHeading(key);
        if (next.isEmpty() && (at.row.hasNumber() || !at.row.hasCells())) {
            next = at.form.withRow(key);
        }
        if (next.isEmpty() || next.get() == at.table) {
            return false;
        }
        at.enter(next.get());
        return columns(key, token) || row(key, raw, token) || heading(key, token);
    }

    private boolean glued(String raw, Token token) {
        Optional<Glued> glued = Glued.of(raw);
        if (glued.isEmpty()) {
            return false;
        }
        int found = at.table.next(at.table.rows(glued.get().label()), at.last);
        if (found < 0 || at.table.width() != 1) {
            return false;
        }
        label(found, raw, token);
        at.pending.unit(glued.get().unit());
        at.pending.add(new Token(Token.Kind.NUMBER, glued.get().number(), token.line(), token.column(), token.span()));
        return true;
    }

    private boolean rest(String raw) {
        if (at.last < 0 || !at.pieces.isEmpty() || !at.table.isRestOfLabel(at.last, raw)) {
            return false;
        }
        if (raw.indexOf(')') >= 0) {
            at.bracketOpen = false;
        }
        at.explained();
        return true;
    }

    private boolean waits(String key, String raw) {
        String joined = at.pieces.isEmpty() ? key : LabelKey.of(at.pieces.with(raw));
        if (!at.table.opensLabel(joined, at.last)) {
            return false;
        }
        if (at.pieces.isEmpty()) {
            at.flush();
        }
        at.pieces.add(raw, at.row.line());
        at.waiting.strange(at.row.line());
        at.attached = true;
        return true;
    }

    private static boolean startsLabel(String raw) {
        return raw.length() > 1
                && (raw.charAt(0) == '(' || Character.isDigit(raw.charAt(0)) && ".、".indexOf(raw.charAt(1)) >= 0);
    }

    /**
     * Whether a number alone opens another row than the one that waits for its values: its label is still to come, and what
     * stands on the line belongs to that label. So it is printed where labels run over several lines and values stand beside
     * the first.
     */
    private boolean isOfAnotherRow(String raw) {
        if (at.row.hasCells() || !at.pending.isRow() || at.pending.line() == at.row.line()) {
            return false;
        }
        Optional<Numbering> printed = Numbering.of(raw);
        Optional<Numbering> pending = at.table.numbering(at.pending.row());
        return printed.isPresent() && pending.isPresent() && printed.get().contradicts(pending.get());
    }

    private void unknown(Token token, String raw) {
        boolean inCell = at.row.hasCells() || isBrokenFigure(raw);
        boolean inRow = inCell && at.pending.isRow() && at.attached && at.pending.line() == at.row.line();
        if (inRow) {
            at.pending.add(token);
            return;
        }
        String key = LabelKey.of(raw);
        boolean own = !at.row.hasCells() && key.length() <= LONGEST_PIECE && at.table.hasLettersOf(key);
        if (own && !at.row.hasNumber() && (at.pending.isFilled(at.table) || at.pending.isUnknown())) {
            at.waiting.understood(at.row.line());
            at.pieceLine = true;
            return;
        }
        at.flush();
        at.pieces.clear();
        at.pending.beginUnknown(raw);
        at.attached = true;
        at.bracketOpen = false;
        boolean plain = !at.row.hasCells() && !at.row.hasNumber();
        boolean section = raw.length() > 2 && "一二三四五六七八九十".indexOf(raw.charAt(0)) >= 0 && raw.charAt(1) == '、';
        if (plain && (at.complete || section && !own || raw.indexOf('。') >= 0 || raw.length() > LONGEST_CELL)) {
            at.close();
        }
    }

    /** Two figures run together, {@code 20,1270}: printed, and not to be read. */
    private static boolean isBrokenFigure(String raw) {
        return raw.chars().anyMatch(Character::isDigit)
                && raw.chars().allMatch(c -> Character.isDigit(c) || ",.+-%".indexOf(c) >= 0);
    }

    /** A value or a unit follows: pieces of a label that wait are that label, or nobody's. */
    void resolvePieces(Token token) {
        if (at.pieces.isEmpty() || at.pending.isRow()) {
            return;
        }
        if (!begin(FoundRow.waiting(at.table, at.pieces, at.last), token)) {
            at.pieces.clear();
            at.pending.beginUnknown();
        }
    }
}
