package org.gongkai.jobs.lake;

import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The one writer of a lake. Opening it waits for the lock, makes missing tables and rolls back whatever a job left that
 * died before its row of {@code ingests}; {@link #commit} writes the tables and then that row. Killed at any moment, a
 * job has either happened or not. Not thread-safe; belongs to the driver.
 */
public final class LakeWriter implements AutoCloseable {
    /** How long a job waits for another before it gives up. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Map<String, String> PROPERTIES = Map.of(
            // 2: row-level deletes as files; 3 needs off-heap access that a plain spark-submit does not open.
            "format-version", "2",
            // A document is some kilobytes: groups of 16 MiB keep a task with twenty open years in a small heap.
            "write.parquet.row-group-size-bytes", "16777216",
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "20");

    private final Lake lake;
    private final WriterLock lock;
    private final Map<LakeTable, Table> tables;

    private LakeWriter(Lake lake, WriterLock lock, Map<LakeTable, Table> tables) {
        this.lake = lake;
        this.lock = lock;
        this.tables = tables;
    }

    /**
     * Opens the lake for writing.
     *
     * @param lake the lake; its state is refreshed
     * @param patience how long to wait for another writer
     * @param say told when it waits or rolls back
     * @throws LakeException where another job writes all that time, or the tables are of another version of gongkai
     */
    public static LakeWriter open(Lake lake, Duration patience, Consumer<String> say) {
        WriterLock lock = WriterLock.acquire(lake.home(), lake.properties(), patience, say);
        try {
            Map<LakeTable, Table> tables = new EnumMap<>(LakeTable.class);
            for (LakeTable table : LakeTable.values()) {
                tables.put(table, lake.table(table).orElseGet(() -> create(lake, table)));
                checkColumns(table, tables.get(table));
            }
            lake.refresh();
            for (LakeTable table : LakeTable.values()) {
                if (table != LakeTable.INGESTS) {
                    rollBack(table, tables.get(table), lake.state().snapshot(table), say);
                }
            }
            return new LakeWriter(lake, lock, tables);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The state that this job starts from. */
    public LakeState before() {
        return lake.state();
    }

    /** A table itself, for housekeeping. */
    Table table(LakeTable table) {
        return tables.get(table);
    }

    /** A copy of a table for executors: enough to write files, not to commit them. */
    public Table forTasks(LakeTable table) {
        return SerializableTable.copyOf(tables.get(table));
    }

    /** An empty row of a table. */
    public Record row(LakeTable table) {
        return org.apache.iceberg.data.GenericRecord.create(tables.get(table).schema());
    }

    /** Some columns of every row of a table; to be closed. Reads on the driver, without a Spark job. */
    public CloseableIterable<Record> scan(LakeTable table, String... columns) {
        Table source = tables.get(table);
        return source.currentSnapshot() == null
                ? CloseableIterable.empty()
                : IcebergGenerics.read(source).select(columns).build();
    }

    /** Takes all rows out of a table, as the first half of writing it anew. Seen by nobody before {@link #commit}. */
    public void clear(LakeTable table) {
        if (tables.get(table).currentSnapshot() != null) {
            tables.get(table)
                    .newDelete()
                    .deleteFromRowFilter(Expressions.alwaysTrue())
                    .commit();
        }
    }

    /**
     * Applies the changes and then writes the row of {@code ingests} that makes them count.
     *
     * @return the new state
     */
    public LakeState commit(IngestRow ingest, List<Change> changes) throws IOException {
        int ingestId = before().ingestId() + 1;
        for (Change change : changes) {
            lock.verify();
            new TableCommit(tables.get(change.table()), ingestId).apply(change);
        }
        lock.verify();
        LakeState after = now(ingestId);
        Table ingests = tables.get(LakeTable.INGESTS);
        try (TableWriter writer = new TableWriter(ingests, 0, ingestId)) {
            TableWriter.Rows rows = writer.begin(0);
            rows.add(row(writer.row(), ingest, after));
            AppendFiles append = ingests.newAppend()
                    .set(LakeState.INGEST_ID, Integer.toString(ingestId))
                    .set(LakeState.SNAPSHOTS, after.snapshotsJson());
            for (DataFile file : writer.finish()) {
                append.appendFile(file);
            }
            append.commit();
        }
        lake.refresh();
        return after;
    }

    /**
     * Makes the tables as they are now the state of the last ingest: for housekeeping, which changes files and no rows.
     * The row of that ingest stays as it was written.
     */
    void reseal() {
        if (before().ingestId() == 0) {
            return;
        }
        lock.verify();
        LakeState after = now(before().ingestId());
        tables.get(LakeTable.INGESTS)
                .newAppend()
                .set(LakeState.INGEST_ID, Integer.toString(after.ingestId()))
                .set(LakeState.SNAPSHOTS, after.snapshotsJson())
                .commit();
        lake.refresh();
    }

    private LakeState now(int ingestId) {
        Map<String, Long> snapshots = new TreeMap<>();
        for (LakeTable table : LakeTable.values()) {
            Snapshot snapshot = tables.get(table).currentSnapshot();
            if (table != LakeTable.INGESTS && snapshot != null) {
                snapshots.put(table.word(), snapshot.snapshotId());
            }
        }
        return new LakeState(ingestId, snapshots);
    }

    private static Record row(Record row, IngestRow ingest, LakeState after) {
        Ledger ledger = ingest.ledger();
        row.setField("ingest_id", after.ingestId());
        row.setField("started_at", utc(ingest.startedAt()));
        row.setField("finished_at", utc(Instant.now()));
        row.setField("version", ingest.version());
        row.setField("documents_in", ledger.documentsIn());
        row.setField("parsed", ledger.parsed());
        row.setField("rejected", ledger.rejected());
        row.setField("duplicate", ledger.duplicate());
        row.setField("unchanged", ledger.unchanged());
        row.setField("snapshots", after.snapshotsJson());
        row.setField("input", ingest.input());
        return row;
    }

    /** An instant as the tables hold it: UTC, microseconds. */
    public static java.time.OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Table create(Lake lake, LakeTable table) {
        Schema schema = Schemas.of(table.schema());
        PartitionSpec partition = Schemas.partition(table.schema(), schema);
        try {
            Namespace namespace = Lake.identifier(table).namespace();
            if (lake.catalog() instanceof SupportsNamespaces spaces && !spaces.namespaceExists(namespace)) {
                spaces.createNamespace(namespace);
            }
            return lake.catalog()
                    .buildTable(Lake.identifier(table), schema)
                    .withPartitionSpec(partition)
                    .withProperties(PROPERTIES)
                    .withProperty("comment", table.schema().descriptionZh())
                    .create();
        } catch (AlreadyExistsException e) {
            throw new LakeException("table " + table.word() + " was made by another job at this moment; run again", e);
        }
    }

    private static void checkColumns(LakeTable table, Table existing) {
        List<String> found =
                existing.schema().columns().stream().map(c -> c.name()).toList();
        List<String> wanted =
                table.schema().columns().stream().map(c -> c.name()).toList();
        if (!found.equals(wanted)) {
            throw new LakeException("table " + table.word() + " of this lake has the columns " + found
                    + ", this version of gongkai writes " + wanted + ": read the documents into a new home");
        }
    }

    private static void rollBack(LakeTable name, Table table, Optional<Long> complete, Consumer<String> say) {
        Snapshot current = table.currentSnapshot();
        if (current == null || complete.isPresent() && complete.get() == current.snapshotId()) {
            return;
        }
        if (complete.isPresent()) {
            say.accept("rolling back what an interrupted job left in " + name.word());
            table.manageSnapshots().rollbackTo(complete.get()).commit();
        } else if (!"0".equals(current.summary().get("total-records"))) {
            say.accept("taking out what an interrupted job left in " + name.word());
            table.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
