package org.gongkai.jobs.synth;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.gongkai.report.Content;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SynthesisTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Synthesis.write(30, 2017, 2021, "all", 7, folder.resolve("a"), "jsonl");
        Synthesis.write(30, 2017, 2021, "all", 7, folder.resolve("b"), "jsonl");
        Synthesis.write(30, 2017, 2021, "all", 8, folder.resolve("c"), "jsonl");
        for (String file : List.of("documents/part-00000.jsonl", "truth.csv")) {
            byte[] first = Files.readAllBytes(folder.resolve("a").resolve(file));
            assertThat(Files.readAllBytes(folder.resolve("b").resolve(file)))
                    .as("%s of the same seed", file)
                    .isEqualTo(first);
            assertThat(Files.readAllBytes(folder.resolve("c").resolve(file)))
                    .as("%s of another seed", file)
                    .isNotEqualTo(first);
        }
    }

    @Test
    void everyFormatHoldsAsManyDocumentsAsWereAskedFor() throws IOException {
        Synthesis.write(12, 2014, 2024, "html,tabs", 1, folder.resolve("files"), "files");
        try (Stream<Path> files = Files.walk(folder.resolve("files/documents"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(12);
        }
        Synthesis.write(12, 2014, 2024, "html,tabs", 1, folder.resolve("zip"), "zip");
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(
                folder.resolve("zip/documents/part-00000.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(12);
        }
    }

    @Test
    void asParquetTheRecordsAreTheSameAsJsonLines() throws IOException {
        Synthesis.write(12, 2014, 2024, "html,tabs", 1, folder.resolve("lines"), "jsonl");
        Synthesis.write(12, 2014, 2024, "html,tabs", 1, folder.resolve("rows"), "parquet");
        com.fasterxml.jackson.databind.ObjectMapper json = new com.fasterxml.jackson.databind.ObjectMapper();
        List<String> columns = List.of("source", "title", "publisher", "published_on", "text", "html");
        List<List<String>> rows = new java.util.ArrayList<>();
        try (ParquetReader<Group> reader = new ParquetReader.Builder<Group>(
                new LocalInputFile(folder.resolve("rows/documents/part-00000.parquet"))) {
            @Override
            protected ReadSupport<Group> getReadSupport() {
                return new GroupReadSupport();
            }
        }.build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                Group each = row;
                rows.add(columns.stream()
                        .map(c -> each.getFieldRepetitionCount(c) == 0 ? "" : each.getString(c, 0))
                        .toList());
            }
        }
        List<List<String>> lines = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("lines/documents/part-00000.jsonl"))) {
            com.fasterxml.jackson.databind.JsonNode record = json.readTree(line);
            lines.add(columns.stream().map(c -> record.path(c).asText("")).toList());
        }
        assertThat(rows).as("documents of the Parquet file").hasSize(12).isEqualTo(lines);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatThrownBy(() -> Synthesis.write(1, 2020, 2019, "all", 1, folder, "jsonl"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Synthesis.write(1_000_000_000, 2014, 2024, "all", 1, folder, "jsonl"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReaderFindsEveryTrueFigureAndNoOther() {
        Corpus corpus = new Corpus(40, 2014, 2024, List.of(Layout.values()), 3);
        while (corpus.hasNext()) {
            Invented document = corpus.next();
            Report report = ReportReader.read(submission(document)).report().orElseThrow();
            Map<String, Optional<BigDecimal>> read = new HashMap<>();
            for (Value value : report.values()) {
                read.put(
                        value.indicator() + "|" + value.requester() + "|"
                                + value.origin().code(),
                        value.amount().map(BigDecimal::stripTrailingZeros));
            }
            Map<String, Optional<BigDecimal>> wanted = new HashMap<>();
            for (Invented.Truth truth : document.truths()) {
                wanted.put(
                        truth.indicator() + "|" + truth.requester() + "|" + truth.origin(),
                        truth.value().map(v -> BigDecimal.valueOf(v).stripTrailingZeros()));
            }
            read.values().removeIf(Optional::isEmpty);
            wanted.values().removeIf(Optional::isEmpty);
            assertThat(read)
                    .as("figures of %s, form %s printed as %s", document.source(), document.form(), document.layout())
                    .isEqualTo(wanted);
            assertThat(report.form()).isEqualTo(document.form());
        }
    }

    @Test
    void whereNothingWasBrokenNoSumIsWrong() {
        Corpus corpus = new Corpus(60, 2014, 2024, List.of(Layout.HTML), 5);
        int broken = 0;
        while (corpus.hasNext()) {
            Invented document = corpus.next();
            Report report = ReportReader.read(submission(document)).report().orElseThrow();
            boolean found =
                    report.findings().stream().anyMatch(f -> f.severity() == org.gongkai.finding.Severity.ERROR);
            assertThat(found)
                    .as("a wrong sum in %s: %s", document.source(), report.findings())
                    .isEqualTo(document.isBroken());
            broken += document.isBroken() ? 1 : 0;
        }
        assertThat(broken).as("documents with a wrong sum").isPositive();
    }

    private static Submission submission(Invented document) {
        return new Submission(
                Particulars.ofSource(document.source()),
                document.layout() == Layout.HTML
                        ? new Content.Html(document.text())
                        : new Content.Text(document.text()));
    }
}
