package org.gongkai.text;

import java.util.Arrays;

/** Which columns of the row being read are still covered by cells of rows above it. */
final class Columns {
    /** Cells that reach further are cut off: no report needs them, and a hostile page could ask for millions. */
    static final int MOST = 1000;

    private int[] covered = new int[16];
    private int next;
    private int width;

    /** A new row begins. */
    void nextRow() {
        for (int i = 0; i < width; i++) {
            covered[i] = Math.max(0, covered[i] - 1);
        }
        next = 0;
    }

    /** The column of the next cell of the row. */
    int place(int columnSpan, int rowSpan) {
        while (next < width && covered[next] > 0) {
            next++;
        }
        int column = Math.min(next, MOST);
        int end = Math.min(column + columnSpan, MOST);
        if (end > covered.length) {
            covered = Arrays.copyOf(covered, Math.max(end, covered.length * 2));
        }
        for (int i = column; i < end; i++) {
            covered[i] = rowSpan;
        }
        width = Math.max(width, end);
        next = Math.max(end, column);
        return column;
    }

    /** Columns of the widest row so far. */
    int width() {
        return width;
    }
}
