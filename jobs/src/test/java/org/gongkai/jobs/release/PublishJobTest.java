package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.Fixture;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.jobs.marts.MartTable;
import org.gongkai.jobs.marts.TestSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Three publications of one home: the first, one of the same marts, one after a report was replaced. */
class PublishJobTest {
    @TempDir
    private static Path home;

    private static SparkSession spark;
    private static Fixture fixture;
    private static PublishSummary first;
    private static PublishSummary again;
    private static PublishSummary refiled;

    @BeforeAll
    static void publish() throws IOException {
        spark = TestSession.get();
        fixture = new Fixture(spark, "small");
        AggregateJob.run(
                spark,
                PublishJobTest::original,
                "s1",
                home.toUri(),
                MartInputs.standard().with(fixture.regions()));
        first = PublishJob.run(spark, home.toUri(), fixture.regions());
        AggregateJob.run(
                spark,
                PublishJobTest::original,
                "s2",
                home.toUri(),
                MartInputs.standard().with(fixture.regions()));
        again = PublishJob.run(spark, home.toUri(), fixture.regions());
        AggregateJob.run(
                spark,
                PublishJobTest::replaced,
                "s3",
                home.toUri(),
                MartInputs.standard().with(fixture.regions()));
        refiled = PublishJob.run(spark, home.toUri(), fixture.regions());
    }

    private static org.apache.spark.sql.Dataset<Row> original(String table) {
        return fixture.editedLake((name, record) -> {
                    if (name.equals("reports")) {
                        record.put("document", "d1");
                        record.put("title", "=HYPERLINK(\"x\") 联系人：张三三 电话：0955-1234567");
                    }
                    return record;
                })
                .apply(table);
    }

    private static org.apache.spark.sql.Dataset<Row> replaced(String table) {
        return fixture.editedLake((name, record) -> {
                    boolean isReport =
                            "640521-乙局".equals(record.get("body_id")) && "2018".equals(record.get("report_year"));
                    if (name.equals("reports")) {
                        record.put("document", isReport ? "d2" : "d1");
                        record.put("title", "=HYPERLINK(\"x\") 联系人：张三三 电话：0955-1234567");
                    }
                    if (name.equals("observations")
                            && isReport
                            && "requests.received".equals(record.get("indicator"))) {
                        record.put("value", "3");
                    }
                    return record;
                })
                .apply(table);
    }

