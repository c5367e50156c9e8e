package org.gongkai.measure;

import java.math.BigDecimal;

/**
 * The cells of one region, year and basis, added up over reports. Sums are exact, so that a tally does not depend on the
 * order in which reports and other tallies are added. Not thread-safe.
 */
public final class Tally {
    /** What is counted of a cell: reports. */
    public enum Count {
        /** With a value. */
        BODIES,
        /** Of these, with a value of 0. */
        ZERO,
        /** Of these, on a form that asks for the cell. */
        ANSWERED,
        /** Of these, with an approximate figure. */
        APPROXIMATE,
        /** Of these, those whose body has a value the year before. */
        MATCHED,
        /** On a form that asks for the cell, with a value or without. */
        ASKED
    }

    /** What is added up of a cell; denominators are those of ratios, and 0 of all else. */
    public enum Sum {
        /** The values; of a ratio, its numerators. */
        NUMERATOR,
        /** The denominators. */
        DENOMINATOR,
        /** The values of the matched reports. */
        MATCHED_NUMERATOR,
        /** Their denominators. */
        MATCHED_DENOMINATOR,
        /** Their values the year before. */
        BEFORE_NUMERATOR,
        /** Their denominators the year before. */
        BEFORE_DENOMINATOR
    }

    private static final int COUNTS = Count.values().length;
    private static final int SUMS = Sum.values().length;

    private static final int THERE = 1;
    private static final int UNREADABLE = 2;
    private static final int BLANK = 4;

    private final int size;
    private final byte[] flags;
    private final int[] counts;
    private final byte[] oldest;
    private final byte[] newest;
    private final Wide sums;

    /** Of so many cells, all without a report. */
    public Tally(int size) {
        this.size = size;
        this.flags = new byte[size];
        this.counts = new int[COUNTS * size];
        this.oldest = new byte[size];
        this.newest = new byte[size];
        this.sums = new Wide(SUMS * size);
    }

    /**
     * Adds a report.
     *
     * @param report its cells
     * @param year its report year
     * @param regime place of its definitions among all, oldest first
     * @param before what the same body said the year before; holds this report afterwards
     */
    public void add(Reckoning report, int year, int regime, YearBefore before) {
        for (int i = 0; i < report.count(); i++) {
            int cell = report.cell(i);
            flags[cell] |=
                    (byte) (THERE | (report.isUnreadable(cell) ? UNREADABLE : 0) | (report.isBlank(cell) ? BLANK : 0));
            if (report.hasValue(cell)) {
                value(report, cell, regime);
                if (before.hasValue(cell, year)) {
                    counts[at(Count.MATCHED, cell)]++;
                    sums.add(at(Sum.MATCHED_NUMERATOR, cell), report.numerators(), cell);
                    sums.add(at(Sum.MATCHED_DENOMINATOR, cell), report.denominators(), cell);
                    sums.add(at(Sum.BEFORE_NUMERATOR, cell), before.numerators(), cell);
                    sums.add(at(Sum.BEFORE_DENOMINATOR, cell), before.denominators(), cell);
                }
            }
            before.set(cell, year, report);
        }
        for (int cell : report.asked()) {
            flags[cell] |= THERE;
            counts[at(Count.ASKED, cell)]++;
        }
    }

    private void value(Reckoning report, int cell, int regime) {
        seen(cell, (byte) regime, (byte) regime);
        counts[at(Count.BODIES, cell)]++;
        counts[at(Count.ZERO, cell)] += report.numerators().isZero(cell) ? 1 : 0;
        counts[at(Count.ANSWERED, cell)] += report.isAsked(cell) ? 1 : 0;
        counts[at(Count.APPROXIMATE, cell)] += report.isApproximate(cell) ? 1 : 0;
        sums.add(at(Sum.NUMERATOR, cell), report.numerators(), cell);
        sums.add(at(Sum.DENOMINATOR, cell), report.denominators(), cell);
    }

    private void seen(int cell, byte low, byte high) {
        boolean isFirst = counts[at(Count.BODIES, cell)] == 0;
        oldest[cell] = isFirst || low < oldest[cell] ? low : oldest[cell];
        newest[cell] = isFirst || high > newest[cell] ? high : newest[cell];
    }

