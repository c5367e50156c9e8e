package org.gongkai.jobs.marts;

import java.time.Duration;
import java.util.Map;

/**
 * What a run of the marts did.
 *
 * @param id number of the mart set, such as {@code 0001}
 * @param path where it stands
 * @param isNew false where the newest set is of the same state of the lake, the same inputs and the same build
 * @param rows rows by table
 * @param took wall-clock time
 */
public record AggregateSummary(String id, String path, boolean isNew, Map<String, Long> rows, Duration took) {
    public AggregateSummary {
        rows = Map.copyOf(rows);
    }
}
