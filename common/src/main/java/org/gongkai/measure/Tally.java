package org.gongkai.measure;

import java.math.BigDecimal;

/**
 * The cells of one region, year and basis, added up over reports. Sums are exact, so that a tally does not depend on the
 * order in which reports and other tallies are added. Not thread-safe.
 */
public final class Tally {
    private static final int COUNTS = 6;
    private static final int BODIES = 0;
    private static final int ZERO = 1;
    private static final int ANSWERED = 2;
    private static final int APPROXIMATE = 3;
    private static final int MATCHED = 4;
    private static final int ASKED = 5;

    private static final int SUMS = 6;
    private static final int NUMERATOR = 0;
    private static final int DENOMINATOR = 1;
    private static final int MATCHED_NUMERATOR = 2;
    private static final int MATCHED_DENOMINATOR = 3;
    private static final int BEFORE_NUMERATOR = 4;
    private static final int BEFORE_DENOMINATOR = 5;

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
                    counts[COUNTS * cell + MATCHED]++;
                    sums.add(SUMS * cell + MATCHED_NUMERATOR, report.numerators(), cell);
                    sums.add(SUMS * cell + MATCHED_DENOMINATOR, report.denominators(), cell);
                    sums.add(SUMS * cell + BEFORE_NUMERATOR, before.numerators(), cell);
                    sums.add(SUMS * cell + BEFORE_DENOMINATOR, before.denominators(), cell);
                }
            }
            before.set(cell, year, report);
        }
        for (int cell : report.asked()) {
            flags[cell] |= THERE;
            counts[COUNTS * cell + ASKED]++;
        }
    }

    private void value(Reckoning report, int cell, int regime) {
        int at = COUNTS * cell;
        seen(cell, (byte) regime, (byte) regime);
        counts[at + BODIES]++;
        counts[at + ZERO] += report.numerators().isZero(cell) ? 1 : 0;
        counts[at + ANSWERED] += report.isAsked(cell) ? 1 : 0;
        counts[at + APPROXIMATE] += report.isApproximate(cell) ? 1 : 0;
        sums.add(SUMS * cell + NUMERATOR, report.numerators(), cell);
        sums.add(SUMS * cell + DENOMINATOR, report.denominators(), cell);
    }

    private void seen(int cell, byte low, byte high) {
        boolean isFirst = counts[COUNTS * cell + BODIES] == 0;
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
            if (other.bodies(cell) > 0) {
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
            if (bodies(cell) > 0) {
                packer.octet(oldest[cell]);
                packer.octet(newest[cell]);
                packer.sum(sums, SUMS * cell + NUMERATOR);
                packer.sum(sums, SUMS * cell + DENOMINATOR);
            }
            if (matched(cell) > 0) {
                for (int i = SUMS * cell + MATCHED_NUMERATOR; i < SUMS * (cell + 1); i++) {
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
            if (tally.bodies(cell) > 0) {
                tally.oldest[cell] = (byte) unpacker.octet();
                tally.newest[cell] = (byte) unpacker.octet();
                unpacker.addSum(tally.sums, SUMS * cell + NUMERATOR);
                unpacker.addSum(tally.sums, SUMS * cell + DENOMINATOR);
            }
            if (tally.matched(cell) > 0) {
                for (int i = SUMS * cell + MATCHED_NUMERATOR; i < SUMS * (cell + 1); i++) {
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

    /** Reports with a value. */
    public int bodies(int cell) {
        return counts[COUNTS * cell + BODIES];
    }

    /** Of them, those whose value is 0. */
    public int zero(int cell) {
        return counts[COUNTS * cell + ZERO];
    }

    /** Of them, those with an approximate figure. */
    public int approximate(int cell) {
        return counts[COUNTS * cell + APPROXIMATE];
    }

    /** Of them, those whose body has a value the year before. */
    public int matched(int cell) {
        return counts[COUNTS * cell + MATCHED];
    }

    /** Reports whose form asks for the cell and that give no value. */
    public int missing(int cell) {
        return counts[COUNTS * cell + ASKED] - counts[COUNTS * cell + ANSWERED];
    }

    /** Place of the oldest definitions among those of the values; says nothing where there is no value. */
    public int oldest(int cell) {
        return oldest[cell];
    }

    /** The same of the newest. */
    public int newest(int cell) {
        return newest[cell];
    }

    /** Σ of the values, six places; of a ratio, of its numerators. 0 where there is no value. */
    public BigDecimal numerator(int cell) {
        return sums.value(SUMS * cell + NUMERATOR);
    }

    /** Σ of the denominators of a ratio. */
    public BigDecimal denominator(int cell) {
        return sums.value(SUMS * cell + DENOMINATOR);
    }

    /** Σ of the values over the {@link #matched} reports. */
    public BigDecimal matchedNumerator(int cell) {
        return sums.value(SUMS * cell + MATCHED_NUMERATOR);
    }

    /** Σ of their denominators. */
    public BigDecimal matchedDenominator(int cell) {
        return sums.value(SUMS * cell + MATCHED_DENOMINATOR);
    }

    /** Σ of their values the year before. */
    public BigDecimal beforeNumerator(int cell) {
        return sums.value(SUMS * cell + BEFORE_NUMERATOR);
    }

    /** Σ of their denominators the year before. */
    public BigDecimal beforeDenominator(int cell) {
        return sums.value(SUMS * cell + BEFORE_DENOMINATOR);
    }
}
