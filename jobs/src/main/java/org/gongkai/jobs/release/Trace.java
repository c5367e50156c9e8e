package org.gongkai.jobs.release;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.jobs.marts.RegionTree;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;

/** From a figure back to print: the lines of the reports that a region's figure of a year comes from. */
public final class Trace {
    /** The columns of {@link #of}, in order. */
    public static final List<String> COLUMNS = List.of(
            "body_id",
            "indicator",
            "requester",
            "value",
            "unit",
            "status",
            "line",
            "printed_label",
            "printed_value",
            "source");

    private Trace() {}

    /**
     * The printed figures behind a figure, by body, indicator and requester.
     *
     * @param home where the releases stand
     * @param release number of the release, or {@code current}
     * @param region code; everything below it counts for it, as in the marts
     * @param year report year
     * @param indicator an indicator such as {@code channel.weibo}, or a measure such as {@code outcome.granted}, which
     *     stands for all the cells of its formulas
     * @param basis {@code bodies} or {@code territory}
     * @throws java.io.FileNotFoundException where there is no such release
     */
    public static List<Row> of(
            SparkSession spark, URI home, String release, String region, int year, String indicator, String basis)
            throws IOException {
        return of(spark, home, release, region, year, indicator, basis, RegionTree.get());
    }

    /** The same as lines of text for a terminal: cells kept apart by tabs, without control characters of their own. */
    public static List<String> lines(
            SparkSession spark, URI home, String release, String region, int year, String indicator, String basis)
            throws IOException {
        return of(spark, home, release, region, year, indicator, basis).stream()
                .map(Trace::line)
                .toList();
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

    static List<Row> of(
            SparkSession spark,
            URI home,
            String release,
            String region,
            int year,
            String indicator,
            String basis,
            RegionTree regions)
            throws IOException {
        Path folder = Releases.of(home, spark.sessionState().newHadoopConf()).path(release);
        Dataset<Row> reports = spark.read()
                .parquet(new Path(folder, "reports").toString())
                .where(functions.col("report_year").equalTo(year))
                .where(functions.col("scope").equalTo(basis.equals("territory") ? "territory" : "body"));
        Object[] below = reports.select("region_code").distinct().collectAsList().stream()
                .map(r -> r.getString(0))
                .filter(code -> basis.equals("territory")
                        ? code.equals(region)
                        : regions.ancestors(code, year).contains(region))
                .toArray();
        Dataset<Row> observations = spark.read()
                .parquet(new Path(folder, "observations").toString())
                .where(functions.col("report_year").equalTo(year))
                .where(functions.col("is_preferred"))
                .where(functions.col("indicator").isin(cells(indicator)))
                .where(functions.col("region_code").isin(below));
        return observations
                .join(reports.select("body_id", "source"), "body_id")
                .select(COLUMNS.stream().map(functions::col).toArray(Column[]::new))
                .orderBy("body_id", "indicator", "requester")
                .collectAsList();
    }

    /** The indicators that a name stands for. */
    private static Object[] cells(String name) {
        TreeSet<String> cells = new TreeSet<>();
        for (Measure measure : Measures.get().spelledOut(List.of(name))) {
            if (measure.code().equals(name)) {
                measure.formulas().values().stream()
                        .flatMap(f -> f.terms().stream())
                        .map(Formula.Term::indicator)
                        .forEach(cells::add);
            }
        }
        if (cells.isEmpty()) {
            cells.add(name);
        }
        return cells.toArray();
    }
}
