package org.gongkai.jobs.dashboard;

import org.gongkai.jobs.marts.MartTable;

import java.util.List;
import java.util.Set;

/**
 * What of a table goes into the file of a region: these columns, and of rows by applicant the total only. What the
 * columns mean: the schema of the table.
 *
 * @param table where the rows come from
 * @param columns in the order of the file
 */
record Slice(MartTable table, List<String> columns) {
    private static final Set<MartTable> TOTALS_ONLY = Set.of(MartTable.MEASURES, MartTable.TRENDS);

    /** Every slice of a region's file but its reports, which come in another order. */
    static final List<Slice> ALL = List.of(
            new Slice(
                    MartTable.MEASURES,
                    List.of(
                            "report_year",
                            "basis",
                            "measure",
                            "value",
                            "numerator",
                            "denominator",
                            "n_bodies",
                            "n_zero",
                            "n_missing",
                            "n_expected",
                            "coverage",
                            "status",
                            "comparability")),
            new Slice(
                    MartTable.TRENDS,
                    List.of(
                            "report_year",
                            "basis",
                            "measure",
                            "previous",
                            "change",
                            "change_pct",
                            "matched_previous",
                            "matched_value",
                            "matched_change",
                            "matched_change_pct",
                            "n_matched",
                            "composition_effect")),
            new Slice(
                    MartTable.CHANNEL_SHARES,
                    List.of(
                            "report_year",
                            "basis",
                            "channel",
                            "published",
                            "share",
                            "reach",
                            "n_reach",
                            "n_bodies",
                            "n_expected",
                            "coverage")),
            new Slice(
                    MartTable.FOLLOWERS,
                    List.of(
                            "report_year",
                            "platform",
                            "accounts",
                            "n_bodies",
                            "followers",
                            "median",
                            "as_of_first",
                            "as_of_last",
                            "matched_growth",
                            "n_matched",
                            "n_expected",
                            "status")),
            new Slice(
                    MartTable.COVERAGE,
                    List.of(
                            "report_year",
                            "n_expected",
                            "n_seen",
                            "coverage",
                            "n_silent",
                            "coverage_lower",
                            "n_territory",
                            "n_other_scope",
                            "n_with_form",
                            "n_form_local",
                            "n_form_2014",
                            "n_form_2019",
                            "n_form_2021",
                            "n_form_none",
                            "n_rejected")),
            new Slice(
                    MartTable.QUALITY,
                    List.of(
                            "report_year",
                            "rule",
                            "n_error",
                            "n_warn",
                            "n_info",
                            "n_reports",
                            "n_failed",
                            "pass_rate")),
            new Slice(
                    MartTable.FORM_CELLS,
                    List.of(
                            "report_year",
                            "basis",
                            "form",
                            "indicator",
                            "requester",
                            "unit",
                            "value",
                            "n_bodies",
                            "n_zero",
                            "n_blank",
                            "n_approximate")));

    /** The reports of a region itself, without those of the regions below. */
    static final Slice REPORTS = new Slice(
            MartTable.REPORTS,
            List.of("report_year", "body", "kind", "scope", "form", "published_on", "title", "source"));

    /** Whether rows of single applicants are left out. */
    boolean isTotalsOnly() {
        return TOTALS_ONLY.contains(table);
    }
}
