package org.gongkai.jobs.release;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.ingest.IngestJob;
import org.gongkai.jobs.ingest.IngestRequest;
import org.gongkai.jobs.ingest.SparkForTests;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.report.ReportReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample and one report full of private matters, from the text to the release. */
class SampleReleaseTest {
    /** Surefire runs in the folder of the module. */
    private static final Path SAMPLE = Path.of("..", "data", "sample", "reports");

    private static final String PRIVATE = """
            沙坡头区水务局2019年政府信息公开工作年度报告
            本年度收到依申请公开3件，联系人：甲某某，电话：0955-7654321。
            网站公开政府信息25条（手机13912345678，邮箱 jiamoumou@example.com）。
            官方微信公众号关注人数1200人，联系人：乙某某 13812345678。
            单位负责人：丙某某  审核人：丁某某  填报人：戊某某
            填报日期：2020年1月10日
            """;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Path release;

    @BeforeAll
    static void publish() throws IOException {
        Path document = Files.writeString(folder.resolve("13912345678.txt"), PRIVATE);
        Path home = folder.resolve("home");
        try (Lake lake = SparkForTests.lake(home)) {
            spark = lake.read("reports").sparkSession();
            IngestRequest request = new IngestRequest(
                    List.of(SAMPLE.toString(), document.toString()),
                    ReportReader::read,
                    ReportReader.VERSION,
                    IntakeLimits.DEFAULT,
                    LakeWriter.PATIENCE);
            IngestJob.run(spark, lake, request, said -> {});
            AggregateJob.run(spark, lake::read, lake.snapshots(), home.toUri(), MartInputs.standard());
        }
        release = Path.of(PublishJob.run(spark, home.toUri()).path().replaceFirst("^file:", ""));
    }

    @Test
    void anotherEngineComputesTheSameMartsFromTheContract() throws IOException, SQLException {
        SecondEngine second = SecondEngine.check(release);
        assertThat(second.differences()).as("cells that differ").isEmpty();
        assertThat(second.figures().values().stream().mapToLong(Long::longValue).sum())
                .as("figures compared")
                .isGreaterThan(200_000);
    }

    @Test
    void noPersonAndNoTelephoneReachesARelease() throws IOException {
        assertThat(Files.readString(release.resolve("csv/reports.csv")))
                .as("the report itself is there")
                .contains("沙坡头区水务局2019年");
        List<Path> texts;
        try (Stream<Path> files = Files.walk(release)) {
            texts = files.filter(f -> f.toString().matches(".*\\.(csv|json|md)"))
                    .toList();
        }
        assertThat(texts).hasSizeGreaterThan(15);
        for (Path text : texts) {
            assertThat(Files.readString(text))
                    .as(text.getFileName().toString())
                    .doesNotContain("甲某某", "乙某某", "丙某某", "丁某某", "戊某某")
                    .doesNotContain("13912345678", "13812345678", "jiamoumou")
                    // A ratio may hold these digits: 43 ÷ 162.
                    .doesNotContainPattern("(?<![0-9.])7654321");
        }
    }

    @Test
    void aFigureIsTracedToFileAndLine() throws IOException {
        List<Row> lines = Trace.of(
                spark,
                folder.resolve("home").toUri(),
                new Trace.Question("current", "", "640500", 2018, "channel.weibo", Optional.empty(), "bodies"));
        assertThat(lines).isNotEmpty();
        for (Row line : lines) {
            Path source = Path.of(line.getString(Trace.COLUMNS.indexOf("source")));
            assertThat(line.getInt(Trace.COLUMNS.indexOf("line")))
                    .as("%s", line)
                    .isPositive();
            if (Files.exists(source) && source.toString().endsWith(".txt")) {
                assertThat(Files.readAllLines(source).get(line.getInt(Trace.COLUMNS.indexOf("line")) - 1))
                        .as("line %s of %s", line.getInt(Trace.COLUMNS.indexOf("line")), source)
                        .contains(line.getString(Trace.COLUMNS.indexOf("printed_value")));
            }
        }
    }

    @Test
    void theSdmxFileHoldsEveryMeasureOnce() throws IOException {
        List<String> sdmx = Files.readAllLines(release.resolve("sdmx/measures.csv"));
        List<String> measures = Files.readAllLines(release.resolve("csv/measures.csv"));
        assertThat(sdmx).hasSameSizeAs(measures);
        assertThat(sdmx.get(0))
                .startsWith(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,BASIS,INDICATOR,REQUESTER,TIME_PERIOD,OBS_VALUE");
        assertThat(sdmx.subList(1, sdmx.size()))
                .allMatch(l -> l.startsWith("dataflow," + SdmxCsv.STRUCTURE_ID + ",R,A,"));
    }
}
