package org.gongkai.jobs.marts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.OneStep;
import org.gongkai.jobs.rows.Grain;
import org.gongkai.jobs.rows.ParquetRows;
import org.gongkai.jobs.rows.TwoAtATime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Computes the marts from the lake into {@code <home>/marts/<id>}: one folder of Parquet a table, and {@code
 * manifest.json}. Written beside its place and moved there in one step: an interrupted run leaves nothing that anybody
 * reads, and two at once leave two sets. Where nothing changed that a set is made from ({@link MadeFrom}), the newest serves.
 */
public final class AggregateJob {
    /** The file that completes a mart set. */
    public static final String MANIFEST = "manifest.json";

    private static final String FOLDER = "marts";
    /** A folder that is not a set yet; an interrupted run leaves it. */
    private static final String STAGING = ".staging-";
    /** In it, what is gone before it is a set. */
    private static final String WORKING = ".working";
    /** Rows in a file: small tables are one sorted file, and a task sorts one file in its share of the heap. */
    private static final long ROWS_A_FILE = 500_000;

    private AggregateJob() {}

    /**
     * Computes and writes every table.
     *
     * @param spark the session of the tables
     * @param lake tables of the lake by name: reports, observations, findings, documents
     * @param snapshots what of the lake is read, as the manifest and the release shall name it
     * @param home where the mart sets stand, any Hadoop file system
     * @throws IOException where the home cannot be written
     */
    public static AggregateSummary run(
            SparkSession spark, Function<String, Dataset<Row>> lake, String snapshots, URI home) throws IOException {
        return run(spark, lake, snapshots, home, MartInputs.standard());
    }

    /**
     * The same with other regions, definitions or corrections.
     *
     * @throws MartsRefused where the roster or the corrections cannot be read or no longer fit
     */
    public static AggregateSummary run(
            SparkSession spark, Function<String, Dataset<Row>> lake, String snapshots, URI home, MartInputs inputs)
            throws IOException {
        return run(spark, lake, snapshots, home, inputs, (done, all) -> {});
    }

    /** Hears how many tables of how many are written, from any thread. */
    @FunctionalInterface
    public interface Watch {
        /** So many of all are written. */
        void written(long done, long all);
    }

    /** The same, watched. */
    public static AggregateSummary run(
            SparkSession spark,
            Function<String, Dataset<Row>> lake,
            String snapshots,
            URI home,
            MartInputs inputs,
            Watch watch)
            throws IOException {
        return run(spark, lake, snapshots, home, inputs, watch, MadeFrom.build());
    }

    /**
     * The same by a build.
     *
     * @param build digest of the program; without one, nothing that was computed before is taken for what it would compute
     */
    static AggregateSummary run(
            SparkSession spark,
            Function<String, Dataset<Row>> lake,
            String snapshots,
            URI home,
            MartInputs inputs,
            Watch watch,
            Optional<String> build)
            throws IOException {
        Instant start = Instant.now();
        Path root = new Path(new Path(home), FOLDER);
        FileSystem fs = root.getFileSystem(spark.sessionState().newHadoopConf());
        Roster roster = Roster.read(fs, new Path(home));
        Corrections corrections = Corrections.read(fs.getConf(), new Path(home), inputs.corrections());
        String from = build.map(b -> MadeFrom.digest(b, snapshots, inputs, roster, corrections))
                .orElse("");
        Optional<AggregateSummary> same = from.isEmpty() ? Optional.empty() : newest(fs, new Path(home), from, start);
        if (same.isPresent()) {
            return same.get();
        }
        Path staging = new Path(root, STAGING + UUID.randomUUID());
        fs.mkdirs(staging);
        spark.sparkContext().setJobGroup("aggregate", "marts: from the observations to " + root, false);
        Map<String, Long> rows;
        try (Marts marts = new Marts(spark, lake, inputs, roster, corrections, new Path(staging, WORKING))) {
            rows = write(spark, marts, fs, staging, watch);
        } catch (IOException | RuntimeException e) {
            fs.delete(staging, true);
            throw e;
        } finally {
            spark.sparkContext().clearJobGroup();
        }
        String id;
        Path set;
        do {
            // Of two at once, the slower takes the number after.
            id = next(fs, root);
            set = new Path(root, id);
            manifest(fs, staging, id, snapshots, from, rows);
        } while (!OneStep.move(fs, staging, set));
        return new AggregateSummary(id, set.toString(), true, rows, Duration.between(start, Instant.now()));
    }

    /** The complete mart sets of a home, oldest first. */
    public static List<Path> sets(FileSystem fs, Path home) throws IOException {
        Path root = new Path(home, FOLDER);
        List<Path> sets = new ArrayList<>();
        if (fs.exists(root)) {
            for (FileStatus status : fs.listStatus(root)) {
                if (!status.getPath().getName().startsWith(".") && fs.exists(new Path(status.getPath(), MANIFEST))) {
                    sets.add(status.getPath());
                }
            }
        }
        sets.sort((a, b) -> a.getName().compareTo(b.getName()));
        return sets;
    }

