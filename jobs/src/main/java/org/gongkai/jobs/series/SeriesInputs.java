package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.gongkai.measure.Figure;
import org.gongkai.measure.Formulas;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a pass over the figures has to know. Sent to every task.
 *
 * @param formulas the measures
 * @param links the identities between years, a row a term
 * @param ancestors by {@link #place}: what a report of the region counts for, itself included
 * @param corrections by {@link #cell}: the number that counts, in millionths
 */
public record SeriesInputs(
        Formulas formulas, List<Row> links, Map<String, List<String>> ancestors, Map<String, Long> corrections)
        implements Serializable {
    /** A region in a year. */
    public static String place(String region, int year) {
        return region + "/" + year;
    }

    /** A figure of a report. */
    public static String cell(String body, int year, String indicator, String requester) {
        return body + "/" + year + "/" + indicator + "/" + requester;
    }

    List<String> ancestors(RegionYear own) {
        List<String> all = ancestors.getOrDefault(place(own.region(), own.year()), List.of());
        return own.basis().equals(FiledReport.BODIES)
                ? all
                : all.stream().filter(a -> a.equals(own.region())).toList();
    }

    /** The figure that counts: as printed, or corrected. */
    Figure counted(FiledReport report, Figure printed) {
        if (corrections.isEmpty() || !printed.isPreferred()) {
            return printed;
        }
        Long corrected = corrections.get(cell(report.body(), report.year(), printed.indicator(), printed.requester()));
        return corrected == null ? printed : printed.corrected(corrected);
    }
}
