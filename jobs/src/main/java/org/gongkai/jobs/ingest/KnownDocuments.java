package org.gongkai.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The documents that the lake holds already, as their SHA-256 in one sorted array: 32 bytes a document, so that a
 * million of them travel to every task as 32 MB. Immutable, thread-safe.
 */
final class KnownDocuments implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 32;

    /** Nothing is known yet. */
    static final KnownDocuments NONE = new KnownDocuments(new byte[0]);

    private final byte[] sorted;

    private KnownDocuments(byte[] sorted) {
        this.sorted = sorted;
    }

    /** The documents of these SHA-256 in hexadecimal. */
    static KnownDocuments of(List<byte[]> hashes) {
        byte[][] order = hashes.toArray(byte[][]::new);
        Arrays.sort(order, Arrays::compareUnsigned);
        byte[] sorted = new byte[Math.multiplyExact(order.length, WIDTH)];
        for (int i = 0; i < order.length; i++) {
            if (order[i].length != WIDTH) {
                throw new IllegalArgumentException("not a SHA-256: " + order[i].length + " bytes");
            }
            System.arraycopy(order[i], 0, sorted, i * WIDTH, WIDTH);
        }
        return new KnownDocuments(sorted);
    }

    /** Whether the document of that SHA-256, in hexadecimal, is known. */
    boolean contains(String sha256) {
        byte[] key = HexFormat.of().parseHex(sha256);
        int low = 0;
        int high = sorted.length / WIDTH - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * WIDTH;
            int order = Arrays.compareUnsigned(sorted, at, at + WIDTH, key, 0, WIDTH);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
