package org.gongkai.jobs.ingest;

import org.gongkai.intake.FileKind;

import java.io.Serializable;
import java.util.List;

/**
 * A part of the input that one task reads in one go: many small files, one file, or a range of a large one.
 *
 * @param pieces in the order of the plan
 */
record InputSlice(List<Piece> pieces) implements Serializable {

    /**
     * A file or a range of it.
     *
     * @param number place of the file in the plan, which decides between two equal documents
     * @param path address of the file
     * @param name what a reader of the tables sees as its source
     * @param kind how to open it
     * @param start first byte; of a range that starts inside a line, the line belongs to the range before
     * @param end byte after the last
     * @param whole whether that is the whole file
     */
    record Piece(int number, String path, String name, FileKind kind, long start, long end, boolean whole)
            implements Serializable {}

    InputSlice {
        pieces = List.copyOf(pieces);
    }
}
