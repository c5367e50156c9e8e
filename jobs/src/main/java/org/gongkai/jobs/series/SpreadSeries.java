package org.gongkai.jobs.series;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.gongkai.jobs.rows.Spread;
import scala.Tuple2;

import java.util.Iterator;
import java.util.List;

/**
 * Many reports: a task goes over those of some neighbouring regions, so that it meets few of them and most sums are whole;
 * what several tasks met of a region is put together afterwards.
 */
public final class SpreadSeries implements SeriesTables {
    /** Reports of a task: their packed figures and the sums of their regions take some dozen megabytes. */
    private static final long REPORTS_A_TASK = 4_000;

    private final SparkSession spark;
    private final JavaRDD<SeriesOutcome> outcomes;

    /**
     * @param filed the view {@code filed}
     * @param series rows of {@code series.sql}
     */
    public SpreadSeries(SparkSession spark, Dataset<Row> filed, Dataset<Row> series, SeriesInputs inputs) {
        this.spark = spark;
        Broadcast<SeriesInputs> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(inputs);
        Spread spread = Spread.of(filed, "panel_region", REPORTS_A_TASK);
        this.outcomes = spread.apply(
                        series,
                        functions.col("panel_id"),
                        functions.col("scope"),
                        functions.col("report_year"),
                        functions.col("body_id"),
                        functions.col("figures").isNotNull())
                .toJavaRDD()
                .mapPartitions(rows -> List.of(over(sent.value(), rows)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    private static SeriesOutcome over(SeriesInputs inputs, Iterator<Row> rows) {
        SeriesPass pass = new SeriesPass(inputs);
        while (rows.hasNext()) {
            Row row = rows.next();
            byte[] figures = row.getAs("figures");
            if (figures == null) {
                pass.begin(FiledReport.of(row));
            } else {
                pass.add(figures);
            }
        }
        return pass.end();
    }

    @Override
    public Dataset<Row> regionMeasures(RegionSeries series) {
        Broadcast<RegionSeries> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(series);
        JavaPairRDD<String, Tuple2<RegionYear, byte[]>> sums =
                outcomes.flatMapToPair(outcome -> outcome.regions().entrySet().stream()
                        .map(e -> new Tuple2<>(sent.value().line(e.getKey()), new Tuple2<>(e.getKey(), e.getValue())))
                        .iterator());
        return table(
                sums.groupByKey().flatMap(line -> {
                    RegionSeries.Years years = sent.value().years();
                    line._2().forEach(sum -> years.add(sum._1(), sum._2()));
                    return years.rows().iterator();
                }),
                RegionSeries.COLUMNS);
    }

    @Override
    public Dataset<Row> formSums() {
        JavaPairRDD<RegionForm, byte[]> sums = outcomes.flatMapToPair(outcome -> outcome.forms().entrySet().stream()
                .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                .iterator());
        return table(sums.groupByKey().flatMap(form -> form._1().rows(form._2()).iterator()), FORM_SUM_COLUMNS);
    }

    @Override
    public Dataset<Row> findings() {
        return table(outcomes.flatMap(outcome -> outcome.findings().iterator()), SeriesRules.COLUMNS);
    }

    @Override
    public Dataset<Row> cells() {
        return table(outcomes.flatMap(outcome -> outcome.cells().iterator()), SeriesPass.CELL_COLUMNS);
    }

    @Override
    public Dataset<Row> followers() {
        return table(outcomes.flatMap(outcome -> outcome.followers().iterator()), SeriesPass.FOLLOWER_COLUMNS);
    }

    @Override
    public void close() {
        outcomes.unpersist(false);
    }

    private Dataset<Row> table(JavaRDD<Row> rows, String columns) {
        return spark.createDataFrame(rows, StructType.fromDDL(columns));
    }
}
