package org.gongkai.table;

import java.util.ArrayList;
import java.util.List;

/** The beginning of a label whose rest is still to come, on one line or several. */
final class LabelPieces {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();

    boolean isEmpty() {
        return text.length() == 0;
    }

    void add(String piece, int line) {
        text.append(piece);
        lines.add(line);
    }

    /** The pieces with another behind them. */
    String with(String piece) {
        return text + piece;
    }

    String text() {
        return text.toString();
    }

    List<Integer> lines() {
        return lines;
    }

    void clear() {
        text.setLength(0);
        lines.clear();
    }
}
