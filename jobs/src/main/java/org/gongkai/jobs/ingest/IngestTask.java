package org.gongkai.jobs.ingest;

import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.jobs.lake.Extent;
import org.gongkai.jobs.lake.LakeTable;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.lake.ReportKey;
import org.gongkai.jobs.lake.TableWriter;
import org.gongkai.place.Identification;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.Rejection;
import org.gongkai.report.Report;
import org.gongkai.report.Submission;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The work of one task: documents in, data files of all tables out. Knows no Spark. One document is in memory at a time.
 * Not thread-safe.
 */
final class IngestTask implements Closeable {
    /** Reason of a document on which the reader itself failed; such a document is a defect to be mended. */
    static final String DEFECT = "defect";

    static {
        Row.expect(
                LakeTable.DOCUMENTS,
                "sha256",
                "source",
                "media_type",
                "given",
                "title",
                "text",
                "characters",
                "outcome",
                "reason",
                "detail",
                "body_id",
                "report_year",
                "published_on",
                "parser_version",
                "ingest_id",
                "ingested_at");
    }

    private final TaskOrder order;
    private final LongConsumer progress;
    private final Map<LakeTable, TableWriter> writers = new EnumMap<>(LakeTable.class);
    private final ReportRows reports;
    private final Record document;
    private final Set<String> seen = new HashSet<>();
    private final List<Filed> filed = new ArrayList<>();
    private int documents;
    private int duplicates;
    private int unchanged;

    /**
     * When and as what the lake took a document in.
     *
     * @param sha256 the document
     * @param ingestId the ingest that brought it
     * @param ingestedAt start of that ingest
     */
    record Entry(String sha256, int ingestId, Instant ingestedAt) {}

    /** A document in the words of the table. */
    private record Text(String source, String mediaType, String given, String text) {}

    /**
     * A task.
     *
     * @param order what to do
     * @param number of the task
     * @param attempt number of the attempt, unique in the application
     * @param progress told of every document
     */
    IngestTask(TaskOrder order, int number, long attempt, LongConsumer progress) {
        this.order = order;
        this.progress = progress;
        order.tables().forEach((table, copy) -> writers.put(table, new TableWriter(copy, number, attempt)));
        this.reports = new ReportRows(writers, order.version());
        this.document = writers.get(LakeTable.DOCUMENTS).row();
    }

    /** Reads a slice of new input. */
    void read(InputSlice slice) throws IOException {
        for (InputSlice.Piece piece : slice.pieces()) {
            new InputReader(order.hadoop().value(), order.limits(), (position, submission) -> {
                        Entry entry = new Entry(submission.sha256(), order.ingestId(), order.startedAt());
                        if (order.known().contains(entry.sha256())) {
                            documents++;
                            unchanged++;
                            progress.accept(1);
                        } else {
                            take(piece.number(), position, submission, entry);
                        }
                    })
                    .read(piece);
        }
    }

    /** Takes one submission and writes what it says. */
    void take(int file, long position, Submission submission, Entry entry) throws IOException {
        documents++;
        progress.accept(1);
        if (!seen.add(entry.sha256())) {
            duplicates++;
            return;
        }
        filed.add(read(file, position, submission, entry));
    }

