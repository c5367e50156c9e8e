package org.gongkai.measure;

import java.util.Arrays;

/** What the last report of a body said of each cell: the figure of the year before, if it is of the year before. Not thread-safe. */
public final class YearBefore {
    private final int[] years;
    private final boolean[] hasValue;
    private final Wide numerators;
    private final Wide denominators;

    /** For so many cells; no report yet. */
    public YearBefore(int cells) {
        this.years = new int[cells];
        this.hasValue = new boolean[cells];
        this.numerators = new Wide(cells);
        this.denominators = new Wide(cells);
    }

    /** Forgets everything: another body begins. */
    public void clear() {
        Arrays.fill(years, Integer.MIN_VALUE);
    }

    boolean hasValue(int cell, int year) {
        return years[cell] == year - 1 && hasValue[cell];
    }

    Wide numerators() {
        return numerators;
    }

    Wide denominators() {
        return denominators;
    }

    void set(int cell, int year, Reckoning report) {
        years[cell] = year;
        hasValue[cell] = report.hasValue(cell);
        numerators.set(cell, report.numerators(), cell);
        denominators.set(cell, report.denominators(), cell);
    }
}
