package org.gongkai.jobs.cli;

import java.util.Map;
import java.util.Optional;

/**
 * Failures of the machines and not of gongkai, told by what the operating system, Java and Spark say of them. Whatever
 * the job had written does not count, and running it again finishes the work. Knows no class of Spark.
 */
final class Trouble {
    private static final int DEPTH = 20;

    private static final Map<String, String> SIGNS = Map.of(
            "No space left on device", "the disk is full",
            "Disk quota exceeded", "the disk is full",
            "File too large", "a file may not grow that large here",
            "OutOfMemoryError",
                    "there is not enough memory: give more (GONGKAI_MEMORY=4g, or --executor-memory 4g after --)",
            "ExecutorLostFailure",
                    "the cluster lost its workers again and again: out of memory (--executor-memory 4g after --), or stopped");

    private Trouble() {}

    /** What to tell the user, empty where the failure is none of these. */
    static Optional<String> of(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEPTH; depth++, each = each.getCause()) {
            String text = each.toString();
            for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
                if (text.contains(sign.getKey())) {
                    return Optional.of(sign.getValue() + ". Nothing counts of this job; run it again.");
                }
            }
        }
        return Optional.empty();
    }
}
