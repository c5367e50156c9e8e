package org.gongkai.jobs.rows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.gongkai.jobs.marts.TestSession;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {
    private static final int BODIES = 60;
    private static final int YEARS = 7;

    @Test
    void filesFollowEachOtherInTheOrderOfTheGrainWhateverTheRowsCameIn() {
        SparkSession spark = TestSession.get();
        List<Row> rows = new ArrayList<>();
        for (int body = 0; body < BODIES; body++) {
            for (int year = 0; year < YEARS; year++) {
                rows.add(RowFactory.create(String.format("%04d县%s", body * 7, "局".repeat(body % 3)), 2014 + year));
            }
        }
        List<Row> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, new Random(1));
        Dataset<Row> table = spark.createDataFrame(mixed, StructType.fromDDL("body_id STRING, report_year INT"));

        Spread spread = Spread.of(table, "body_id", 50);
        Dataset<Row> files = spread.apply(table, functions.col("body_id"), functions.col("report_year"));

        assertThat(files.collectAsList()).as("rows of all files in turn").isEqualTo(rows);
        List<Row> sizes = files.groupBy(functions.spark_partition_id()).count().collectAsList();
        assertThat(sizes).as("files of at most 50 rows, bodies whole").hasSize(9);
        assertThat(sizes).allMatch(size -> size.getLong(1) <= 50);
    }
}
