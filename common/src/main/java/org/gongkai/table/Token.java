package org.gongkai.table;

/**
 * One cell, or one piece of a line.
 *
 * @param kind what it can be
 * @param text folded text without blanks around it
 * @param line 1-based line of the document
 * @param column 0-based column for a row whose cells are marked off, -1 for pieces of plain lines
 * @param span columns that the cell covers
 * @param key the text as labels are compared, see {@link LabelKey}; empty for anything but words
 */
record Token(Kind kind, String text, int line, int column, int span, String key) {
    Token(Kind kind, String text, int line, int column, int span) {
        this(kind, text, line, column, span, kind == Kind.TEXT ? LabelKey.of(text) : "");
    }

    enum Kind {
        /** Words: a label, a header, prose. */
        TEXT,
        /** One number, see {@link Figure}. */
        NUMBER,
        /** A mark for “nothing to state”: —, /, 无. */
        MARK,
        /** A cell that is there and blank. */
        EMPTY,
        /** A unit alone in its cell. */
        UNIT
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether it can be the content of a value cell. */
    boolean isValue() {
        return kind == Kind.NUMBER || kind == Kind.MARK || kind == Kind.EMPTY;
    }
}
