package org.gongkai.jobs.lake;

/**
 * Where every document of an ingest went. The sides balance, or there is no ledger.
 *
 * @param documentsIn documents that came in
 * @param parsed of these: read as reports
 * @param rejected of these: do not count, each with a reason
 * @param duplicate of these: the same content again within this input
 * @param unchanged of these: already in the lake
 */
public record Ledger(int documentsIn, int parsed, int rejected, int duplicate, int unchanged) {
    public Ledger {
        if (documentsIn != parsed + rejected + duplicate + unchanged) {
            throw new IllegalStateException("the ledger does not balance: " + documentsIn + " in, " + parsed
                    + " parsed, " + rejected + " rejected, " + duplicate + " duplicate, " + unchanged + " unchanged");
        }
    }
}
