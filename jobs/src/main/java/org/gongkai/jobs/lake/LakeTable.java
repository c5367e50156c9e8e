package org.gongkai.jobs.lake;

import org.gongkai.catalogue.TableSchema;

import java.util.Locale;

/** The tables of the lake, in the order in which they are committed; {@link #INGESTS} comes last and completes the rest. */
public enum LakeTable {
    DOCUMENTS,
    UNMAPPED,
    REPORTS,
    OBSERVATIONS,
    FINDINGS,
    INGESTS;

    private final TableSchema schema = TableSchema.of(name().toLowerCase(Locale.ROOT));

    /** Its name in the catalog, such as {@code observations}. */
    public String word() {
        return schema.table();
    }

    /** Its columns, as data. */
    public TableSchema schema() {
        return schema;
    }

    /** Whether its rows belong to a report, and go when another document takes the place of that report. */
    public boolean holdsReports() {
        return this == REPORTS || this == OBSERVATIONS || this == FINDINGS;
    }

    /** Whether an ingest's tasks write it. */
    public boolean isWrittenByTasks() {
        return this != INGESTS;
    }
}
