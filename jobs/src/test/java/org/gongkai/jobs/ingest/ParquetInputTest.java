package org.gongkai.jobs.ingest;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.report.Content;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Parquet files with the columns of a record, as Spark writes them, say what the same lines of JSON say. */
class ParquetInputTest {
    private static final String LINES = """
            {"source":"s/1","title":"沙坡头区林业局2017年政府信息公开工作年度报告","publisher":"沙坡头区林业局","region_code":"640502","report_year":2017,"published_on":"2018-01-04","text":"发布105条"}
            {"source":"s/2","html":"<p>发布106条</p>"}
            {"source":"s/3","region_code":"640502","pages":["一","二"]}
            {"source":"s/4","title":"年报","report_year":2016,"values":[{"indicator":"channel.weibo","value":105.50,"unit":"条"},{"indicator":"reply.granted","requester":"_T"}]}
            {"source":"s/5","title":"nothing to read"}
            {"source":"s/6","report_year":99,"text":"三"}
            """;

    private static final String SCHEMA =
            "source STRING, title STRING, publisher STRING, region_code STRING, report_year INT, published_on DATE,"
                    + " text STRING, html STRING, pages ARRAY<STRING>,"
                    + " values ARRAY<STRUCT<indicator: STRING, requester: STRING, value: DECIMAL(18,6), unit: STRING>>";

    @TempDir
    Path folder;

    @Test
    void the_same_records_in_parquet_and_in_lines_are_the_same_submissions() throws IOException {
        Path lines = Files.writeString(folder.resolve("a.jsonl"), LINES);
        List<Submission> fromLines = read(lines);
        List<Submission> fromParquet = read(parquet(records(SCHEMA)));
        assertThat(fromParquet).hasSameSizeAs(fromLines).hasSize(6);
        for (int i = 0; i < fromLines.size(); i++) {
            Submission line = fromLines.get(i);
            Submission row = fromParquet.get(i);
            if (line.content() instanceof Content.Unusable bad) {
                Content.Unusable same = (Content.Unusable) row.content();
                assertThat(same.reason()).isEqualTo(bad.reason());
                assertThat(same.detail())
                        .as("why record %d is turned away", i + 1)
                        .isEqualTo(bad.detail());
                continue;
            }
            assertThat(row.particulars()).as("record %d", i + 1).isEqualTo(line.particulars());
            assertThat(row.content())
                    .as("record %d", i + 1)
                    .usingRecursiveComparison()
                    .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                    .isEqualTo(line.content());
        }
    }

    @ParameterizedTest(name = "written as {0}")
    @ValueSource(strings = {"INT96", "TIMESTAMP_MICROS", "TIMESTAMP_MILLIS"})
    void a_time_stamp_is_the_day_in_china(String type) throws IOException {
        Dataset<Row> records = session()
                .sql("SELECT '年报' AS title, '一' AS text,"
                        + " to_timestamp('2019-01-04T00:00:00+08:00') AS published_on");
        records.sparkSession().conf().set("spark.sql.parquet.outputTimestampType", type);
        assertThat(read(parquet(records)))
                .singleElement()
                .satisfies(s -> assertThat(s.particulars().publishedOn()).contains(LocalDate.of(2019, 1, 4)));
    }

    @Test
    void a_wall_clock_time_is_left_as_it_stands() throws IOException {
        Dataset<Row> records = session().sql("SELECT '一' AS text, TIMESTAMP_NTZ'2019-01-04 23:30:00' AS published_on");
        assertThat(read(parquet(records)))
                .singleElement()
                .satisfies(s -> assertThat(s.particulars().publishedOn()).contains(LocalDate.of(2019, 1, 4)));
    }

    @Test
    void parquet_without_our_columns_or_cut_off_says_why() throws IOException {
        assertThat(read(parquet(session().sql("SELECT 1 AS id, 'x' AS body"))))
                .singleElement()
                .satisfies(s -> {
                    assertThat(((Content.Unusable) s.content()).reason()).isEqualTo(Rejection.DAMAGED);
                    assertThat(((Content.Unusable) s.content()).detail()).contains("text, html, pages, values");
                });
        Path whole = parquet(records(SCHEMA));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {0, 4, bytes.length / 2, bytes.length - 1}) {
            Path cut = Files.write(folder.resolve("cut-" + length + ".parquet"), Arrays.copyOf(bytes, length));
            assertThat(read(cut))
                    .as("the first %d bytes", length)
                    .singleElement()
                    .satisfies(s -> {
                        assertThat(((Content.Unusable) s.content()).reason()).isEqualTo(Rejection.DAMAGED);
                        assertThat(((Content.Unusable) s.content()).detail()).contains("not readable as Parquet");
                    });
        }
    }

    @Test
    void lake_and_ledger_do_not_see_whether_records_came_in_parquet_or_in_lines() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        String text = "body 640502-司法局\\nyear 2018\\nform channel.weibo 105";
        Path lines = Files.writeString(in.resolve("a.jsonl"), "{\"source\":\"s/1\",\"text\":\"" + text + "\"}\n");
        try (Lake fromLines = SparkForTests.lake(folder.resolve("lines"));
                Lake fromParquet = SparkForTests.lake(folder.resolve("parquet"))) {
            SparkForTests.ingest(fromLines, lines);
            Path parquet = parquet(SparkForTests.session().read().schema(SCHEMA).json(lines.toString()));
            SparkForTests.ingest(fromParquet, parquet);
            assertThat(fromParquet.read("reports").count()).isOne();
            assertThat(SparkForTests.contents(fromParquet)).isEqualTo(SparkForTests.contents(fromLines));
        }
    }

    private SparkSession session() {
        if (SparkForTests.session() == null) {
            SparkForTests.lake(folder.resolve("first")).close();
        }
        return SparkForTests.session().newSession();
    }

    private Dataset<Row> records(String schema) throws IOException {
        Path lines = Files.writeString(folder.resolve("records.jsonl"), LINES);
        return session().read().schema(schema).json(lines.toString());
    }

    private Path parquet(Dataset<Row> records) throws IOException {
        Path out = folder.resolve("rows-" + System.nanoTime());
        records.coalesce(1).write().parquet(out.toString());
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Submission> read(Path file) throws IOException {
        List<Submission> all = new ArrayList<>();
        InputPlan plan = InputPlan.of(List.of(file.toString()), new Configuration());
        InputReader reader = new InputReader(
                new Configuration(), IntakeLimits.DEFAULT, (position, submission) -> all.add(submission));
        for (InputSlice slice : plan.slices()) {
            for (InputSlice.Piece piece : slice.pieces()) {
                reader.read(piece);
            }
        }
        return all;
    }
}
