package org.gongkai.jobs.ingest;

import org.gongkai.finding.Severity;
import org.gongkai.jobs.lake.Ledger;

import java.util.Map;

/**
 * What an ingest did.
 *
 * @param ingestId number of the ingest
 * @param files files of the input
 * @param ledger where the documents went
 * @param rejections rejected documents by the code of their reason
 * @param reports reports that are new or stand on another document than before
 * @param observations figures of these reports
 * @param unmapped lines of their tables that belong to no cell
 * @param findings findings of these reports by severity
 */
public record IngestSummary(
        int ingestId,
        int files,
        Ledger ledger,
        Map<String, Integer> rejections,
        int reports,
        long observations,
        long unmapped,
        Map<Severity, Integer> findings) {
    public IngestSummary {
        rejections = Map.copyOf(rejections);
        findings = Map.copyOf(findings);
    }
}
