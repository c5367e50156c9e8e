package org.gongkai.jobs.ingest;

import org.gongkai.report.Reading;
import org.gongkai.report.Submission;

import java.io.Serializable;

/** Reads one document; must give the same for the same document, whenever and wherever. */
@FunctionalInterface
public interface Reader extends Serializable {
    /**
     * What the document says, or why it does not count.
     *
     * @param submission the document
     * @param sha256 its digest, which the ledger has taken already
     */
    Reading read(Submission submission, String sha256);
}
