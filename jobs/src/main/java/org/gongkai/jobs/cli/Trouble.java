package org.gongkai.jobs.cli;

import java.util.List;
import java.util.Optional;

/**
 * Failures of the machines and not of gongkai, told by what the operating system, Java and Spark say of them. Whatever
 * the job had written does not count, and running it again finishes the work. Knows no class of Spark.
 */
final class Trouble {
    private static final int DEPTH = 20;

    /** Words that a failure shows, and what to do; of two that it shows, the first is the cause. */
    private record Sign(String words, String advice) {}

    private static final String LOST =
            "the cluster lost its workers again and again: out of memory (--executor-memory 4g after --), or stopped";

    private static final List<Sign> SIGNS = List.of(
            new Sign("No space left on device", "the disk is full"),
            new Sign("Disk quota exceeded", "the disk is full"),
            new Sign("File too large", "a file may not grow that large here"),
            new Sign(
                    "OutOfMemoryError",
                    "there is not enough memory: give more (GONGKAI_MEMORY=4g, or --executor-memory 4g after --)"),
            new Sign("ExecutorLostFailure", LOST),
            // An executor that is ending takes no task any more, and says so before it is known to be lost.
            new Sign("Executor.launchTask", LOST));

    private Trouble() {}

    /** What to tell the user, empty where the failure is none of these. */
    static Optional<String> of(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEPTH; depth++, each = each.getCause()) {
            String text = each.toString();
            for (Sign sign : SIGNS) {
                if (text.contains(sign.words())) {
                    return Optional.of(sign.advice() + ". Nothing counts of this job; run it again.");
                }
            }
        }
        return Optional.empty();
    }
}
