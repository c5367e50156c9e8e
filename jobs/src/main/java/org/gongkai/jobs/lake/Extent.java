package org.gongkai.jobs.lake;

import java.io.Serializable;

/**
 * Rows that stand one after the other in one data file.
 *
 * @param file number of the file among those of its writer
 * @param first 0-based position of the first row
 * @param count how many rows, 0 for none
 */
public record Extent(int file, long first, int count) implements Serializable {
    /** No rows anywhere. */
    public static final Extent NONE = new Extent(-1, 0, 0);
}
