package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gongkai.catalogue.TableSchema;
import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.MartTable;
import org.gongkai.jobs.marts.RegionTree;
import org.gongkai.jobs.rows.ParquetRows;
import org.gongkai.jobs.rows.TwoAtATime;
import org.gongkai.jobs.session.PlanSettings;
import org.gongkai.jobs.summary.Shelf;
import org.gongkai.report.Digests;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Makes the newest complete mart set a release: Parquet, CSV, data package, checksums, changes. Built in a folder beside
 * the releases and moved into place in one step; where nothing changed against the newest release, none is made.
 */
public final class PublishJob {
    private static final String CHECKSUMS = "checksums.sha256";
    private static final String CHANGES = "changes.csv";
    private static final String SDMX = "sdmx/measures.csv";
    /** Rows that one task sorts without a shuffle. */
    private static final long ONE_TASK = 200_000;
    /** Rows that are gathered sooner than a plan for them is compiled. */
    private static final long FEW = 5_000;

    private final SparkSession spark;
    private final Path home;
    private final Releases releases;
    private final RegionTree regions;

    private PublishJob(SparkSession spark, Path home, Releases releases, RegionTree regions) {
        this.spark = spark;
        this.home = home;
        this.releases = releases;
        this.regions = regions;
    }

    /**
     * Publishes.
     *
     * @param home where the mart sets and releases stand
     * @throws FileNotFoundException where there is no complete mart set: {@code aggregate} has to run first
     * @throws IOException where the home cannot be read or written
     */
    public static PublishSummary run(SparkSession spark, URI home) throws IOException {
        return run(spark, home, RegionTree.get());
    }

    static PublishSummary run(SparkSession spark, URI home, RegionTree regions) throws IOException {
        Releases releases = Releases.of(home, spark.sessionState().newHadoopConf());
        List<Path> sets = AggregateJob.sets(releases.fs(), new Path(home));
        if (sets.isEmpty()) {
            throw new FileNotFoundException("no marts in " + home + "; run “gongkai aggregate” first");
        }
        spark.sparkContext().setJobGroup("publish", "release from " + sets.get(sets.size() - 1), false);
        try {
            return new PublishJob(spark, new Path(home), releases, regions).publish(sets.get(sets.size() - 1));
        } finally {
            spark.sparkContext().clearJobGroup();
        }
    }

    private PublishSummary publish(Path set) throws IOException {
        Instant start = Instant.now();
        JsonNode manifest = new ObjectMapper().readTree(releases.read(new Path(set, AggregateJob.MANIFEST)));
        Path staging = releases.stage();
        try {
            Map<String, Long> rows = tables(set, staging);
            Map<String, String> sums = checksums(staging, Map.of());
            Map<String, String> content = new TreeMap<>(sums);
            content.keySet().removeIf(file -> !isContent(file));
            while (true) {
                Optional<String> newest = releases.newest();
                if (newest.isPresent() && content.equals(contentOf(newest.get()))) {
                    releases.discard(staging);
                    String path = releases.path(newest.get()).toString();
                    // A run that was interrupted between the two steps left the link behind.
                    releases.pointToNewest();
                    return new PublishSummary(
                            newest.get(), path, false, rows, 0, Duration.between(start, Instant.now()));
                }
                long changes = changes(newest, staging);
                Dashboard.write(releases.fs(), staging, number(newest), regions, sources(staging, rows));
                describe(staging, newest, manifest, rows, changes, sums);
                String id = number(newest);
                if (releases.complete(staging, id)) {
                    shelf();
                    return new PublishSummary(
                            id,
                            releases.path(id).toString(),
                            true,
                            rows,
                            changes,
                            Duration.between(start, Instant.now()));
                }
                // Another publication has taken the number: this one is the next, and says what changed against that.
            }
        } catch (IOException | RuntimeException e) {
            releases.discard(staging);
            throw e;
        }
    }

