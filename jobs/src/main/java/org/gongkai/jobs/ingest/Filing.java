package org.gongkai.jobs.ingest;

import org.gongkai.jobs.lake.ReportKey;

import java.io.Serializable;

/**
 * A document that stands, or might stand, for a report.
 *
 * @param sha256 the document
 * @param report the report that it is a version of
 * @param regionCode region of the report, empty where unresolved
 * @param published day of publication as days since 1970, {@link #UNDATED} where unknown
 * @param characters length of its text in UTF-16 units
 */
record Filing(String sha256, ReportKey report, String regionCode, int published, int characters)
        implements Serializable {
    /** Published before everything that has a date. */
    static final int UNDATED = Integer.MIN_VALUE;
}
