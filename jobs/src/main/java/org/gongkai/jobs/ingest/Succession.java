package org.gongkai.jobs.ingest;

import java.util.Collection;
import java.util.Comparator;

/**
 * Which of several documents stands for a report: the one published last; of those published on the same day the longer
 * one, since a text cut off or without its table is the shorter; of those the one with the larger SHA-256. It depends on
 * the documents alone, never on the order in which they came. A document without a date stands behind any with one.
 */
final class Succession {
    private static final Comparator<Filing> BY_STANDING = Comparator.comparingInt(Filing::published)
            .thenComparingInt(Filing::characters)
            .thenComparing(Filing::sha256);

    private Succession() {}

    /** The one that stands; throws {@link java.util.NoSuchElementException} where there is none. */
    static Filing standing(Collection<Filing> versions) {
        return versions.stream().max(BY_STANDING).orElseThrow();
    }
}