    /** Adds another tally of the same cells. */
    public void add(Tally other) {
        for (int cell = 0; cell < size; cell++) {
            if (other.flags[cell] == 0) {
                continue;
            }
            flags[cell] |= other.flags[cell];
            if (other.hasValue(cell)) {
                seen(cell, other.oldest[cell], other.newest[cell]);
            }
            for (int i = COUNTS * cell; i < COUNTS * (cell + 1); i++) {
                counts[i] += other.counts[i];
            }
            for (int i = SUMS * cell; i < SUMS * (cell + 1); i++) {
                sums.add(i, other.sums, i);
            }
        }
    }

    /** The tally as a few bytes a cell, within one build only. */
    public byte[] packed() {
        Packer packer = new Packer();
        for (int cell = 0; cell < size; cell++) {
            if (flags[cell] == 0) {
                continue;
            }
            packer.natural(cell);
            packer.octet(flags[cell]);
            for (int i = COUNTS * cell; i < COUNTS * (cell + 1); i++) {
                packer.natural(counts[i]);
            }
            if (hasValue(cell)) {
                packer.octet(oldest[cell]);
                packer.octet(newest[cell]);
                packer.sum(sums, at(Sum.NUMERATOR, cell));
                packer.sum(sums, at(Sum.DENOMINATOR, cell));
            }
            if (count(Count.MATCHED, cell) > 0) {
                for (int i = at(Sum.MATCHED_NUMERATOR, cell); i < SUMS * (cell + 1); i++) {
                    packer.sum(sums, i);
                }
            }
        }
        return packer.take();
    }

    /** The tally of so many cells that {@link #packed} gave. */
    public static Tally of(int size, byte[] packed) {
        Tally tally = new Tally(size);
        Unpacker unpacker = new Unpacker(packed);
        while (unpacker.hasMore()) {
            int cell = (int) unpacker.natural();
            tally.flags[cell] = (byte) unpacker.octet();
            for (int i = COUNTS * cell; i < COUNTS * (cell + 1); i++) {
                tally.counts[i] = (int) unpacker.natural();
            }
            if (tally.hasValue(cell)) {
                tally.oldest[cell] = (byte) unpacker.octet();
                tally.newest[cell] = (byte) unpacker.octet();
                unpacker.addSum(tally.sums, at(Sum.NUMERATOR, cell));
                unpacker.addSum(tally.sums, at(Sum.DENOMINATOR, cell));
            }
            if (tally.count(Count.MATCHED, cell) > 0) {
                for (int i = at(Sum.MATCHED_NUMERATOR, cell); i < SUMS * (cell + 1); i++) {
                    unpacker.addSum(tally.sums, i);
                }
            }
        }
        return tally;
    }

    /** Whether a report says anything about the cell, or its form asks for it. */
    public boolean isThere(int cell) {
        return flags[cell] != 0;
    }

    /** Whether the cell of a report cannot be read. */
    public boolean isUnreadable(int cell) {
        return (flags[cell] & UNREADABLE) != 0;
    }

    /** Whether a report leaves a term of the cell blank. */
    public boolean isBlank(int cell) {
        return (flags[cell] & BLANK) != 0;
    }

    /** A count of reports. */
    public int count(Count count, int cell) {
        return counts[at(count, cell)];
    }

    /** Whether a report has a value. */
    public boolean hasValue(int cell) {
        return count(Count.BODIES, cell) > 0;
    }

    /** Reports whose form asks for the cell and that give no value. */
    public int missing(int cell) {
        return count(Count.ASKED, cell) - count(Count.ANSWERED, cell);
    }

    /** Place of the oldest definitions among those of the values; says nothing where there is no value. */
    public int oldest(int cell) {
        return oldest[cell];
    }

    /** The same of the newest. */
    public int newest(int cell) {
        return newest[cell];
    }

    /** A sum with six places; 0 where there is nothing to add. */
    public BigDecimal sum(Sum sum, int cell) {
        return sums.value(at(sum, cell));
    }

    private static int at(Count count, int cell) {
        return COUNTS * cell + count.ordinal();
    }

    private static int at(Sum sum, int cell) {
        return SUMS * cell + sum.ordinal();
    }
}
