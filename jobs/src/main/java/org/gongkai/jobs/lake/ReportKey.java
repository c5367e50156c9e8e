package org.gongkai.jobs.lake;

import java.io.Serializable;

/**
 * What tells reports apart.
 *
 * @param bodyId the body
 * @param reportYear the year it reports on
 */
public record ReportKey(String bodyId, int reportYear) implements Serializable, Comparable<ReportKey> {
    public ReportKey {
        if (bodyId.isBlank()) {
            throw new IllegalArgumentException("a report needs a body");
        }
    }

    @Override
    public int compareTo(ReportKey other) {
        int byYear = Integer.compare(reportYear, other.reportYear);
        return byYear != 0 ? byYear : bodyId.compareTo(other.bodyId);
    }
}
