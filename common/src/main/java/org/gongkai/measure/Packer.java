package org.gongkai.measure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and words in as few bytes as they need. Not thread-safe. */
final class Packer {
    /** The longest number, in bytes. */
    private static final int LONGEST = 10;

    private static final int WORD_BITS = 7;

    private byte[] bytes = new byte[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** What was written since the last call. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** A number that is 0 or more; the smaller, the shorter. */
    void natural(long value) {
        ensure(LONGEST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= WORD_BITS;
        }
        bytes[size++] = (byte) rest;
    }

    /** Any number; the nearer to 0, the shorter. */
    void integer(long value) {
        natural(value << 1 ^ value >> (Long.SIZE - 1));
    }

    /** A word: one byte or two where the forms know it. */
    void word(String word) {
        int number = Codes.standard().number(word);
        natural(number + 1L);
        if (number < 0) {
            bytes(word.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Bytes, after their number. */
    void bytes(byte[] text) {
        natural(text.length);
        ensure(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    /** A sum: a millionth of it where it is whole. */
    void sum(Wide sums, int slot) {
        boolean isNarrow = sums.high(slot) == sums.low(slot) >> (Long.SIZE - 1);
        long low = sums.low(slot);
        if (isNarrow && low % Wide.ONE == 0) {
            octet(0);
            integer(low / Wide.ONE);
        } else {
            octet(1);
            integer(sums.high(slot));
            integer(low);
        }
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
