package org.gongkai.jobs.marts;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

import java.util.UUID;

/** The one session of this room's tests; it ends with the process. */
public final class TestSession {
    private TestSession() {}

    private static final class Holder {
        private static final SparkSession INSTANCE = SparkSession.builder()
                .master("local[2]")
                .appName("marts tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/gongkai-test-warehouse")
                .getOrCreate();
    }

    /** A folder for the working tables of one run, not there yet. */
    static Path working() {
        return new Path(System.getProperty("java.io.tmpdir"), "gongkai-test-marts-" + UUID.randomUUID());
    }

    /** The session. */
    public static SparkSession get() {
        return Holder.INSTANCE;
    }
}
