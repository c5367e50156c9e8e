package org.gongkai.jobs.session;

import org.apache.spark.sql.SparkSession;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings for queries whose rows are few: what is compiled for a query, split over cores or planned again while it runs
 * costs more than its data. They hold from {@link #open} to {@link #close} and change no result. Not thread-safe.
 */
public final class SmallPlans implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1",
            // A broadcast is a job of its own, and tables of one partition are joined where they lie.
            "spark.sql.autoBroadcastJoinThreshold", "-1");

    private final SparkSession spark;
    private final Map<String, Optional<String>> before = new LinkedHashMap<>();

    private SmallPlans(SparkSession spark) {
        this.spark = spark;
    }

    /** Sets them in a session. */
    public static SmallPlans open(SparkSession spark) {
        SmallPlans plans = new SmallPlans(spark);
        SETTINGS.forEach((key, value) -> {
            plans.before.put(key, Optional.ofNullable(spark.conf().get(key, null)));
            spark.conf().set(key, value);
        });
        return plans;
    }

    /** Sets back what was set before. */
    @Override
    public void close() {
        before.forEach((key, value) -> value.ifPresentOrElse(
                v -> spark.conf().set(key, v), () -> spark.conf().unset(key)));
    }
}
