package org.gongkai.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * Lines of which it is not known yet whether they stand inside a table: with the next label of the table they do, without
 * one they stand below it and are left to prose.
 */
final class WaitingLines {
    private final Draft draft;
    private final Map<Integer, Boolean> lines = new TreeMap<>();

    WaitingLines(Draft draft) {
        this.draft = draft;
    }

    /** A line that is understood and belongs to the table if the table goes on; a line that waits already stays as it is. */
    void understood(int line) {
        lines.putIfAbsent(line, false);
    }

    /** A line that is not understood; one that waits already stays as it is. */
    void strange(int line) {
        lines.putIfAbsent(line, true);
    }

    /** A line that has turned out to be understood, or not to be. */
    void decide(int line, boolean strange) {
        lines.put(line, strange);
    }

    /** The table goes on: what waited stands inside it, and what is not understood is listed. */
    void settle() {
        lines.forEach((line, strange) -> {
            if (strange) {
                draft.unmapped(line);
            } else {
                draft.line(line);
            }
        });
        lines.clear();
    }

    /** Another table of the form goes on: what is understood belongs to the tables, what is not may be prose between them. */
    void pass() {
        lines.forEach((line, strange) -> {
            if (!strange) {
                draft.line(line);
            }
        });
        lines.clear();
    }

    /** The table does not go on: what waited belongs to others. */
    void drop() {
        lines.clear();
    }
}
