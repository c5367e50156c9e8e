package org.gongkai.table;

import java.util.List;

/**
 * One line of the document as cells.
 *
 * @param line 1-based line
 * @param kind how its cells are told apart
 * @param printed the line as printed
 * @param tokens from left to right
 */
record Row(int line, Kind kind, String printed, List<Token> tokens) {
    enum Kind {
        /** Cells are marked off by markup, pipes or tabs: blank ones count. */
        CELLS,
        /** One cell whose end is marked by a pipe, or a piece of a plain line: only what is printed counts. */
        PIECES,
        /** A page number, a ruler of a drawn table: nothing to read. */
        FURNITURE
    }

    boolean hasCells() {
        return kind == Kind.CELLS;
    }

    /** Whether its cells are all blank. */
    boolean isBlank() {
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.EMPTY) {
                return false;
            }
        }
        return true;
    }

    boolean hasNumber() {
        for (Token token : tokens) {
            if (token.isNumber()) {
                return true;
            }
        }
        return false;
    }

    boolean hasText() {
        for (Token token : tokens) {
            if (token.isText()) {
                return true;
            }
        }
        return false;
    }
}
