package org.gongkai.jobs.release;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
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
        for (Row place : reports.select("region_code", "report_year").distinct().collectAsList()) {
            for (String ancestor : regions.ancestors(place.getString(0), place.getInt(1))) {
                tree.add(RowFactory.create(place.getString(0), place.getInt(1), ancestor));
            }
        }
        spark.createDataFrame(tree, StructType.fromDDL("region_code STRING, report_year INT, ancestor STRING"))
                .createOrReplaceTempView("changed_tree");
        return sql.query("changes")
                .orderBy(SCHEMA.grain().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new));
    }

    /** A table of a release; empty where the release is older than the table. */
    private static Dataset<Row> read(SparkSession spark, Path release, String table) throws IOException {
        Path folder = new Path(release, table);
        if (folder.getFileSystem(spark.sessionState().newHadoopConf()).exists(folder)) {
            return spark.read().parquet(folder.toString());
        }
        return spark.createDataFrame(
                List.<Row>of(),
                MartTable.valueOf(table.toUpperCase(Locale.ROOT)).type());
    }
}
