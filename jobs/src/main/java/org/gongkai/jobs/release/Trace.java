package org.gongkai.jobs.release;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gongkai.jobs.marts.MartTable;
import org.gongkai.jobs.marts.RegionTree;
import org.gongkai.value.Value;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * From a row of a mart back to print: the lines of the reports that are behind it. A figure of {@code measures} leads to the
 * cells that its formula takes on the form of each report; a finding to the lines that it is about; a count of reports to the
 * reports, and to the bodies that have none.
 */
public final class Trace {
    /** The columns of {@link #lines}, in order. */
    public static final List<String> COLUMNS = List.of(
            "body_id",
            "report_year",
            "indicator",
            "requester",
            "value",
            "unit",
            "status",
            "line",
            "printed_label",
            "printed_value",
            "corrected_value",
            "source");

    private static final String TERRITORY = "territory";

    private final SparkSession spark;
    private final Path release;
    private final RegionTree regions;
    private final Question question;
    private final TraceTarget target;

    /**
     * What is asked.
     *
     * @param release number of the release, or {@code current}
     * @param table a mart; empty: told from the indicator
     * @param region code; everything below it counts for it, as in the marts
     * @param year report year of the row
     * @param indicator a measure such as {@code outcome.granted} or {@code reach.weibo}, an indicator, or what a row or a
     *     column of the table is called; may be empty where the table has one row a region and year
     * @param requester applicant column of the row; empty: the total
     * @param basis {@code bodies} or {@code territory}
     * @throws IllegalArgumentException where there is no such table, or it has no such row
     */
    public record Question(
            String release,
            String table,
            String region,
            int year,
            String indicator,
            Optional<String> requester,
            String basis) {
        public Question {
            if (!Set.of("bodies", TERRITORY).contains(basis)) {
                throw new IllegalArgumentException("basis is bodies or territory, not “" + basis + "”");
            }
            // What cannot be asked is known before anything is opened.
            TraceTarget.of(table, indicator, requester);
        }
    }

    private Trace(SparkSession spark, Path release, RegionTree regions, Question question) {
        this.spark = spark;
        this.release = release;
        this.regions = regions;
        this.question = question;
        this.target = TraceTarget.of(question.table(), question.indicator(), question.requester());
    }

    /**
     * The printed lines behind a row, by body, year, indicator and applicant; the columns are {@link #COLUMNS}.
     *
     * @param home where the releases stand
     * @throws java.io.FileNotFoundException where there is no such release
     */
    public static List<Row> of(SparkSession spark, URI home, Question question) throws IOException {
        return of(spark, home, question, RegionTree.get());
    }

    static List<Row> of(SparkSession spark, URI home, Question question, RegionTree regions) throws IOException {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        return new Trace(spark, Releases.of(home, hadoop).path(question.release()), regions, question).rows();
    }

    /** The same as lines of text for a terminal: cells kept apart by tabs, without control characters of their own. */
    public static List<String> lines(SparkSession spark, URI home, Question question) throws IOException {
        return of(spark, home, question).stream().map(Trace::line).toList();
    }

