package org.gongkai.jobs.ingest;

import org.gongkai.jobs.lake.Extent;
import org.gongkai.jobs.lake.LakeTable;

import java.io.Serializable;
import java.util.Map;

/**
 * What the driver has to know of a document that a task wrote: who it is, what it claims to be, and where its rows
 * went. Small, since there is one for every document.
 *
 * @param sha256 the document
 * @param file number of its file in the plan
 * @param position where in the file
 * @param outcome what became of it
 * @param extents its rows in every table
 */
record Filed(String sha256, int file, long position, Result outcome, Map<LakeTable, Extent> extents)
        implements Serializable {

    /** What became of a document. */
    sealed interface Result extends Serializable {
        /**
         * It is a version of a report.
         *
         * @param filing of which report
         * @param findings how many, by severity in the order of {@link org.gongkai.finding.Severity}
         * @param observations how many figures
         * @param unmapped how many lines of its table belong to no cell
         */
        record Report(Filing filing, int[] findings, int observations, int unmapped) implements Result {}

        /** It does not count, for the reason of that code. */
        record Rejected(String reason) implements Result {}
    }

    /** Whether this one counts when both are the same document: the one that stands first in the input. */
    boolean isBefore(Filed other) {
        return file != other.file ? file < other.file : position < other.position;
    }
}
