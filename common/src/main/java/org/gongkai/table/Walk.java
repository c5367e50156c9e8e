package org.gongkai.table;

import java.util.List;

/**
 * Goes over the rows of a document once, from label to label, and hands each label with what stands behind it to {@link
 * Rows}. One walk, one document.
 *
 * <p>What is not understood waits: with the next label of the same table it turns out to stand inside the table and is
 * listed; without one it stands below the table and is left to prose.
 */
final class Walk {
    private static final int NONE = Position.NONE;

    private final Position at;
    private final Texts texts;

    Walk(FormIndex form, Draft draft) {
        this.at = new Position(form, draft);
        this.texts = new Texts(at);
    }

    /** Reads all rows. */
    void over(List<Row> all) {
        for (Row next : all) {
            at.begin(next);
            read();
        }
        at.finish();
    }

    private void read() {
        if (!at.inTable() && at.row.isBlank() && at.row.kind() == Row.Kind.PIECES) {
            return;
        }
        if (at.row.kind() == Row.Kind.FURNITURE) {
            if (at.inTable()) {
                at.waiting.understood(at.row.line());
            }
            return;
        }
        if (at.inTable() && Vocabulary.get().endsTable(opening())) {
            at.close();
            return;
        }
        List<Token> tokens = at.row.tokens();
        if (at.inTable() && named()) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isText()) {
                texts.read(token);
            } else if (token.kind() == Token.Kind.UNIT) {
                unit(token);
            } else {
                value(token, i, tokens);
            }
            if (!at.inTable() && i > 0 && !token.isText()) {
                break;
            }
        }
        if (at.inTable() && !at.taken) {
            at.unclaimed().note(at.row);
        }
        if (!at.inTable()) {
            at.preamble.note(at.row);
        } else if (at.known && at.started) {
            at.waiting.settle();
            if (hasLostFigure()) {
                at.draft.unmapped(at.row.line());
            } else {
                at.draft.line(at.row.line());
            }
        } else if (at.known) {
            at.waiting.understood(at.row.line());
        } else if (at.row.isBlank() || at.pieceLine) {
            at.waiting.understood(at.row.line());
        } else {
            at.stranger();
        }
    }

    private boolean named() {
        NamedFigures.Outcome outcome = at.named().read(at.row);
        if (outcome == NamedFigures.Outcome.NOT_MINE) {
            return false;
        }
        at.flush();
        at.pieces.clear();
        at.known();
        at.started = true;
        at.waiting.settle();
        if (outcome == NamedFigures.Outcome.READ) {
            at.draft.line(at.row.line());
        } else {
            at.draft.unmapped(at.row.line());
        }
        return true;
    }

    /** Whether figures of the line went to no row, though something on it was understood. */
    private boolean hasLostFigure() {
        return !at.taken
                && at.last != NONE
                && at.row.hasNumber()
                && at.row.tokens().size() > 1;
    }

    private String opening() {
        for (Token token : at.row.tokens()) {
            if (token.kind() != Token.Kind.EMPTY) {
                return token.text().replace(" ", "");
            }
        }
        return "";
    }

    private void unit(Token token) {
        if (!at.inTable()) {
            return;
        }
        texts.resolvePieces(token);
        if (at.pending.isRow()) {
            at.pending.unit(strip(token.text()));
            at.known();
        } else if (at.last == NONE && Vocabulary.get().header(token.text()).isPresent()) {
            at.known();
        }
    }

    private static String strip(String unit) {
        return unit.startsWith("(") ? unit.substring(1, unit.length() - 1) : unit;
    }

    private void value(Token token, int index, List<Token> tokens) {
        if (!at.inTable()) {
            return;
        }
        if (token.kind() != Token.Kind.EMPTY) {
            texts.resolvePieces(token);
        }
        if (at.row.hasCells()
                && index == 0
                && token.isNumber()
                && tokens.size() > 1
                && tokens.get(1).isText()) {
            return;
        }
        if (!at.pending.isRow() && at.table.isUnlabelled()) {
            if (at.row.hasText()
                    || at.row.isBlank() && !at.row.hasCells()
                    || !at.pending.isNone() && at.row.tokens().size() != at.table.width()) {
                return;
            }
            at.pending.begin(0, at.table.row(0).label(), at.row.line());
            at.started = true;
        }
        if (at.pending.isRow() && at.attached) {
            if (at.row.hasCells() || !at.pending.isFull(token, at.table)) {
                at.pending.add(token);
                at.taken = true;
                at.known |= token.kind() != Token.Kind.EMPTY;
            }
        } else if (at.pending.isNone() && token.kind() == Token.Kind.MARK) {
            // A dash beside a heading: the form prints it there.
            at.known();
        } else if (at.pending.isNone() && token.isNumber() && at.table.isList() && !at.row.hasCells()) {
            at.serial = Figure.parse(token.text()).orElseThrow().amount().intValue();
        }
    }
}
