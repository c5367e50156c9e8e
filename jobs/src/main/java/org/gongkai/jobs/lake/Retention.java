package org.gongkai.jobs.lake;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What maintenance must leave alone. A snapshot goes only if none of these holds it.
 *
 * @param ingests the snapshots of that many newest ingests stay, so that their state can be read again; at least 1
 * @param age what is younger stays whatever it is: a job that began before the maintenance may still be reading it, and
 *     files that nobody names yet may belong to a job that has not committed
 * @param named snapshots that something outside the lake names, by the word of the table: releases and marts
 */
public record Retention(int ingests, Duration age, Map<String, Set<Long>> named) {
    /** Ingests whose state stays readable where nobody says otherwise. */
    public static final int INGESTS = 10;

    /** No job takes that long: three days, as Iceberg's own removal of orphans has it. */
    public static final Duration AGE = Duration.ofDays(3);

    public Retention {
        named = Map.copyOf(named);
        if (ingests < 1 || age.isNegative()) {
            throw new IllegalArgumentException("at least the last ingest is kept, and an age is not negative");
        }
    }

    /** Whether something outside the lake names a snapshot of a table. */
    boolean isNamed(LakeTable table, long snapshot) {
        return named.getOrDefault(table.word(), Set.of()).contains(snapshot);
    }
}
