package org.gongkai.jobs.ingest;

import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.gongkai.jobs.lake.IngestRow;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeTable;
import org.gongkai.jobs.lake.LakeWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Documents into the lake, in one Spark job: list the input, read it once, decide which document stands for which report,
 * commit. Wiring only; the work is in {@link IngestTask} and {@link Settlement}.
 */
public final class IngestJob {
    /** Tasks for each core: enough to even out slices that take long, few enough for files of a decent size. */
    private static final int TASKS_PER_CORE = 3;

    private IngestJob() {}

    /**
     * Reads the input into the lake.
     *
     * @param spark the session
     * @param lake the lake, whose state is the new one afterwards
     * @param request what to read and how
     * @param say told what is going on, in sentences for the user
     * @throws InputMissing naming an input that is not there; nothing has been changed then
     * @throws org.gongkai.jobs.lake.LakeException where the lake cannot be written
     */
    public static IngestSummary run(SparkSession spark, Lake lake, IngestRequest request, Consumer<String> say) {
        Instant startedAt = Instant.now();
        InputPlan plan = InputPlan.of(request.inputs(), spark.sparkContext().hadoopConfiguration());
        if (!plan.leftOut().isEmpty()) {
            say.accept(plan.leftOut().size()
                    + " files of the folders are left out, since no document has such a name, or a second link leads there: "
                    + String.join(
                            ", ",
                            plan.leftOut().subList(0, Math.min(3, plan.leftOut().size()))));
        }
        try (LakeWriter writer = LakeWriter.open(lake, request.patience(), say)) {
            TaskOrder order = order(spark, writer, request, startedAt, known(writer));
            return finish(writer, request, startedAt, read(spark, plan, order), plan.files());
        } catch (IOException e) {
            throw new UncheckedIOException("the ingest could not be written", e);
        }
    }

    /**
     * Reads every document of the lake again, from the text in the lake, and writes all tables anew.
     *
     * @return empty where this version of the reader has read all of them; nothing has been changed then
     * @throws org.gongkai.jobs.lake.LakeException where the lake cannot be written
     */
    public static Optional<IngestSummary> reparse(
            SparkSession spark, Lake lake, IngestRequest request, Consumer<String> say) {
        Instant startedAt = Instant.now();
        try (LakeWriter writer = LakeWriter.open(lake, request.patience(), say)) {
            if (!isReadByAnother(writer, request.version())) {
                return Optional.empty();
            }
            TaskOrder order = order(spark, writer, request, startedAt, KnownDocuments.NONE);
            List<StagedTask> tasks = readAgain(spark, lake, order);
            for (LakeTable table : order.tables().keySet()) {
                writer.clear(table);
            }
            return Optional.of(finish(writer, request, startedAt, tasks, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("the documents could not be written again", e);
        }
    }

    private static IngestSummary finish(
            LakeWriter writer, IngestRequest request, Instant startedAt, List<StagedTask> tasks, int files)
            throws IOException {
        Settlement settlement = Settlement.of(tasks, writer);
        IngestRow row =
                new IngestRow(startedAt, request.version(), settlement.ledger(), String.join("\n", request.inputs()));
        int ingestId = writer.commit(row, settlement.changes()).ingestId();
        return new IngestSummary(
                ingestId,
                files,
                settlement.ledger(),
                settlement.rejections(),
                settlement.reports(),
                settlement.observations(),
                settlement.unmapped(),
                settlement.findings());
    }

    private static TaskOrder order(
            SparkSession spark, LakeWriter writer, IngestRequest request, Instant startedAt, KnownDocuments known) {
        Map<LakeTable, Table> tables = new EnumMap<>(LakeTable.class);
        for (LakeTable table : LakeTable.values()) {
            if (table.isWrittenByTasks()) {
                tables.put(table, writer.forTasks(table));
            }
        }
        return new TaskOrder(
                tables,
                known,
                request.reader(),
                request.version(),
                request.limits(),
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()),
                writer.before().ingestId() + 1,
                startedAt);
    }

    private static KnownDocuments known(LakeWriter writer) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        try (CloseableIterable<Record> rows = writer.scan(LakeTable.DOCUMENTS, "sha256")) {
            for (Record row : rows) {
                hashes.add(HexFormat.of().parseHex((String) row.getField("sha256")));
            }
        }
        return hashes.isEmpty() ? KnownDocuments.NONE : KnownDocuments.of(hashes);
    }

    private static boolean isReadByAnother(LakeWriter writer, String version) throws IOException {
        try (CloseableIterable<Record> rows = writer.scan(LakeTable.DOCUMENTS, "parser_version")) {
            for (Record row : rows) {
                if (!version.equals(row.getField("parser_version"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<StagedTask> readAgain(SparkSession spark, Lake lake, TaskOrder order) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        context.setJobGroup("gongkai reparse", "ingest " + order.ingestId() + ": read all documents again");
        try {
            return lake.read(LakeTable.DOCUMENTS.word())
                    .select(KeptDocument.columns())
                    .toJavaRDD()
                    .mapPartitions(rows -> {
                        try (IngestTask task = newTask(order, d -> {})) {
                            for (long position = 0; rows.hasNext(); position++) {
                                KeptDocument kept = KeptDocument.of(rows.next());
                                task.take(0, position, kept.again(), kept.entry());
                            }
                            return List.of(task.finish()).iterator();
                        }
                    })
                    .collect();
        } finally {
            context.clearJobGroup();
        }
    }

    private static IngestTask newTask(TaskOrder order, LongConsumer progress) {
        TaskContext context = TaskContext.get();
        return new IngestTask(order, context.partitionId(), context.taskAttemptId(), progress);
    }

    private static List<StagedTask> read(SparkSession spark, InputPlan plan, TaskOrder order) {
        if (plan.slices().isEmpty()) {
            return List.of();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        context.setJobGroup(
                "gongkai ingest", "ingest " + order.ingestId() + ": read " + plan.files() + " files, write all tables");
        LongAccumulator documents = spark.sparkContext().longAccumulator("documents read");
        int tasks = Math.min(plan.slices().size(), context.defaultParallelism() * TASKS_PER_CORE);
        try {
            return context.parallelize(plan.slices(), tasks)
                    .mapPartitions(slices -> task(slices, order, documents))
                    .collect();
        } finally {
            context.clearJobGroup();
        }
    }

    private static Iterator<StagedTask> task(Iterator<InputSlice> slices, TaskOrder order, LongAccumulator documents)
            throws IOException {
        try (IngestTask task = newTask(order, documents::add)) {
            while (slices.hasNext()) {
                task.read(slices.next());
            }
            return List.of(task.finish()).iterator();
        }
    }
}
