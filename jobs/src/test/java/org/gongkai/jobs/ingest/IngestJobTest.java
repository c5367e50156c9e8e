package org.gongkai.jobs.ingest;

import org.apache.spark.sql.Row;
import org.gongkai.finding.Severity;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IngestJobTest {
    private static final String FIRST =
            "body 640502-司法局\nyear 2018\npublished 2019-01-04\nform channel.weibo 105\nblank channel.wechat\n"
                    + "prose channel.wechat 39\nprose channel.weibo 104\nwarn a.rule\nunmapped 另有一行";
    private static final String SECOND = "body 640105-司法局\nyear 2017\nform channel.website 346";
    private static final String THIRD = "body 640105-司法局\nyear 2018\nform channel.website 351";
    private static final String REFILED =
            "body 640502-司法局\nyear 2018\npublished 2019-03-01\nform channel.weibo 106\nunmapped 一行";
    private static final String UNDATED = "body 640502-司法局\nyear 2018\nform channel.weibo 99\nwarn b.rule";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve("in").resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Lake lake(String home) {
        return SparkForTests.lake(folder.resolve(home));
    }

    @Test
    void everyDocumentIsAccountedFor() throws IOException {
        Path a = file("a.txt", FIRST);
        file("b.txt", SECOND);
        file("same.txt", FIRST);
        file("no.txt", "会议通知");
        file("crash.txt", "crash");
        try (Lake lake = lake("h")) {
            IngestSummary summary = SparkForTests.ingest(lake, a.getParent());
            assertThat(summary.ledger()).isEqualTo(new Ledger(5, 2, 2, 1, 0));
            assertThat(summary.rejections()).isEqualTo(Map.of("not_a_report", 1, "defect", 1));
            assertThat(summary.findings()).containsEntry(Severity.WARN, 1).containsEntry(Severity.INFO, 0);
            assertThat(lake.read("documents").count())
                    .as("a duplicate is no row of its own")
                    .isEqualTo(4);
            assertThat(lake.read("unmapped").count()).isEqualTo(1);
        }
    }

    @Test
    void aNumberInTheProseBeatsABlankCellAndTheTableBeatsTheProse() throws IOException {
        Path a = file("a.txt", FIRST);
        try (Lake lake = lake("h")) {
            SparkForTests.ingest(lake, a);
            List<String> preferred =
                    lake.read("observations").where("is_preferred").orderBy("indicator").collectAsList().stream()
                            .map(r -> r.getAs("indicator") + " " + r.getAs("origin") + " " + r.getDecimal(8))
                            .toList();
            assertThat(preferred).containsExactly("channel.wechat prose 39.000000", "channel.weibo form 105.000000");
        }
    }

    @Test
    void whatIsKnownIsNotReadAgain() throws IOException {
        Path a = file("a.txt", FIRST);
        Path b = file("b.txt", SECOND);
        Path c = file("c.txt", THIRD);
        try (Lake lake = lake("h")) {
            SparkForTests.ingest(lake, a, b);
            Map<String, List<String>> before = SparkForTests.contents(lake);
            assertThat(SparkForTests.ingest(lake, a, b).ledger()).isEqualTo(new Ledger(2, 0, 0, 0, 2));
            assertThat(SparkForTests.contents(lake)).isEqualTo(before);
            assertThat(SparkForTests.ingest(lake, a, b, c).ledger()).isEqualTo(new Ledger(3, 1, 0, 0, 2));
            assertThat(lake.read("reports").count()).isEqualTo(3);
            assertThat(lake.read("ingests").count()).isEqualTo(3);
        }
    }

    @Test
    void whichDocumentStandsDoesNotDependOnTheOrderOfArrival() throws IOException {
        Path first = file("1.txt", FIRST);
        Path refiled = file("2.txt", REFILED);
        Path undated = file("3.txt", UNDATED);
        Path other = file("4.txt", SECOND);
        Map<String, List<String>> expected;
        try (Lake lake = lake("at-once")) {
            SparkForTests.ingest(lake, first, refiled, undated, other);
            expected = SparkForTests.contents(lake);
            Row report = lake.read("reports").where("report_year = 2018").first();
            assertThat(report.getAs("published_on").toString())
                    .as("the document published last stands")
                    .isEqualTo("2019-03-01");
            assertThat(expected.get("findings"))
                    .as("each replaced version is named, the findings of replaced versions are gone")
                    .hasSize(2)
                    .allMatch(f -> f.contains("report.refiled"));
            assertThat(expected.get("documents")).as("replaced documents stay").hasSize(4);
        }
        List<List<Path>> orders = List.of(
                List.of(first, refiled, undated, other),
                List.of(refiled, other, undated, first),
                List.of(undated, first, other, refiled),
                List.of(other, undated, refiled, first));
        for (int i = 0; i < orders.size(); i++) {
            try (Lake lake = lake("order-" + i)) {
                for (Path one : orders.get(i)) {
                    SparkForTests.ingest(lake, one);
                }
                assertThat(SparkForTests.contents(lake))
                        .as("arrived one by one as %s", orders.get(i))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void badInputCostsItselfOnly() throws IOException {
        Path good = file("good.txt", SECOND);
        file("empty.txt", "");
        file("broken.json", "{\"text\": ");
        file(
                "lines.jsonl",
                "{\"text\":\"body 640502-司法局\\nyear 2016\"}\nnot json\n{\"title\":\"x\"}\n\n{\"text\":\"body 640502-司法局\\nyear 2015\"}\n");
        Files.write(good.resolveSibling("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        file("not.zip", "no archive at all");
        file("bad.parquet", "no parquet");
        try (Lake lake = lake("h")) {
            IngestSummary summary = SparkForTests.ingest(lake, good.getParent());
            assertThat(summary.reports()).isEqualTo(3);
            assertThat(summary.ledger().parsed()).isEqualTo(3);
            assertThat(summary.ledger().rejected())
                    .as("each bad one with its reason: %s", summary.rejections())
                    .isEqualTo(7);
            assertThat(lake.read("documents")
                            .where("outcome = 'rejected' and reason = ''")
                            .count())
                    .isZero();
        }
    }

    @Test
    void aMissingInputIsNamedAndNothingHappens() throws IOException {
        Path a = file("a.txt", FIRST);
        try (Lake lake = lake("h")) {
            assertThatThrownBy(() -> SparkForTests.ingest(lake, a, folder.resolve("nowhere.txt")))
                    .isInstanceOf(InputMissing.class)
                    .hasMessageContaining("nowhere.txt");
            assertThat(lake.read("documents").count()).isZero();
        }
    }

    @Test
    void anotherVersionOfTheReaderReadsTheTextInTheLake() throws IOException {
        Path a = file("a.txt", FIRST);
        Path b = file("b.txt", REFILED);
        Path no = file("no.txt", "会议通知");
        try (Lake lake = lake("h")) {
            SparkForTests.ingest(lake, a, b, no);
            Map<String, List<String>> before = SparkForTests.contents(lake);
            Files.delete(a);
            assertThat(IngestJob.reparse(SparkForTests.session(), lake, SparkForTests.request("1"), s -> {}))
                    .as("the same version has nothing to do")
                    .isEmpty();
            Optional<IngestSummary> again =
                    IngestJob.reparse(SparkForTests.session(), lake, SparkForTests.request("2"), s -> {});
            assertThat(again.orElseThrow().ledger()).isEqualTo(new Ledger(3, 2, 1, 0, 0));
            assertThat(SparkForTests.contents(lake).get("observations")).isEqualTo(before.get("observations"));
            assertThat(SparkForTests.contents(lake).get("findings")).isEqualTo(before.get("findings"));
            assertThat(lake.read("reports").where("parser_version = '2'").count())
                    .isEqualTo(1);
            assertThat(lake.read("documents").where("ingest_id = 1").count())
                    .as("a document keeps the ingest that brought it")
                    .isEqualTo(3);
        }
    }

    @Test
    void aFileOfLinesMayBeCutAnywhere() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"source\":\"s")
                    .append(i)
                    .append("\",\"text\":\"行")
                    .append("长".repeat(i))
                    .append("\"}\n");
        }
        Path path = file("many.jsonl", lines.toString());
        long size = Files.size(path);
        for (long cut = 0; cut <= size; cut += 7) {
            List<String> sources = new java.util.ArrayList<>();
            InputReader reader = new InputReader(
                    new org.apache.hadoop.conf.Configuration(),
                    org.gongkai.intake.IntakeLimits.DEFAULT,
                    (position, submission) ->
                            sources.add(submission.particulars().source()));
            for (long[] range : new long[][] {{0, cut}, {cut, size}}) {
                reader.read(new InputSlice.Piece(
                        0,
                        path.toUri().toString(),
                        "many.jsonl",
                        org.gongkai.intake.FileKind.JSON_LINES,
                        range[0],
                        range[1],
                        false));
            }
            assertThat(sources).as("cut at byte %s", cut).hasSize(40).doesNotHaveDuplicates();
        }
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)).hasLineCount(40);
    }

    @Test
    void aLinkThatLeadsBackToItsFolderIsListedOnce() throws IOException {
        Path input = Files.createDirectories(folder.resolve("links/below"));
        Files.writeString(input.resolve("a.txt"), "body 640502-司法局\nyear 2018\nform channel.weibo 1");
        Files.createSymbolicLink(input.resolve("back"), folder.resolve("links"));
        Files.createSymbolicLink(input.resolve("again"), input);
        try (Lake lake = SparkForTests.lake(folder.resolve("h"))) {
            IngestSummary summary = SparkForTests.ingest(lake, folder.resolve("links"));
            assertThat(summary.ledger().documentsIn()).isEqualTo(1);
        }
    }
}
