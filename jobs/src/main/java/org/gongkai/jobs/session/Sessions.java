package org.gongkai.jobs.session;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.CatalogSettings;
import org.gongkai.jobs.lake.Home;
import scala.Tuple2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the one Spark session of a job. */
public final class Sessions {
    private static final int SMALL_MACHINE = 8;

    private Sessions() {}

    /**
     * A session for a home. What {@code spark-submit} or {@code -D} set is kept, except for the required settings.
     *
     * @param name shown by the cluster
     * @param home where the lake is
     * @param master where to run; empty: what {@code spark-submit} says, else all cores of this machine
     */
    public static SparkSession open(String name, Home home, Optional<String> master) {
        SparkConf conf = new SparkConf();
        Map<String, String> given = new LinkedHashMap<>();
        for (Tuple2<String, String> setting : conf.getAll()) {
            given.put(setting._1(), setting._2());
        }
        CatalogSettings.ofEnvironment(System.getenv()).forEach(given::putIfAbsent);
        master.ifPresent(m -> given.put("spark.master", m));
        given.putIfAbsent("spark.master", "local[*]");
        boolean local = given.get("spark.master").startsWith("local");

        Map<String, String> settings = new LinkedHashMap<>(byDefault(local));
        settings.putAll(given);
        settings.putAll(CatalogSettings.complete(home, given));
        settings.putAll(required());
        settings.forEach(conf::set);
        // The common builder asks by Scala's reflection which kind of session there is, which takes half a second.
        return org.apache.spark.sql.classic.SparkSession.builder()
                .appName("gongkai " + name)
                .config(conf)
                .getOrCreate();
    }

    /** Settings without which results would be wrong or the tables unreachable. */
    static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        // MERGE, DELETE and CALL on Iceberg tables.
        required.put("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
        // Years and days are read as printed, wherever the cluster stands.
        required.put("spark.sql.session.timeZone", "UTC");
        // An overflow is an error and never a null: a wrong sum is worse than none.
        required.put("spark.sql.ansi.enabled", "true");
        return required;
    }

    /** Settings that suit most runs; every one of them can be set otherwise. */
    static Map<String, String> byDefault(boolean local) {
        Map<String, String> settings = new LinkedHashMap<>();
        // The folder of managed tables, which we do not use, is not to appear where the user stands.
        settings.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/gongkai-spark-warehouse");
        // The driver gathers one small entry a document, which may be millions.
        settings.put("spark.driver.maxResultSize", "0");
        if (local) {
            // Nobody looks at the page of a run of seconds; it costs a second of start and a port.
            settings.put("spark.ui.enabled", "false");
            // Nothing of a local run is to be reached from outside, and no name has to resolve.
            settings.put("spark.driver.host", "127.0.0.1");
            settings.put("spark.driver.bindAddress", "127.0.0.1");
            // 200 partitions of a shuffle triple a small join on two cores.
            int cores = Math.min(SMALL_MACHINE, Math.max(2, Runtime.getRuntime().availableProcessors()));
            settings.put("spark.sql.shuffle.partitions", Integer.toString(cores));
            // By default a page of memory is a sixty-fourth of the heap, and every operator of every task takes one
            // however few its rows: what is cleared and collected so costs more than they do.
            settings.put("spark.buffer.pageSize", "2m");
            // Hadoop starts a process for every file that it makes.
            settings.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
            // Progress arrives with the heartbeat.
            settings.put("spark.executor.heartbeatInterval", "2s");
        }
        return settings;
    }
}