    private static String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            String text = cell instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : cell == null ? "" : cell.toString();
            line.append(i == 0 ? "" : "\t").append(text.replaceAll("\\p{Cntrl}", " "));
        }
        return line.toString();
    }

    private List<Row> rows() {
        Map<String, Row> reports = reports();
        List<Row> rows = switch (target.kind()) {
            case FIGURES -> figures(reports);
            case FINDINGS -> findings(reports);
            case REPORTS -> bodies(reports);
        };
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row r) -> r.getString(0))
                .thenComparing(r -> r.getInt(1))
                .thenComparing(r -> r.getString(2))
                .thenComparing(r -> r.getString(3)));
        return sorted;
    }

    private static String key(Row row) {
        return row.<String>getAs("body_id") + " " + row.<Integer>getAs("report_year");
    }

    /** The reports that the row is about, by body and year. */
    private Map<String, Row> reports() {
        boolean everyScope = target.kind() != TraceTarget.Kind.FIGURES;
        boolean isTerritory = question.basis().equals(TERRITORY);
        Dataset<Row> filed = read(MartTable.REPORTS);
        if (!everyScope) {
            filed = filed.where(functions.col("scope").equalTo(isTerritory ? TERRITORY : "body"));
        }
        Map<String, Row> reports = new TreeMap<>();
        Map<Integer, Row> published = new HashMap<>();
        Object[] codes = codes(filed, isTerritory && !everyScope);
        for (Row row : filed.where(functions.col("region_code").isin(codes)).collectAsList()) {
            if (isTerritory && !everyScope) {
                published.merge(row.<Integer>getAs("report_year"), row, Trace::first);
            } else {
                reports.put(key(row), row);
            }
        }
        published.values().forEach(row -> reports.put(key(row), row));
        return reports;
    }

    /** Of two bodies that publish one territory the government, then the lower identifier: as {@code standing.sql} has it. */
    private static Row first(Row one, Row other) {
        Comparator<Row> order = Comparator.comparing((Row r) -> !"government".equals(r.<String>getAs("kind")))
                .thenComparing(r -> r.<String>getAs("body_id"));
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** The codes of the regions that count for the one in question. */
    private Object[] codes(Dataset<Row> rows, boolean itselfOnly) {
        return rows.select("region_code", "report_year").distinct().collectAsList().stream()
                .filter(r -> itselfOnly
                        ? isAsked(r.getString(0))
                        : regions.ancestors(r.getString(0), r.getInt(1)).stream()
                                .anyMatch(this::isAsked))
                .map(r -> r.getString(0))
                .distinct()
                .toArray();
    }

    /** A series goes on over a 1:1 change of code: where the year before counts, so does the code before. */
    private boolean isAsked(String code) {
        return code.equals(question.region())
                || target.years() > 0 && regions.lineage(code).equals(regions.lineage(question.region()));
    }

    private Dataset<Row> read(MartTable table) {
        return spark.read()
                .schema(table.type())
                .parquet(new Path(release, table.name().toLowerCase(Locale.ROOT)).toString())
                .where(functions.col("report_year").between(question.year() - target.years(), question.year()));
    }

    private List<Row> figures(Map<String, Row> reports) {
        Map<String, BigDecimal> corrected = new HashMap<>();
        for (Row row : read(MartTable.CORRECTIONS).collectAsList()) {
            corrected.put(cell(row), row.getAs("corrected_value"));
        }
        Object[] codes = reports.values().stream()
                .map(r -> r.getAs("region_code"))
                .distinct()
                .toArray();
        List<Row> taken = new ArrayList<>();
        Set<String> totals = new HashSet<>();
        Dataset<Row> observations = read(MartTable.OBSERVATIONS)
                .where(functions.col("is_preferred"))
                .where(functions.col("region_code").isin(codes));
        for (Row row : observations.where(mayBeTaken()).collectAsList()) {
            Row report = reports.get(key(row));
            String indicator = row.getAs("indicator");
            if (report != null
                    && target.takes(
                            report.getAs("form"),
                            row.<Integer>getAs("report_year"),
                            indicator,
                            "prose".equals(row.<String>getAs("origin")))) {
                taken.add(row);
                if (Value.TOTAL.equals(row.<String>getAs("requester"))
                        && (row.getAs("value") != null || "N".equals(row.<String>getAs("status")))) {
                    totals.add(key(row) + " " + indicator);
                }
            }
        }
        return taken.stream()
                .filter(row -> isOfRequester(row, totals))
                .map(row -> figure(row, corrected.get(cell(row)), reports.get(key(row))))
                .toList();
    }

    /** A coarse sieve for the engine; {@link TraceTarget#takes} decides. */
    private org.apache.spark.sql.Column mayBeTaken() {
        return target.indicators().stream()
                .map(i -> i.endsWith("*")
                        ? functions.col("indicator").startsWith(i.substring(0, i.length() - 1))
                        : functions.col("indicator").equalTo(i))
                .reduce(org.apache.spark.sql.Column::or)
                .orElse(functions.lit(false));
    }

    /** The column asked for; for a total that is blank the columns that it is added up from. */
    private boolean isOfRequester(Row row, Set<String> totals) {
        String requester = row.getAs("requester");
        return target.requester().isEmpty()
                || requester.equals(target.requester())
                || target.requester().equals(Value.TOTAL)
                        && target.cells().isEmpty()
                        && !totals.contains(key(row) + " " + row.<String>getAs("indicator"));
    }

    private static String cell(Row row) {
        return key(row) + " " + row.<String>getAs("indicator") + " " + row.<String>getAs("requester");
    }

    private static Row figure(Row row, BigDecimal corrected, Row report) {
        return RowFactory.create(
                row.getAs("body_id"),
                row.getAs("report_year"),
                row.getAs("indicator"),
                row.getAs("requester"),
                row.getAs("value"),
                row.getAs("unit"),
                row.getAs("status"),
                row.getAs("line"),
                row.getAs("printed_label"),
                row.getAs("printed_value"),
                corrected,
                report.getAs("source"));
    }

    /** Rule in the place of the indicator, where it stands in that of the applicant, the sentence in that of the label. */
    private List<Row> findings(Map<String, Row> reports) {
        List<Row> rows = new ArrayList<>();
        for (Row row : read(MartTable.FINDINGS).collectAsList()) {
            Row report = reports.get(key(row));
            String rule = row.getAs("rule");
            if (report != null && (target.rules().isEmpty() || target.rules().contains(rule))) {
                rows.add(RowFactory.create(
                        row.getAs("body_id"),
                        row.getAs("report_year"),
                        rule,
                        row.getAs("place"),
                        row.getAs("left_value"),
                        "",
                        row.getAs("severity"),
                        row.getAs("left_line"),
                        row.getAs("message"),
                        "",
                        null,
                        report.getAs("source")));
            }
        }
        return rows;
    }

    /** A line for each report, and one for each body that has none; scope or reason in the place of the status. */
    private List<Row> bodies(Map<String, Row> reports) {
        List<Row> rows = new ArrayList<>();
        reports.values().forEach(r -> rows.add(body(r, r.getAs("scope"), r.getAs("title"), r.getAs("source"))));
        Dataset<Row> missing =
                read(MartTable.EXPECTED_BODIES).where(functions.col("reason").notEqual("seen"));
        Object[] codes = codes(missing, false);
        for (Row row : missing.where(functions.col("region_code").isin(codes)).collectAsList()) {
            rows.add(body(row, row.getAs("reason"), "", ""));
        }
        return rows;
    }

    private static Row body(Row row, String status, String title, String source) {
        return RowFactory.create(
                row.getAs("body_id"),
                row.getAs("report_year"),
                "report",
                Value.TOTAL,
                null,
                "",
                status,
                source.isEmpty() ? 0 : 1,
                title,
                "",
                null,
                source);
    }
}
