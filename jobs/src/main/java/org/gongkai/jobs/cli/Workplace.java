package org.gongkai.jobs.cli;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.session.Sessions;

import java.net.URI;
import java.util.function.Function;

/**
 * Where a command works: a session, the home and the lake in it as of one moment. Commands hold this in the body of a
 * method only, so that {@code --help} loads no class of Spark.
 *
 * @param spark the session
 * @param home where the lake, the marts and the releases stand
 * @param lake tables of the lake by name, as of one moment
 * @param snapshots what that moment is, for the record
 */
record Workplace(SparkSession spark, URI home, Function<String, Dataset<Row>> lake, String snapshots) {
    /** A piece of work in a session. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it; what it throws reaches the user as an error or a defect. */
        T in(Workplace place) throws Exception;
    }

    /** Opens a session and the lake, does the work and closes both. */
    static <T> T during(JobOptions options, String job, Work<T> work) throws Exception {
        options.prepareLog();
        Home home = Home.of(options.home());
        try (SparkSession spark = Sessions.open(job, home, options.master());
                Lake lake = Lake.open(spark, options.home())) {
            return work.in(new Workplace(spark, URI.create(home.address()), lake::read, lake.snapshots()));
        }
    }
}
