package org.gongkai.jobs.release;

import java.time.Duration;
import java.util.Map;

/**
 * What a publication did.
 *
 * @param id number of the newest release, such as {@code 0001}
 * @param path where it stands
 * @param isNew whether this run made it; false: nothing had changed against it
 * @param rows rows by table
 * @param changes cells that differ from the release before
 * @param took wall-clock time
 */
public record PublishSummary(
        String id, String path, boolean isNew, Map<String, Long> rows, long changes, Duration took) {
    public PublishSummary {
        rows = Map.copyOf(rows);
    }
}
