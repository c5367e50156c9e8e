package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;

import java.io.Serializable;
import java.util.Optional;

/**
 * A report as the passes over it see it: who, when, where, and in which basis its figures stand ({@code filed.sql}).
 *
 * @param panel its body over the years; it goes on over a 1:1 change of its region's code
 * @param basis {@code bodies} or {@code territory}; empty where its figures stand in no sum
 */
record FiledReport(
        String panel, String scope, int year, String body, String region, String form, Optional<String> basis)
        implements Comparable<FiledReport>, Serializable {
    /** The basis of reports of one body; figures of a whole territory have {@code territory}. */
    static final String BODIES = "bodies";

    /** From a row of {@code filed}. */
    static FiledReport of(Row row) {
        return new FiledReport(
                row.getAs("panel_id"),
                row.getAs("scope"),
                row.getAs("report_year"),
                row.getAs("body_id"),
                row.getAs("region_code"),
                row.getAs("form"),
                Optional.ofNullable(row.getAs("basis")));
    }

    /** Whether the other report is in the same series of years. */
    boolean isBeside(FiledReport other) {
        return panel.equals(other.panel) && scope.equals(other.scope);
    }

    /** Series after series, and in each of them year after year. */
    @Override
    public int compareTo(FiledReport other) {
        int order = panel.compareTo(other.panel);
        order = order != 0 ? order : scope.compareTo(other.scope);
        order = order != 0 ? order : Integer.compare(year, other.year);
        return order != 0 ? order : body.compareTo(other.body);
    }
}
