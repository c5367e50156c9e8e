package org.gongkai.jobs.lake;

/**
 * What maintenance did to one table, or would do.
 *
 * @param table its name
 * @param compactedFrom small data files, and files with deleted rows, that were written anew
 * @param compactedInto data files that hold their rows now; 0 where nothing was done but planned
 * @param expired snapshots that went
 * @param expiredFiles files that only these snapshots needed; 0 where nothing was done but planned
 * @param orphans files that no snapshot names
 */
public record TableCare(
        String table, int compactedFrom, int compactedInto, int expired, long expiredFiles, long orphans) {}
