package org.gongkai.jobs.lake;

import java.time.Instant;

/**
 * What an ingest leaves of itself in {@code ingests}.
 *
 * @param startedAt when it began
 * @param version version of the reader
 * @param ledger where its documents went
 * @param input the input as asked for, one address a line
 */
public record IngestRow(Instant startedAt, String version, Ledger ledger, String input) {}
