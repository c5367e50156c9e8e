package org.gongkai.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Exact sums: whole numbers of 128 bits, counted in millionths, in a row of slots. The sum of a nation overflows 64 bits,
 * and a decimal object a sum would cost more than the adding. Not thread-safe.
 */
final class Wide {
    /** Decimal places that a figure carries, {@code DECIMAL(18,6)}. */
    static final int SCALE = 6;

    /** One, in millionths. */
    static final long ONE = 1_000_000;
    /** Decimal places of the coefficient of a term. */
    static final int COEFFICIENT_SCALE = 4;

    private static final BigInteger LOW = BigInteger.ONE.shiftLeft(Long.SIZE);

    /** Two words a slot: the high one, then the low one. */
    private final long[] words;

    /** So many sums, all 0. */
    Wide(int slots) {
        this.words = new long[2 * slots];
    }

    /** Sets every slot back to 0. */
    void clear() {
        Arrays.fill(words, 0);
    }

    void clear(int slot) {
        words[2 * slot] = 0;
        words[2 * slot + 1] = 0;
    }

    /** Adds {@code factor × millionths}; their product has at most 127 bits. */
    void addProduct(int slot, long factor, long millionths) {
        add(slot, Math.multiplyHigh(factor, millionths), factor * millionths);
    }

    /** Adds {@code coefficient ÷ 10,000 × millionths}, rounded half up to a millionth. */
    void addRounded(int slot, long coefficient, long millionths) {
        BigInteger rounded = BigDecimal.valueOf(coefficient, COEFFICIENT_SCALE)
                .multiply(BigDecimal.valueOf(millionths))
                .setScale(0, RoundingMode.HALF_UP)
                .unscaledValue();
        add(slot, rounded.shiftRight(Long.SIZE).longValue(), rounded.longValue());
    }

    /** The same of a slot of other sums in the place of millionths. */
    void addRounded(int slot, long coefficient, Wide other, int otherSlot) {
        BigInteger rounded = BigDecimal.valueOf(coefficient, COEFFICIENT_SCALE)
                .multiply(new BigDecimal(other.value(otherSlot).unscaledValue()))
                .setScale(0, RoundingMode.HALF_UP)
                .unscaledValue();
        add(slot, rounded.shiftRight(Long.SIZE).longValue(), rounded.longValue());
    }

    /** Adds a slot of other sums. */
    void add(int slot, Wide other, int otherSlot) {
        add(slot, other.words[2 * otherSlot], other.words[2 * otherSlot + 1]);
    }

    /** Sets a slot to one of other sums. */
    void set(int slot, Wide other, int otherSlot) {
        words[2 * slot] = other.words[2 * otherSlot];
        words[2 * slot + 1] = other.words[2 * otherSlot + 1];
    }

    void add(int slot, long high, long low) {
        long sum = words[2 * slot + 1] + low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        words[2 * slot] += high + carry;
        words[2 * slot + 1] = sum;
    }

    long high(int slot) {
        return words[2 * slot];
    }

    long low(int slot) {
        return words[2 * slot + 1];
    }

    boolean isZero(int slot) {
        return words[2 * slot] == 0 && words[2 * slot + 1] == 0;
    }

    /** The sum with six places. */
    BigDecimal value(int slot) {
        long high = words[2 * slot];
        long low = words[2 * slot + 1];
        if (high == low >> (Long.SIZE - 1)) {
            return BigDecimal.valueOf(low, SCALE);
        }
        BigInteger unsigned =
                low >= 0 ? BigInteger.valueOf(low) : BigInteger.valueOf(low).add(LOW);
        return new BigDecimal(BigInteger.valueOf(high).multiply(LOW).add(unsigned), SCALE);
    }
}