    /** The lake snapshots that a set was made from, as the JSON text of its manifest. */
    public static String snapshots(FileSystem fs, Path set) throws IOException {
        return manifest(fs, set).path("snapshots").asText();
    }

    /**
     * Removes sets that nobody needs: those that were never finished, and all but the newest. Releases keep what they
     * were made from.
     *
     * @param keep how many complete sets stay
     * @param age what is younger may still be in use and stays
     * @param isDryRun whether to count only
     * @return how many folders
     */
    public static int sweep(FileSystem fs, Path home, int keep, Duration age, boolean isDryRun) throws IOException {
        Path root = new Path(home, FOLDER);
        if (!fs.exists(root)) {
            return 0;
        }
        List<Path> complete = sets(fs, home);
        List<Path> kept = complete.subList(Math.max(0, complete.size() - keep), complete.size());
        long old = System.currentTimeMillis() - age.toMillis();
        int swept = 0;
        for (FileStatus status : fs.listStatus(root)) {
            String name = status.getPath().getName();
            boolean isOurs = name.startsWith(STAGING) || name.matches("\\d+");
            if (isOurs && !kept.contains(status.getPath()) && status.getModificationTime() <= old) {
                swept++;
                if (!isDryRun) {
                    fs.delete(status.getPath(), true);
                }
            }
        }
        return swept;
    }

    private static String next(FileSystem fs, Path root) throws IOException {
        int last = 0;
        if (fs.exists(root)) {
            last = Arrays.stream(fs.listStatus(root))
                    .map(s -> s.getPath().getName())
                    .filter(n -> n.matches("\\d+"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
        return String.format("%04d", last + 1);
    }

    private static Map<String, Long> write(SparkSession spark, Marts marts, FileSystem fs, Path set, Watch watch)
            throws IOException {
        AtomicLong written = new AtomicLong();
        Map<String, Callable<Long>> writes = new LinkedHashMap<>();
        for (MartTable table : MartTable.values()) {
            writes.put(table.word(), () -> {
                long count = write(spark, marts, table, fs, new Path(set, table.word()));
                watch.written(written.incrementAndGet(), MartTable.values().length);
                return count;
            });
        }
        return TwoAtATime.each(writes, "writing " + set);
    }

    private static long write(SparkSession spark, Marts marts, MartTable table, FileSystem fs, Path folder)
            throws IOException {
        if (marts.isFew(table)) {
            List<Row> few = Grain.sorted(table.schema(), marts.few(table));
            ParquetRows.write(new Path(folder, "part-00000.parquet"), fs.getConf(), table.schema(), few);
            return few.size();
        }
        marts.files(table, ROWS_A_FILE)
                .write()
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .option("compression", "zstd")
                .parquet(folder.toString());
        long count = 0;
        for (FileStatus file : fs.listStatus(folder)) {
            if (file.getPath().getName().endsWith(".parquet")) {
                try (ParquetFileReader reader =
                        ParquetFileReader.open(HadoopInputFile.fromStatus(file, fs.getConf()))) {
                    count += reader.getRecordCount();
                }
            }
        }
        return count;
    }

    /** The newest set, if it is whole and made from the same. */
    private static Optional<AggregateSummary> newest(FileSystem fs, Path home, String from, Instant start)
            throws IOException {
        List<Path> sets = sets(fs, home);
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        Path set = sets.get(sets.size() - 1);
        JsonNode manifest = manifest(fs, set);
        Map<String, Long> rows = new TreeMap<>();
        for (Map.Entry<String, JsonNode> table : manifest.path("rows").properties()) {
            rows.put(table.getKey(), table.getValue().asLong());
        }
        for (MartTable table : MartTable.values()) {
            if (!rows.containsKey(table.word()) || !fs.exists(new Path(set, table.word()))) {
                return Optional.empty();
            }
        }
        return manifest.path("made_from").asText().equals(from)
                ? Optional.of(new AggregateSummary(
                        set.getName(), set.toString(), false, rows, Duration.between(start, Instant.now())))
                : Optional.empty();
    }

    private static JsonNode manifest(FileSystem fs, Path set) throws IOException {
        try (FSDataInputStream in = fs.open(new Path(set, MANIFEST))) {
            return new ObjectMapper().readTree((java.io.InputStream) in);
        }
    }

    private static void manifest(
            FileSystem fs, Path set, String id, String snapshots, String from, Map<String, Long> rows)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", id);
        manifest.put("snapshots", snapshots);
        manifest.put("made_from", from);
        manifest.put("rows", rows);
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest);
        try (FSDataOutputStream out = fs.create(new Path(set, MANIFEST), true)) {
            out.write(json);
        }
    }
}
