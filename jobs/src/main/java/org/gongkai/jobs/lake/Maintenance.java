package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Housekeeping of a lake: many small files become few, snapshots that nobody needs go, and so do files that no snapshot
 * names. Rows stay what they are. It is a writer like any other: it holds the lock, its new files count with one commit
 * of {@code ingests}, and killed at any moment it leaves the tables as they were or as they will be. Jobs that only read
 * go on reading the snapshots that they began with, which {@link Retention#age} protects.
 */
public final class Maintenance {
    /** Data files of this size are left alone; the same as what a task writes at most. */
    private static final long TARGET_BYTES = 256L << 20;

    /** Below this share of the target a file is small. */
    private static final double SMALL = 0.75;

    private static final Map<String, String> COMPACTION = Map.of(
            RewriteDataFiles.TARGET_FILE_SIZE_BYTES,
            Long.toString(TARGET_BYTES),
            SizeBasedFileRewritePlanner.MIN_FILE_SIZE_BYTES,
            Long.toString((long) (TARGET_BYTES * SMALL)),
            // Two small files are one file too many; one alone is not touched, so a second run finds nothing to do.
            SizeBasedFileRewritePlanner.MIN_INPUT_FILES,
            "2",
            BinPackRewriteFilePlanner.DELETE_FILE_THRESHOLD,
            "1",
            // Nobody else writes: the new files are newer than all deletes, which then reach nothing and go.
            RewriteDataFiles.USE_STARTING_SEQUENCE_NUMBER,
            "false",
            RewriteDataFiles.MAX_CONCURRENT_FILE_GROUP_REWRITES,
            "2");

    private final SparkSession spark;
    private final LakeWriter writer;
    private final Retention retention;

    private Maintenance(SparkSession spark, LakeWriter writer, Retention retention) {
        this.spark = spark;
        this.writer = writer;
        this.retention = retention;
    }

    /**
     * Does the housekeeping, or says what it would do.
     *
     * @param spark the session of the lake
     * @param writer the lake, opened for writing: the lock is held and what a dead job left is rolled back
     * @param retention what to leave alone
     * @param isDryRun whether nothing is to be changed
     * @param say told what is going on
     * @return one entry a table, in the order of the tables
     */
    public static List<TableCare> run(
            SparkSession spark, LakeWriter writer, Retention retention, boolean isDryRun, Consumer<String> say)
            throws IOException {
        return new Maintenance(spark, writer, retention).run(isDryRun, say);
    }

    private List<TableCare> run(boolean isDryRun, Consumer<String> say) throws IOException {
        Map<LakeTable, int[]> compacted = new EnumMap<>(LakeTable.class);
        boolean hasChanged = false;
        for (LakeTable table : LakeTable.values()) {
            int candidates = candidates(writer.table(table));
            int into = 0;
            if (candidates > 0 && !isDryRun) {
                say.accept("compacting " + table.word() + ": " + candidates + " files");
                into = compact(writer.table(table));
                hasChanged = true;
            }
            compacted.put(table, new int[] {candidates, into});
        }
        if (hasChanged) {
            writer.reseal();
        }
        // Now and not at the start: what the compaction itself left behind in between is nobody's.
        Instant before = Instant.now().minus(retention.age());
        Map<LakeTable, Set<Long>> kept = kept();
        List<TableCare> done = new ArrayList<>();
        for (LakeTable table : LakeTable.values()) {
            List<Long> expired = expired(table, kept.get(table), before);
            long files = expired.isEmpty() || isDryRun ? 0 : expire(writer.table(table), expired);
            int[] sizes = compacted.get(table);
            done.add(new TableCare(
                    table.word(),
                    sizes[0],
                    sizes[1],
                    expired.size(),
                    files,
                    orphans(writer.table(table), before, isDryRun)));
        }
        return done;
    }

    /** Files that a compaction would write anew: those with deleted rows, and small ones that are not alone. */
    private static int candidates(Table table) throws IOException {
        if (table.currentSnapshot() == null) {
            return 0;
        }
        Map<String, Integer> small = new HashMap<>();
        int withDeletes = 0;
        try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            for (FileScanTask file : files) {
                if (!file.deletes().isEmpty()) {
                    withDeletes++;
                } else if (file.file().fileSizeInBytes() < TARGET_BYTES * SMALL) {
                    small.merge(table.spec().partitionToPath(file.file().partition()), 1, Integer::sum);
                }
            }
        }
        return withDeletes
                + small.values().stream()
                        .filter(n -> n > 1)
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    private int compact(Table table) {
        String deletes = table.currentSnapshot().summary().getOrDefault(SnapshotSummary.TOTAL_DELETE_FILES_PROP, "0");
        int into = SparkActions.get(spark)
                .rewriteDataFiles(table)
                .options(COMPACTION)
                .option(RewriteDataFiles.REMOVE_DANGLING_DELETES, Boolean.toString(!deletes.equals("0")))
                .execute()
                .addedDataFilesCount();
        table.refresh();
        return into;
    }

    /** The snapshots of each table that make up the states to keep. */
    private Map<LakeTable, Set<Long>> kept() {
        Map<LakeTable, Set<Long>> kept = new EnumMap<>(LakeTable.class);
        for (LakeTable table : LakeTable.values()) {
            kept.put(table, new HashSet<>());
        }
        int newest = writer.before().ingestId();
        Set<Integer> seen = new HashSet<>();
        Table ingests = writer.table(LakeTable.INGESTS);
        for (LakeState.Commit commit : LakeState.history(ingests)) {
            int ingest = commit.state().ingestId();
            // Compacted, the state of an ingest is named a second time; the older naming is only for who reads it now.
            if (ingest > newest - retention.ingests() && seen.add(ingest)) {
                kept.get(LakeTable.INGESTS).add(commit.snapshot());
                for (LakeTable table : LakeTable.values()) {
                    commit.state().snapshot(table).ifPresent(kept.get(table)::add);
                }
            }
        }
        return kept;
    }

    private List<Long> expired(LakeTable name, Set<Long> kept, Instant before) {
        Table table = writer.table(name);
        Set<Long> referenced = new HashSet<>();
        table.refs().values().forEach(ref -> referenced.add(ref.snapshotId()));
        List<Long> expired = new ArrayList<>();
        for (Snapshot snapshot : table.snapshots()) {
            long id = snapshot.snapshotId();
            boolean isOld = !Instant.ofEpochMilli(snapshot.timestampMillis()).isAfter(before);
            if (isOld && !kept.contains(id) && !referenced.contains(id) && !retention.isNamed(name, id)) {
                expired.add(id);
            }
        }
        return expired;
    }

    /** Gives the number of files that went with them. */
    private static long expire(Table table, List<Long> snapshots) {
        AtomicLong files = new AtomicLong();
        // By its default Iceberg lets all snapshots go that are older than five days, released ones as well.
        ExpireSnapshots expire = table.expireSnapshots().expireOlderThan(0).deleteWith(file -> {
            table.io().deleteFile(file);
            files.incrementAndGet();
        });
        snapshots.forEach(expire::expireSnapshotId);
        expire.commit();
        return files.get();
    }

    private long orphans(Table table, Instant before, boolean isDryRun) throws IOException {
        List<String> orphans = Orphans.of(table, hadoop(), before);
        if (!isDryRun) {
            orphans.forEach(table.io()::deleteFile);
        }
        return orphans.size();
    }

    private Configuration hadoop() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