    /** The dashboard asks the shelf of summaries what is on it: there is one from the first release on. */
    private void shelf() throws IOException {
        Path contents = new Path(home, "summaries/" + Shelf.CONTENTS);
        if (!releases.fs().exists(contents)) {
            try (OutputStream out = releases.fs().create(contents, false)) {
                out.write(Shelf.EMPTY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    /** Writes every table, the largest first, and the measures a second time as SDMX-CSV. Gives the rows by table. */
    private Map<String, Long> tables(Path set, Path staging) throws IOException {
        List<MartTable> tables = new ArrayList<>(List.of(MartTable.values()));
        Map<MartTable, Long> bytes = new EnumMap<>(MartTable.class);
        for (MartTable table : tables) {
            bytes.put(
                    table,
                    releases.fs().getContentSummary(new Path(set, table.word())).getLength());
        }
        tables.sort(Comparator.comparing(bytes::get).reversed());
        Map<String, Callable<Long>> writes = new LinkedHashMap<>();
        for (MartTable table : tables) {
            writes.put(table.word(), () -> {
                parquet(set, staging, table);
                long rows = csv(staging, table);
                if (table == MartTable.MEASURES) {
                    sdmx(staging);
                }
                return rows;
            });
        }
        return TwoAtATime.each(writes, "writing " + staging);
    }

    /** Copies the files of a table under plain names. */
    private void parquet(Path set, Path staging, MartTable table) throws IOException {
        FileSystem fs = releases.fs();
        List<Path> parts = new ArrayList<>();
        for (FileStatus file : fs.listStatus(new Path(set, table.word()))) {
            String name = file.getPath().getName();
            if (name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_")) {
                parts.add(file.getPath());
            }
        }
        parts.sort(Comparator.comparing(Path::getName));
        for (int i = 0; i < parts.size(); i++) {
            Path to = new Path(staging, table.word() + "/" + table.word() + String.format("-%05d.parquet", i));
            fs.mkdirs(to.getParent());
            FileUtil.copy(fs, parts.get(i), fs, to, false, fs.getConf());
        }
    }

    /** Writes the measures as SDMX-CSV. */
    private void sdmx(Path staging) throws IOException {
        Path file = new Path(staging, SDMX);
        releases.fs().mkdirs(file.getParent());
        try (OutputStream out = new BufferedOutputStream(releases.fs().create(file, true))) {
            SdmxCsv.heading(out);
            eachPart(staging, MartTable.MEASURES, rows -> SdmxCsv.rows(out, rows));
        }
    }

    /** Writes a table as CSV, file by file in their order, which is that of the grain. */
    private long csv(Path staging, MartTable table) throws IOException {
        Path file = new Path(staging, "csv/" + table.word() + ".csv");
        releases.fs().mkdirs(file.getParent());
        try (OutputStream out = new BufferedOutputStream(releases.fs().create(file, true))) {
            Spreadsheet.heading(out, table.schema());
            return eachPart(staging, table, rows -> Spreadsheet.rows(out, rows));
        }
    }

    /** What is done with the rows of one file; gives their number. */
    @FunctionalInterface
    private interface Part {
        long write(Iterator<Row> rows) throws IOException;
    }

    private long eachPart(Path staging, MartTable table, Part each) throws IOException {
        Path folder = new Path(staging, table.word());
        long count = 0;
        for (String part : releases.files(folder)) {
            try (ParquetRows.Reading reading =
                    ParquetRows.read(new Path(folder, part), releases.fs().getConf(), table.schema())) {
                count += each.write(reading);
            }
        }
        return count;
    }

    private long csv(Path file, TableSchema schema, Iterator<Row> rows) throws IOException {
        releases.fs().mkdirs(file.getParent());
        try (OutputStream out = new BufferedOutputStream(releases.fs().create(file, true))) {
            Spreadsheet.heading(out, schema);
            return Spreadsheet.rows(out, rows);
        }
    }

    private long changes(Optional<String> newest, Path staging) throws IOException {
        Path file = new Path(staging, CHANGES);
        if (newest.isEmpty()) {
            return csv(file, Changes.SCHEMA, List.<Row>of().iterator());
        }
        return csv(
                file,
                Changes.SCHEMA,
                Changes.between(spark, releases.path(newest.get()), staging, regions)
                        .toLocalIterator());
    }

    private static String number(Optional<String> newest) {
        return String.format("%04d", newest.map(Integer::parseInt).orElse(0) + 1);
    }

    /** The reports by region: their own order is by body, and a body may move to another region. */
    private Iterator<Dashboard.Source> sources(Path staging, Map<String, Long> rows) {
        List<org.apache.spark.sql.Column> columns = new ArrayList<>();
        columns.add(functions.col("region_code"));
        Dashboard.reportColumns().forEach(c -> columns.add(functions.col(c)));
        org.apache.spark.sql.Column[] order = {
            functions.col("region_code"), functions.col("report_year"), functions.col("body")
        };
        Dataset<Row> reports = spark.read()
                .schema(MartTable.REPORTS.type())
                .parquet(new Path(staging, MartTable.REPORTS.word()).toString())
                .select(columns.toArray(org.apache.spark.sql.Column[]::new));
        // One task sorts a small table sooner than two stages do.
        Dataset<Row> sorted = rows.get(MartTable.REPORTS.word()) <= ONE_TASK
                ? reports.coalesce(1).sortWithinPartitions(order)
                : reports.orderBy(order);
        Iterator<Row> each = rows.get(MartTable.REPORTS.word()) <= FEW ? few(sorted) : sorted.toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Dashboard.Source next() {
                Row row = each.next();
                List<String> cells = new ArrayList<>();
                for (int i = 1; i < row.size(); i++) {
                    cells.add(row.isNullAt(i) ? "" : row.get(i).toString());
                }
                return new Dashboard.Source(row.isNullAt(0) ? "" : row.getString(0), cells);
            }
        };
    }

    private Iterator<Row> few(Dataset<Row> rows) {
        PlanSettings settings = PlanSettings.few(spark);
        try {
            return rows.collectAsList().iterator();
        } finally {
            settings.close();
        }
    }

    private void describe(
            Path staging,
            Optional<String> newest,
            JsonNode manifest,
            Map<String, Long> rows,
            long changes,
            Map<String, String> ofTables)
            throws IOException {
        String id = number(newest);
        Map<String, String> sums = checksums(staging, ofTables);
        List<DataPackage.Resource> resources = new ArrayList<>();
        for (MartTable table : MartTable.values()) {
            List<DataPackage.Part> parquet = new ArrayList<>();
            for (String file : sums.keySet()) {
                if (file.startsWith(table.word() + "/")) {
                    parquet.add(part(staging, file, sums));
                }
            }
            resources.add(new DataPackage.Resource(
                    table.schema(), part(staging, "csv/" + table.word() + ".csv", sums), parquet));
        }
        resources.add(new DataPackage.Resource(Changes.SCHEMA, part(staging, CHANGES, sums), List.of()));
        String snapshots = manifest.path("snapshots").asText();
        releases.write(
                new Path(staging, DataPackage.FILE),
                DataPackage.of(id, snapshots, manifest.path("version").asText(), resources));
        releases.write(
                new Path(staging, "README.md"),
                ReleaseReadme.of(id, newest, snapshots, rows, changes).getBytes(StandardCharsets.UTF_8));
        StringBuilder lines = new StringBuilder();
        checksums(staging, ofTables)
                .forEach((file, sum) ->
                        lines.append(sum).append("  ").append(file).append('\n'));
        releases.write(new Path(staging, CHECKSUMS), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private DataPackage.Part part(Path staging, String file, Map<String, String> sums) throws IOException {
        long bytes = releases.fs().getFileStatus(new Path(staging, file)).getLen();
        return new DataPackage.Part(file, bytes, sums.get(file));
    }

    /**
     * Whether a file tells by its bytes whether the rows are the same. CSV does; Parquet does not, since the writer
     * lists a column's encodings in the order of a hash set, which every JVM mixes anew.
     */
    private static boolean isContent(String file) {
        return (file.startsWith("csv/") || file.equals(SDMX));
    }

    /** The content of a release: checksums by file. */
    private Map<String, String> contentOf(String id) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String line :
                releases.read(new Path(releases.path(id), CHECKSUMS)).lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (isContent(parts[1])) {
                content.put(parts[1], parts[0]);
            }
        }
        return content;
    }

    /**
     * The checksums by file.
     *
     * @param known those of files that have not changed since
     */
    private Map<String, String> checksums(Path folder, Map<String, String> known) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String file : releases.files(folder)) {
            if (!file.equals(CHECKSUMS)) {
                String sum = known.get(file);
                sums.put(file, sum == null ? sha256(new Path(folder, file)) : sum);
            }
        }
        return sums;
    }

    private String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.start();
        try (InputStream in = new DigestInputStream(releases.fs().open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.end(digest);
    }
}