    @Test
    void aReleaseIsMadeOnlyWhereSomethingChanged() {
        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).as("the same marts again").isFalse();
        assertThat(again.id()).isEqualTo("0001");
        assertThat(refiled.isNew()).isTrue();
        assertThat(refiled.id()).isEqualTo("0002");
    }

    @Test
    void currentIsTheNewestRelease() throws IOException {
        assertThat(home.resolve("release/current").toRealPath())
                .isEqualTo(home.resolve("release/0002").toRealPath());
    }

    @Test
    void aReleaseHoldsItsFilesAndNothingElse() throws IOException {
        List<String> files = files("0001");
        assertThat(files)
                .contains("README.md", "datapackage.json", "changes.csv", "checksums.sha256", "sdmx/measures.csv");
        for (MartTable table : MartTable.values()) {
            assertThat(files)
                    .contains("csv/" + table.word() + ".csv", table.word() + "/" + table.word() + "-00000.parquet");
        }
        assertThat(files).filteredOn(f -> !f.startsWith("dashboard/")).hasSize(5 + 2 * MartTable.values().length);
        assertThat(files).contains("dashboard/index.html", "dashboard/echarts.min.js", "dashboard/data/640502.js");
        try (Stream<Path> left = Files.list(home.resolve("release"))) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("0001", "0002", "current");
        }
    }

    @Test
    void checksumsHold() throws Exception {
        List<String> lines = Files.readAllLines(home.resolve("release/0002/checksums.sha256"));
        assertThat(lines).hasSize(files("0002").size() - 1);
        for (String line : lines) {
            byte[] content = Files.readAllBytes(home.resolve("release/0002").resolve(line.substring(66)));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .as(line.substring(66))
                    .isEqualTo(line.substring(0, 64));
        }
    }

    @Test
    void anIndependentReaderFindsTheSameRowsInParquetAndCsv() throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (MartTable table : MartTable.values()) {
                String parquet = "'" + home.resolve("release/0001/" + table.word()) + "/*.parquet'";
                String csv = "'" + home.resolve("release/0001/csv/" + table.word() + ".csv") + "'";
                long rows = first.rows().get(table.word());
                assertThat(count(duck, "SELECT count(*) FROM " + parquet))
                        .as(table.word())
                        .isEqualTo(rows);
                assertThat(count(duck, "SELECT count(*) FROM read_csv(" + csv + ", all_varchar = true, header = true)"))
                        .as(table.word() + ".csv")
                        .isEqualTo(rows);
            }
        }
    }

    @Test
    void sharesAreWhatAnotherEngineComputesFromTheObservations() throws SQLException {
        String released = home.resolve("release/0001").toString();
        String sql = """
                WITH o AS (
                  SELECT r.region_code, o.report_year, substr(o.indicator, 9) AS channel, o.value
                  FROM '%1$s/observations/*.parquet' o
                  JOIN '%1$s/reports/*.parquet' r USING (body_id, report_year)
                  WHERE o.indicator LIKE 'channel.%%' AND o.is_preferred AND o.value IS NOT NULL AND r.scope = 'body'),
                p AS (
                  SELECT region_code, report_year, channel, sum(value) AS published
                  FROM o GROUP BY region_code, report_year, channel),
                s AS (
                  SELECT *, published / sum(published) OVER (PARTITION BY region_code, report_year) AS share FROM p)
                SELECT count(*) FROM s
                JOIN '%1$s/channel_shares/*.parquet' c USING (region_code, report_year, channel)
                WHERE c.basis = 'bodies' AND abs(c.share - s.share) < 1e-12 AND c.published = s.published
                """.formatted(released);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            long counties = count(
                    duck,
                    "SELECT count(*) FROM '" + released
                            + "/channel_shares/*.parquet' WHERE region_code NOT LIKE '%00'");
            assertThat(counties).isEqualTo(11);
            assertThat(count(duck, sql)).as("shares of counties that agree").isEqualTo(counties);
        }
    }

    @Test
    void changesNameTheCellsAndTheCause() throws IOException {
        List<String> changes = Files.readAllLines(home.resolve("release/0002/changes.csv"));
        assertThat(changes).hasSize((int) refiled.changes() + 1);
        assertThat(changes)
                .anyMatch(
                        l -> l.equals(
                                "observations,640521,2018,,640521-乙局,requests.received,_T,form,changed,0.000000,3.000000,refiled"))
                .anyMatch(l -> l.equals(
                        "measures,000000,2018,bodies,,requests.received,_T,,changed,10.000000,13.000000,refiled"));
        assertThat(changes.subList(1, changes.size())).allMatch(l -> l.endsWith(",refiled"));
        assertThat(Diff.columns())
                .isEqualTo(List.of(changes.get(0).replace("\uFEFF", "").split(",")));
    }

    @Test
    void nobodyIsNamedAndNoCellIsAFormula() throws IOException {
        String reports = Files.readString(home.resolve("release/0001/csv/reports.csv"));
        assertThat(reports).doesNotContain("张三三").doesNotContain("0955-1234567").contains("\"'=HYPERLINK");
        assertThat(reports).startsWith("\uFEFF");
        assertThat(Spreadsheet.cell(new java.math.BigDecimal("-3.50"))).isEqualTo("-3.5");
        assertThat(Spreadsheet.cell("+1036")).isEqualTo("'+1036");
        assertThat(Spreadsheet.cell(null)).isEmpty();
    }

    @Test
    void theDataPackageFollowsTheRulesOfVersionTwo() throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(home.resolve("release/0002/datapackage.json").toFile());
        assertThat(DataPackageRules.problems(root, home.resolve("release/0002")))
                .isEmpty();
        assertThat(root.path("version").asText()).isEqualTo("0002");
        assertThat(root.path("lake_snapshots").asText()).isEqualTo("s3");
    }

    @Test
    void aFigureIsTracedToItsLines() throws IOException {
        assertThat(traced("", "640500", 2018, "channel.website", "bodies"))
                .containsExactly("640502-甲局 2018 channel.website _T 150", "640521-乙局 2018 channel.website _T 50");
        assertThat(traced("", "640502", 2018, "outcome.granted", "bodies"))
                .as("two rows on the form of 2014")
                .containsExactly("640502-甲局 2018 reply.already_public _T 1", "640502-甲局 2018 reply.granted _T 3");
        assertThat(traced("", "640500", 2018, "requests.received", "territory"))
                .as("the government before its office")
                .containsExactly("640500-政府 2018 requests.received _T 77");
        assertThatThrownBy(() -> traced("0009", "", "640502", 2018, "x", "bodies"))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void everyMartIsTracedByTheNamesOfItsRows() throws IOException {
        assertThat(traced("channel_shares", "640502", 2018, "weibo", "bodies"))
                .as("a share is of all channels, a reach of everything published")
                .containsExactly(
                        "640502-甲局 2018 channel.website _T 150",
                        "640502-甲局 2018 channel.wechat _T 100",
                        "640502-甲局 2018 channel.weibo _T 50",
                        "640502-甲局 2018 publication.total _T 200");
        assertThat(traced("", "640502", 2018, "reach.weibo", "bodies"))
                .containsExactly("640502-甲局 2018 channel.weibo _T 50", "640502-甲局 2018 publication.total _T 200");
        assertThat(traced("trends", "640521", 2018, "requests.received", "bodies"))
                .as("the year before is behind a change")
                .containsExactly("640521-乙局 2017 requests.received _T 6", "640521-乙局 2018 requests.received _T 0");
        assertThat(traced("trends", "110118", 2015, "requests.received", "bodies"))
                .as("and so is the code before")
                .hasSize(2);
        assertThat(traced("requests", "640502", 2018, "on_time_rate", "bodies"))
                .containsExactly(
                        "640502-甲局 2018 requests.completed _T 8", "640502-甲局 2018 requests.completed.on_time _T 6");
        assertThat(traced("", "640502", 2018, "disclosure_rate", "bodies")).hasSize(4);
        assertThat(traced("followers", "640521", 2018, "wechat", "bodies")).hasSize(1);
        assertThat(traced("form_cells", "640521", 2018, "reply.granted", "bodies"))
                .hasSize(1);
        assertThat(traced("", "640502", 2018, "prose.table", "bodies"))
                .as("a rule leads to its findings")
                .singleElement()
                .satisfies(l -> assertThat(l).startsWith("640502-甲局 2018 prose.table requests.received"));
        assertThat(traced("scorecard", "640500", 2018, "", "bodies")).hasSizeGreaterThan(2);
        assertThat(traced("coverage", "640502", 2018, "", "bodies"))
                .as("甲局 reported, 丙局 did between two years, 丁局 with another scope")
                .hasSize(3);
        assertThatThrownBy(() -> traced("measurs", "640502", 2018, "x", "bodies"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measurs");
        assertThatThrownBy(() -> traced("regions", "640502", 2018, "", "bodies"))
                .hasMessageContaining("reference");
    }

    @Test
    void everyMeasureOfTheReleaseLeadsToPrint() throws IOException {
        List<String> measures = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve("release/0001/csv/measures.csv"))) {
            String[] f = line.split(",", -1);
            if (f[0].equals("640502") && f[1].equals("2018") && f[2].equals("bodies") && !f[5].isEmpty()) {
                measures.add(f[3]);
            }
        }
        assertThat(measures).hasSizeGreaterThan(5);
        for (String measure : measures) {
            assertThat(traced("measures", "640502", 2018, measure, "bodies"))
                    .as(measure)
                    .isNotEmpty();
        }
    }

    private static List<String> traced(String table, String region, int year, String indicator, String basis)
            throws IOException {
        return traced("0001", table, region, year, indicator, basis);
    }

    /** Body, year, indicator, applicant and value of each line. */
    private static List<String> traced(
            String release, String table, String region, int year, String indicator, String basis) throws IOException {
        Trace.Question question = new Trace.Question(release, table, region, year, indicator, Optional.empty(), basis);
        return Trace.of(spark, home.toUri(), question, fixture.regions()).stream()
                .map(r -> r.getString(0) + " " + r.getInt(1) + " " + r.getString(2) + " " + r.getString(3) + " "
                        + (r.isNullAt(4)
                                ? ""
                                : r.getDecimal(4).stripTrailingZeros().toPlainString()))
                .toList();
    }

    @Test
    void withoutMartsThereIsNothingToPublish(@TempDir Path empty) {
        assertThatThrownBy(() -> PublishJob.run(spark, empty.toUri(), fixture.regions()))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("aggregate");
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<String> files(String id) throws IOException {
        Path folder = home.resolve("release").resolve(id);
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .toList());
        }
    }
}
