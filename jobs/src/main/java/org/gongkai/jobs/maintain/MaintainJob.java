package org.gongkai.jobs.maintain;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeException;
import org.gongkai.jobs.lake.LakeState;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.lake.Maintenance;
import org.gongkai.jobs.lake.Retention;
import org.gongkai.jobs.lake.TableCare;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.release.Releases;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Housekeeping of a home: the lake, the mart sets and what interrupted publications left. Releases are never touched, and
 * no snapshot goes that a release or a mart set names.
 */
public final class MaintainJob {
    private MaintainJob() {}

    /**
     * What to do.
     *
     * @param ingests the state after that many newest ingests stays readable, and as many mart sets
     * @param age what is younger stays, for jobs that are running
     * @param isDryRun whether to say only what would be done
     * @param patience how long to wait for a job that writes
     */
    public record Order(int ingests, Duration age, boolean isDryRun, Duration patience) {}

    /**
     * Does it.
     *
     * @param say told what is going on, in sentences for the user
     * @throws LakeException where another job writes all that time, or a release does not say what it was made from
     */
    public static MaintainSummary run(SparkSession spark, Lake lake, Order order, Consumer<String> say)
            throws IOException {
        Instant start = Instant.now();
        URI home = URI.create(lake.home().address());
        Configuration hadoop = spark.sessionState().newHadoopConf();
        FileSystem fs = new Path(home).getFileSystem(hadoop);
        Releases releases = Releases.of(home, hadoop);
        try (LakeWriter writer = LakeWriter.open(lake, order.patience(), say)) {
            // First the sets, whose snapshots are then free; the newest are kept and named below.
            int sets = AggregateJob.sweep(fs, new Path(home), order.ingests(), order.age(), order.isDryRun());
            int leftovers = releases.sweep(order.age(), order.isDryRun());
            Retention retention = new Retention(order.ingests(), order.age(), named(fs, new Path(home), releases));
            List<TableCare> tables = Maintenance.run(spark, writer, retention, order.isDryRun(), say);
            return new MaintainSummary(tables, sets, leftovers, Duration.between(start, Instant.now()));
        }
    }

    private static Map<String, Set<Long>> named(FileSystem fs, Path home, Releases releases) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String id : releases.ids()) {
            texts.put("release " + id, releases.snapshots(id));
        }
        for (Path set : new ArrayList<>(AggregateJob.sets(fs, home))) {
            texts.put("the mart set " + set.getName(), AggregateJob.snapshots(fs, set));
        }
        Map<String, Set<Long>> named = new HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            try {
                LakeState.parse(text.getValue())
                        .forEach((table, snapshot) -> named.computeIfAbsent(table, t -> new HashSet<>())
                                .add(snapshot));
            } catch (IllegalStateException e) {
                throw new LakeException(
                        text.getKey() + " does not say which snapshots it was made from, so that none may go", e);
            }
        }
        return named;
    }
}
