package org.gongkai.jobs.ingest;

import org.gongkai.intake.IntakeLimits;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What an ingest is asked to do.
 *
 * @param inputs files, folders and globs
 * @param reader how to read a document
 * @param version version of the reader
 * @param limits how much of the input to believe
 * @param patience how long to wait for another job that writes
 */
public record IngestRequest(
        List<String> inputs, Reader reader, String version, IntakeLimits limits, Duration patience) {
    public IngestRequest {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(patience, "patience");
    }
}
