package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.command.ViewHelper$;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

import java.util.List;

/**
 * A temporary view that stands for rows, set down in the catalog of the session. {@code createOrReplaceTempView} does the
 * same by a command, which is planned, described to listeners and run: for the ninety views of the marts a second of a
 * run over two reports.
 */
final class TempView {
    private TempView() {}

    /** Makes the view, or gives the name to these rows from now on. */
    static void set(String name, Dataset<Row> rows) {
        org.apache.spark.sql.classic.Dataset<Row> resolved = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        SparkSession spark = resolved.sparkSession();
        SessionCatalog catalog = spark.sessionState().catalog();
        LogicalPlan plan = resolved.queryExecution().analyzed();
        catalog.createTempView(
                name,
                ViewHelper$.MODULE$.createTemporaryViewRelation(
                        new TableIdentifier(name),
                        spark,
                        false,
                        catalog::getRawTempView,
                        Option.empty(),
                        plan,
                        plan,
                        CollectionConverters.asScala(List.<String>of()).toSeq(),
                        Option.empty()),
                true);
    }

    /** Forgets the view, if it is there. */
    static void drop(org.apache.spark.sql.SparkSession spark, String name) {
        ((SparkSession) spark).sessionState().catalog().dropTempView(name);
    }
}
