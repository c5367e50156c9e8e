package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

import java.util.ArrayList;
import java.util.List;

/**
 * The views that one run of the marts works with, in the session it was given; dropped at its end. Two runs at once need
 * two sessions. Not thread-safe.
 */
final class Views {
    private final SparkSession spark;
    private final SqlFiles files;
    private final List<String> names = new ArrayList<>();

    private final boolean inOnePlace;

    /**
     * @param inOnePlace whether the tables are few rows that one core joins, without any exchange
     */
    Views(SparkSession spark, boolean inOnePlace) {
        this.spark = spark;
        this.inOnePlace = inOnePlace;
        this.files = new SqlFiles(spark, Views.class);
    }

    /** A view of a table that is there. */
    void table(String name, Dataset<Row> rows) {
        TempView.set(name, inOnePlace ? rows.coalesce(1) : rows);
        names.add(name);
    }

    /** Whether there is a view of that table. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** A view of rows that were made here. */
    void rows(String name, String ddl, List<Row> rows) {
        table(name, spark.createDataFrame(rows, StructType.fromDDL(ddl)));
    }

    /** The rows that a .sql file says. */
    Dataset<Row> query(String name) {
        return files.query(name);
    }

    /** Forgets the views. */
    void drop() {
        names.forEach(name -> TempView.drop(spark, name));
        files.views().forEach(name -> TempView.drop(spark, name));
        names.clear();
    }
}
