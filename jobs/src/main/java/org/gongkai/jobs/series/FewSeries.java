package org.gongkai.jobs.series;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Few reports: the driver goes over them itself, in one pass. */
public final class FewSeries implements SeriesTables {
    private final SparkSession spark;
    private final SeriesOutcome outcome;

    /**
     * @param filed rows of {@code filed}
     * @param packed rows of {@link Packing#SCHEMA}
     */
    public FewSeries(SparkSession spark, List<Row> filed, List<Row> packed, SeriesInputs inputs) {
        this.spark = spark;
        Map<String, List<byte[]>> figures = new HashMap<>();
        packed.forEach(row -> figures.computeIfAbsent(
                        SeriesInputs.place(row.getString(0), row.getInt(1)), k -> new ArrayList<>())
                .add(row.getAs("figures")));
        SeriesPass pass = new SeriesPass(inputs);
        filed.stream().map(FiledReport::of).sorted().forEach(report -> {
            pass.begin(report);
            figures.getOrDefault(SeriesInputs.place(report.body(), report.year()), List.of())
                    .forEach(pass::add);
        });
        this.outcome = pass.end();
    }

    @Override
    public Dataset<Row> regionMeasures(RegionSeries series) {
        Map<String, List<RegionYear>> lines = new HashMap<>();
        outcome.regions()
                .keySet()
                .forEach(place -> lines.computeIfAbsent(series.line(place), l -> new ArrayList<>())
                        .add(place));
        List<Row> rows = new ArrayList<>();
        lines.values().forEach(places -> {
            RegionSeries.Years years = series.years();
            places.forEach(place -> years.add(place, outcome.regions().get(place)));
            rows.addAll(years.rows());
        });
        return table(rows, RegionSeries.COLUMNS);
    }

    @Override
    public Dataset<Row> formSums() {
        List<Row> rows = new ArrayList<>();
        outcome.forms().forEach((form, packed) -> rows.addAll(form.rows(List.of(packed))));
        return table(rows, FORM_SUM_COLUMNS);
    }

    @Override
    public Dataset<Row> findings() {
        return table(outcome.findings(), SeriesRules.COLUMNS);
    }

    @Override
    public Dataset<Row> cells() {
        return table(outcome.cells(), SeriesPass.CELL_COLUMNS);
    }

    @Override
    public Dataset<Row> followers() {
        return table(outcome.followers(), SeriesPass.FOLLOWER_COLUMNS);
    }

    @Override
    public void close() {
        // The driver's own objects.
    }

    private Dataset<Row> table(List<Row> rows, String columns) {
        return spark.createDataFrame(rows, StructType.fromDDL(columns));
    }
}
