package org.gongkai.jobs.release;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.catalogue.TableSchema;
import org.gongkai.jobs.marts.MartTable;
import org.gongkai.jobs.marts.RegionTree;
import org.gongkai.jobs.marts.SqlFiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cells that differ between two releases: {@code changes.sql} over the Parquet of both. */
public final class Changes {
    /** The columns of {@code changes.csv}. */
    static final TableSchema SCHEMA = TableSchema.of("changes");

    private static final List<String> TABLES =
            List.of("measures", "observations", "reports", "measures_dictionary", "corrections");

    private Changes() {}

    /**
     * The changes from one release to another, by table, region, year and code.
     *
     * @param before folder of the older release
     * @param after folder of the newer one
     */
    public static Dataset<Row> between(SparkSession spark, Path before, Path after, RegionTree regions)
            throws IOException {
        for (String table : TABLES) {
            read(spark, before, table).createOrReplaceTempView(table + "_before");
            read(spark, after, table).createOrReplaceTempView(table + "_after");
        }
        SqlFiles sql = new SqlFiles(spark, Changes.class);
        Dataset<Row> reports = sql.query("changed_reports").cache();
        reports.createOrReplaceTempView("changed_reports");
        List<Row> tree = new ArrayList<>();
        Dataset<Row> places = reports.select("region_code", "report_year")
                .union(spark.table("reports_after").select("region_code", "report_year"))
                .distinct();
        for (Row place : places.collectAsList()) {
            for (String ancestor : regions.ancestors(place.getString(0), place.getInt(1))) {
                tree.add(RowFactory.create(place.getString(0), place.getInt(1), ancestor));
            }
        }
        spark.createDataFrame(tree, StructType.fromDDL("region_code STRING, report_year INT, ancestor STRING"))
                .createOrReplaceTempView("changed_tree");
        Dataset<Row> cells = sql.query("changed_cells").cache();
        cells.createOrReplaceTempView("changed_cells");
        spark.createDataFrame(formulas(cells), StructType.fromDDL("measure STRING, indicator STRING"))
                .createOrReplaceTempView("measure_cells");
        return sql.query("changes")
                .orderBy(SCHEMA.grain().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new));
    }

    /** Which figures each measure takes, on whatever form. */
    private static List<Row> formulas(Dataset<Row> cells) {
        List<String> indicators = cells
                .where(functions.col("table_name").equalTo("observations"))
                .select("code")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Measure measure : Measures.get().spelledOut(indicators)) {
            measure.formulas().values().stream()
                    .flatMap(f -> f.terms().stream())
                    .map(Formula.Term::indicator)
                    .distinct()
                    .forEach(indicator -> rows.add(RowFactory.create(measure.code(), indicator)));
        }
        return rows;
    }

    /** A table of a release in the columns of today; what the release is too old for is missing. */
    private static Dataset<Row> read(SparkSession spark, Path release, String table) throws IOException {
        Path folder = new Path(release, table);
        StructType type = MartTable.valueOf(table.toUpperCase(Locale.ROOT)).type();
        if (folder.getFileSystem(spark.sessionState().newHadoopConf()).exists(folder)) {
            return spark.read().schema(type).parquet(folder.toString());
        }
        return spark.createDataFrame(List.<Row>of(), type);
    }
}
