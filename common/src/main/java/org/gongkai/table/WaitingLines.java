package org.gongkai.table;

import java.util.BitSet;

/**
 * Lines of which it is not known yet whether they stand inside a table: with the next label of the table they do, without
 * one they stand below it and are left to prose.
 */
final class WaitingLines {
    private final Draft draft;
    private final BitSet lines = new BitSet();
    private final BitSet strange = new BitSet();
    /** No line before it waits, so that a long document is not gone through from its beginning every time. */
    private int first = Integer.MAX_VALUE;

    WaitingLines(Draft draft) {
        this.draft = draft;
    }

    /** A line that is understood and belongs to the table if the table goes on; a line that waits already stays as it is. */
    void understood(int line) {
        if (!lines.get(line)) {
            decide(line, false);
        }
    }

    /** A line that is not understood; one that waits already stays as it is. */
    void strange(int line) {
        if (!lines.get(line)) {
            decide(line, true);
        }
    }

    /** A line that has turned out to be understood, or not to be. */
    void decide(int line, boolean isStrange) {
        lines.set(line);
        strange.set(line, isStrange);
        first = Math.min(first, line);
    }

    /** The table goes on: what waited stands inside it, and what is not understood is listed. */
    void settle() {
        for (int line = next(first); line >= 0; line = next(line + 1)) {
            if (strange.get(line)) {
                draft.unmapped(line);
            } else {
                draft.line(line);
            }
        }
        drop();
    }

    /** Another table of the form goes on: what is understood belongs to the tables, what is not may be prose between them. */
    void pass() {
        for (int line = next(first); line >= 0; line = next(line + 1)) {
            if (!strange.get(line)) {
                draft.line(line);
            }
        }
        drop();
    }

    /** The table does not go on: what waited belongs to others. */
    void drop() {
        if (!lines.isEmpty()) {
            lines.clear(first, lines.length());
            first = Integer.MAX_VALUE;
        }
    }

    private int next(int from) {
        return lines.isEmpty() ? -1 : lines.nextSetBit(from);
    }
}
