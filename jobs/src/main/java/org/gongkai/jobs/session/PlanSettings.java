package org.gongkai.jobs.session;

import org.apache.spark.sql.SparkSession;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings for queries over so many rows, from {@link #few} or {@link #many} to {@link #close}. They change no result. Not
 * thread-safe.
 */
public final class PlanSettings implements AutoCloseable {
    /** Rules that look for rows to leave out: where there are few, looking costs more than the rows. */
    private static final String FOR_MANY_ROWS = String.join(
            ",",
            "org.apache.spark.sql.catalyst.optimizer.InferFiltersFromConstraints",
            "org.apache.spark.sql.catalyst.optimizer.PruneFilters",
            "org.apache.spark.sql.catalyst.optimizer.MergeScalarSubqueries");

    private static final Map<String, String> FEW = Map.of(
            // What is compiled for a query, split over cores or planned again while it runs costs more than its data.
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.optimizer.excludedRules", FOR_MANY_ROWS,
            "spark.sql.optimizer.runtime.bloomFilter.enabled", "false",
            "spark.sql.shuffle.partitions", "1",
            // Every query is described to listeners; long descriptions of short queries cost a twentieth of a small
            // run.
            "spark.sql.ui.explainMode", "simple",
            // A broadcast is a job of its own, and tables of one partition are joined where they lie.
            "spark.sql.autoBroadcastJoinThreshold", "-1");

    /** Rows of codes pack twenty to one: a file of a megabyte is no table to send to every task. */
    private static final Map<String, String> PACKED = Map.of("spark.sql.sources.fileCompressionFactor", "20");

    /** Rows of a narrow table that a task groups and sorts within a few dozen megabytes. */
    private static final long ROWS_A_TASK = 150_000;

    private static final long MOST_TASKS = 400;

    private final SparkSession spark;
    private final Map<String, Optional<String>> before = new LinkedHashMap<>();

    private PlanSettings(SparkSession spark, Map<String, String> settings) {
        this.spark = spark;
        settings.forEach((key, value) -> {
            before.put(key, Optional.ofNullable(spark.conf().get(key, null)));
            spark.conf().set(key, value);
        });
    }

    /** For rows that one core goes through at once. */
    public static PlanSettings few(SparkSession spark) {
        return new PlanSettings(spark, FEW);
    }

    /**
     * For that many rows. On one machine a shuffle is cut by them: a task whose groups do not fit into its share of the heap
     * sorts them on disk instead, and was seen to take five times as long. A cluster is left as it is set, but for what is
     * sent to every task.
     */
    public static PlanSettings many(SparkSession spark, long rows) {
        if (!spark.sparkContext().isLocal()) {
            return new PlanSettings(spark, PACKED);
        }
        int cores = spark.sparkContext().defaultParallelism();
        long tasks = Math.max(cores, Math.min(MOST_TASKS, rows / ROWS_A_TASK));
        Map<String, String> settings = new LinkedHashMap<>(PACKED);
        settings.put("spark.sql.shuffle.partitions", Long.toString(tasks));
        // What is small is known beforehand; planning again after every stage costs more than it finds.
        settings.put("spark.sql.adaptive.enabled", "false");
        // Either side of a join is hashed in its share of the heap sooner than both are sorted.
        settings.put("spark.sql.join.preferSortMergeJoin", "false");
        return new PlanSettings(spark, settings);
    }

    /** Sets back what was set before. */
    @Override
    public void close() {
        before.forEach((key, value) -> value.ifPresentOrElse(
                v -> spark.conf().set(key, v), () -> spark.conf().unset(key)));
    }
}
