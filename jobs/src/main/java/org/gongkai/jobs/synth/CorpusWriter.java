package org.gongkai.jobs.synth;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes documents into a folder, and {@code truth.csv} beside that folder, as they come. Not thread-safe. */
final class CorpusWriter implements Closeable {
    private static final int A_SHARD = 20_000;
    private static final int A_FOLDER = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the documents are written as. */
    enum Format {
        jsonl,
        files,
        zip,
        parquet
    }

    private final Path folder;
    private final Format format;
    private final CsvWriter truth;
    private OutputStream shard = OutputStream.nullOutputStream();
    private Optional<ParquetShard> rows = Optional.empty();
    private long documents;

    /**
     * @param out gets {@code documents/} and {@code truth.csv}; made where it is missing
     * @throws IOException where it cannot be written
     */
    CorpusWriter(Path out, Format format) throws IOException {
        this.folder = Files.createDirectories(out.resolve("documents"));
        this.format = format;
        this.truth = CsvWriter.builder().build(out.resolve("truth.csv"));
        truth.writeRecord(
                "source",
                "region_code",
                "report_year",
                "form",
                "layout",
                "standing",
                "broken",
                "indicator",
                "requester",
                "origin",
                "value");
    }

    /** Writes one document and what is true of it. */
    void write(Invented document) throws IOException {
        switch (format) {
            case jsonl -> {
                if (documents % A_SHARD == 0) {
                    next(new BufferedOutputStream(Files.newOutputStream(numbered("jsonl"))));
                }
                shard.write(JSON.writeValueAsBytes(record(document)));
                shard.write('\n');
            }
            case files -> {
                Path group = Files.createDirectories(folder.resolve(String.format("%05d", documents / A_FOLDER)));
                Files.writeString(group.resolve(name(document)), document.text());
            }
            case parquet -> {
                if (documents % A_SHARD == 0) {
                    closeRows();
                    rows = Optional.of(new ParquetShard(numbered("parquet")));
                }
                rows.orElseThrow().write(record(document));
            }
            case zip -> {
                if (documents % A_SHARD == 0) {
                    next(new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(numbered("zip")))));
                }
                ZipEntry entry = new ZipEntry(name(document));
                // The clock has no part in a corpus that follows from its seed.
                entry.setTime(0);
                ((ZipOutputStream) shard).putNextEntry(entry);
                shard.write(document.text().getBytes(StandardCharsets.UTF_8));
                ((ZipOutputStream) shard).closeEntry();
            }
        }
        documents++;
        for (Invented.Truth figure : document.truths()) {
            truth.writeRecord(
                    document.source(),
                    document.regionCode(),
                    Integer.toString(document.year()),
                    document.form(),
                    document.layout().word(),
                    Boolean.toString(document.isStanding()),
                    Boolean.toString(document.isBroken()),
                    figure.indicator(),
                    figure.requester(),
                    figure.origin(),
                    figure.value().map(v -> Long.toString(v)).orElse(""));
        }
    }

    private void next(OutputStream stream) throws IOException {
        shard.close();
        shard = stream;
    }

    private Path numbered(String suffix) {
        return folder.resolve(String.format("part-%05d.%s", documents / A_SHARD, suffix));
    }

    private static String name(Invented document) {
        return document.source().replace('/', '-') + (document.layout() == Layout.HTML ? ".html" : ".txt");
    }

    private static Map<String, Object> record(Invented document) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("source", document.source());
        record.put("title", document.title());
        record.put("publisher", document.body());
        record.put("published_on", document.publishedOn());
        record.put(document.layout() == Layout.HTML ? "html" : "text", document.text());
        return record;
    }

    private void closeRows() throws IOException {
        if (rows.isPresent()) {
            rows.get().close();
        }
    }

    @Override
    public void close() throws IOException {
        shard.close();
        closeRows();
        truth.close();
    }
}
