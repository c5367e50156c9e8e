package org.gongkai.jobs.maintain;

import org.gongkai.jobs.lake.TableCare;

import java.time.Duration;
import java.util.List;

/**
 * What maintenance did, or would do.
 *
 * @param tables one entry a table of the lake, in their order
 * @param martSets mart sets that went: never finished, or older ones
 * @param leftovers what interrupted publications left beside the releases
 * @param took how long it took
 */
public record MaintainSummary(List<TableCare> tables, int martSets, int leftovers, Duration took) {
    public MaintainSummary {
        tables = List.copyOf(tables);
    }
}