    private Filed read(int file, long position, Submission submission, Entry entry) throws IOException {
        String source = submission.particulars().source();
        String given = Original.given(submission);
        Reading reading;
        try {
            reading = order.reader().read(submission, entry.sha256());
        } catch (RuntimeException | StackOverflowError e) {
            // A defect of the reader costs this document and is counted as such; the others are read all the same.
            Text row = new Text(source, "application/octet-stream", given, Original.text(submission));
            return rejected(file, position, entry, row, DEFECT, where(e), Optional.empty());
        }
        Text row = new Text(source, reading.mediaType(), given, Original.text(reading));
        if (reading.outcome() instanceof Outcome.Rejected no) {
            return rejected(file, position, entry, row, no.reason().code(), no.detail(), no.asFarAsRead());
        }
        Report report = ((Outcome.Parsed) reading.outcome()).report();
        Identification who = report.identification();
        if (who.reportYear().isEmpty()) {
            return rejected(file, position, entry, row, Rejection.NO_REPORT_YEAR.code(), "", Optional.of(report));
        }
        ReportKey key = key(who, entry.sha256());
        Filing filing = new Filing(
                entry.sha256(),
                key,
                who.regionCode(),
                who.publishedOn().map(d -> (int) d.toEpochDay()).orElse(Filing.UNDATED),
                row.text().length());
        Map<LakeTable, Extent> extents = reports.write(key, entry.sha256(), source, report);
        extents.put(LakeTable.DOCUMENTS, document(entry, row, "", "", Optional.of(who), Optional.of(key)));
        int[] findings = new int[Severity.values().length];
        for (Finding finding : report.findings()) {
            findings[finding.severity().ordinal()]++;
        }
        return new Filed(
                entry.sha256(),
                file,
                position,
                new Filed.Result.Report(
                        filing,
                        findings,
                        report.values().size(),
                        report.unmapped().size()),
                extents);
    }

    /** A body that nobody could name is told apart by its document, so that its figures are not lost. */
    private static ReportKey key(Identification who, String sha256) {
        String body = who.bodyId().isBlank() ? "unresolved-" + sha256.substring(0, 16) : who.bodyId();
        return new ReportKey(body, who.reportYear().getAsInt());
    }

    private Filed rejected(
            int file, long position, Entry entry, Text row, String reason, String detail, Optional<Report> seenSoFar)
            throws IOException {
        Optional<Identification> who = seenSoFar.map(Report::identification);
        Extent extent = document(entry, row, reason, detail, who, Optional.empty());
        return new Filed(
                entry.sha256(),
                file,
                position,
                new Filed.Result.Rejected(reason),
                new EnumMap<>(Map.of(LakeTable.DOCUMENTS, extent)));
    }

    private Extent document(
            Entry entry, Text row, String reason, String detail, Optional<Identification> who, Optional<ReportKey> key)
            throws IOException {
        TableWriter.Rows rows = writers.get(LakeTable.DOCUMENTS)
                .begin(key.map(ReportKey::reportYear).orElse(0));
        rows.add(new Row(document)
                .put(entry.sha256())
                .put(row.source())
                .put(row.mediaType())
                .put(row.given())
                .put(who.map(Identification::title).orElse(""))
                .put(row.text())
                .put(row.text().length())
                .put(reason.isEmpty() ? "parsed" : "rejected")
                .put(reason)
                .put(detail)
                .put(key.map(ReportKey::bodyId)
                        .or(() -> who.map(Identification::bodyId).filter(b -> !b.isBlank())))
                .put(key.map(ReportKey::reportYear).or(() -> who.flatMap(IngestTask::year)))
                .put(who.flatMap(Identification::publishedOn))
                .put(order.version())
                .put(entry.ingestId())
                .put(LakeWriter.utc(entry.ingestedAt()))
                .end());
        return rows.end();
    }

    private static Optional<Integer> year(Identification who) {
        return who.reportYear().isPresent() ? Optional.of(who.reportYear().getAsInt()) : Optional.empty();
    }

    /** Ends all files; what they hold counts once it is committed. */
    StagedTask finish() throws IOException {
        Map<LakeTable, List<DataFile>> files = new EnumMap<>(LakeTable.class);
        for (Map.Entry<LakeTable, TableWriter> writer : writers.entrySet()) {
            files.put(writer.getKey(), writer.getValue().finish());
        }
        return new StagedTask(documents, files, filed, duplicates, unchanged);
    }

    @Override
    public void close() throws IOException {
        for (TableWriter writer : writers.values()) {
            writer.close();
        }
    }

    private static String where(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        return e + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
