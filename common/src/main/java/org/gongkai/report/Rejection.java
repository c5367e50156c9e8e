package org.gongkai.report;

import java.util.Locale;

/** Why a document is not a report that can be counted. Its code stands in {@code documents.reason}. */
public enum Rejection {
    /** Nothing but blanks. */
    EMPTY,
    /** Not text: a picture, a program, an archive that nobody can open. */
    BINARY,
    /** Larger than the limit for one document. */
    TOO_LARGE,
    /** An archive, a table or a record that breaks off or contradicts its own format. */
    DAMAGED,
    /** A file of pages that holds no character: scanned pages, pictures. */
    NO_TEXT,
    /** Text, but neither title nor table nor figures of an annual report. */
    NOT_A_REPORT,
    /** A report that does not say of which year. */
    NO_REPORT_YEAR,
    /** Two reports, or two years, in one file: no figure could be given to one of them with certainty. */
    TWO_REPORTS;

    /** The word that the tables carry: {@code not_a_report}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
