package org.gongkai.measure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Packer} wrote, in the same order. Not thread-safe. */
final class Unpacker {
    private static final int WORD_BITS = 7;

    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int octet() {
        return bytes[at++];
    }

    long natural() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            shift += WORD_BITS;
        }
    }

    long integer() {
        long zigzag = natural();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    String word() {
        int number = (int) natural();
        if (number > 0) {
            return Codes.standard().word(number - 1);
        }
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        int length = (int) natural();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Adds a sum to a slot. */
    void addSum(Wide sums, int slot) {
        if (octet() == 0) {
            sums.addProduct(slot, Wide.ONE, integer());
        } else {
            long high = integer();
            sums.add(slot, high, integer());
        }
    }
}
