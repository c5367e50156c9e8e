package org.gongkai.report;

import org.gongkai.finding.Finding;
import org.gongkai.table.TableReading;
import org.gongkai.text.Particulars;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class ReportReaderTest {
    private static final String TITLE = "平罗县民政局2017年政府信息公开工作年度报告\n";
    private static final String TABLE = """
            政府信息公开情况统计表
            (2017 年度)
            统计指标	单位	统计数
            一、主动公开情况
            (一) 主动公开政府信息数 (不同渠道和方式公开相同信息计 1 条)	条	88
            其中: 主动公开规范性文件数	条	3
            制发规范性文件总数	件	3
            (二) 通过不同渠道和方式公开政府信息的情况
            1. 政府公报公开政府信息数	条	0
            2. 政府网站公开政府信息数	条	80
            3. 政务微博公开政府信息数	条	12
            """;

    @Test
    void an_empty_file_is_empty() {
        assertThat(rejection("".getBytes(UTF_8))).isEqualTo(Rejection.EMPTY);
        assertThat(rejection(" \n\t\n".getBytes(UTF_8))).isEqualTo(Rejection.EMPTY);
    }

    @Test
    void a_picture_is_no_text() {
        assertThat(rejection(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'}))
                .isEqualTo(Rejection.BINARY);
    }

    @Test
    void a_text_about_something_else_is_no_report() {
        assertThat(rejection("关于召开防汛工作会议的通知\n各乡镇：定于6月12日召开会议，参会32人。\n".getBytes(UTF_8)))
                .isEqualTo(Rejection.NOT_A_REPORT);
    }

    @Test
    void a_report_without_a_table_counts_with_what_its_prose_says() {
        Report report = parsed(TITLE + "2017年，我局通过政府网站公开政府信息41条，未收到政府信息公开申请。\n");
        assertThat(report.form()).isEqualTo(TableReading.NO_FORM);
        assertThat(amount(report, "channel.website", Origin.PROSE)).contains(new BigDecimal("41"));
        assertThat(amount(report, "requests.received", Origin.PROSE)).contains(BigDecimal.ZERO);
    }

    @Test
    void a_table_cut_in_half_keeps_its_half_and_says_that_the_rest_was_not_found() {
        Report report = parsed(TITLE + TABLE);
        assertThat(amount(report, "channel.weibo", Origin.FORM)).contains(new BigDecimal("12"));
        assertThat(report.values())
                .filteredOn(v -> v.indicator().equals("staff.total"))
                .singleElement()
                .satisfies(v -> assertThat(v.status()).isEqualTo(Status.NOT_FOUND));
        assertThat(report.findings()).extracting(Finding::rule).contains("table.cut");
    }

    @Test
    void two_years_in_one_file_are_not_counted_for_either() {
        String two = TITLE
                + TABLE
                + TITLE.replace("2017", "2016")
                + TABLE.replace("2017", "2016").replace("88", "70");
        assertThat(rejection(two.getBytes(UTF_8))).isEqualTo(Rejection.TWO_REPORTS);
    }

    @Test
    void a_report_that_names_no_year_is_not_counted() {
        assertThat(rejection("平罗县民政局政府信息公开工作年度报告\n主动公开政府信息41条。\n".getBytes(UTF_8)))
                .isEqualTo(Rejection.NO_REPORT_YEAR);
    }

    @Test
    void what_is_given_beside_the_text_names_the_report() {
        Submission submission = new Submission(
                new Particulars(
                        "crawl#1",
                        Optional.of("2017年度政府信息公开报告"),
                        Optional.of("平罗县民政局"),
                        Optional.of("640221"),
                        OptionalInt.of(2017),
                        Optional.empty()),
                new Content.Text("全年主动公开政府信息41条。"));
        Outcome outcome = ReportReader.read(submission).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Parsed.class);
        assertThat(((Outcome.Parsed) outcome).report().identification().regionCode())
                .isEqualTo("640221");
    }

    @Test
    void figures_given_as_data_are_taken_where_the_catalogue_knows_them() {
        Submission submission = new Submission(
                new Particulars(
                        "data#1",
                        Optional.of("平罗县民政局2017年政府信息公开工作年度报告"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(2017),
                        Optional.empty()),
                new Content.Figures(List.of(
                        new Content.Figure("channel.weibo", "_T", Optional.of(new BigDecimal("12")), "条"),
                        new Content.Figure("channel.wechat", "_T", Optional.empty(), ""),
                        new Content.Figure("no.such.thing", "_T", Optional.of(BigDecimal.ONE), ""))));
        Report report = ReportReader.read(submission).report().orElseThrow();
        assertThat(amount(report, "channel.weibo", Origin.STRUCTURED)).contains(new BigDecimal("12"));
        assertThat(report.values())
                .filteredOn(v -> v.indicator().equals("channel.wechat"))
                .extracting(Value::status)
                .containsExactly(Status.NOT_STATED);
        assertThat(report.unmapped()).extracting(u -> u.text().strip()).containsExactly("no.such.thing");
    }

    /** The two real reports, which stay outside the project: looked at where they are present. */
    @ParameterizedTest
    @CsvSource({
        "shapotou-justice-2018.txt, 640502, 2018, followers.wechat, 417, 2014-11",
        "xixia-justice-2017.txt,    640105, 2017, followers.wechat, 1429, prose.parts"
    })
    void a_real_report_is_read_whole(
            String file, String region, int year, String followers, String count, String finding) throws IOException {
        Path path = Path.of("..", "..", "shared", "reports", file);
        assumeThat(path).as("the real reports lie beside the project").exists();
        Report report = parsed(Files.readString(path));
        assertThat(report.identification().regionCode()).isEqualTo(region);
        assertThat(report.identification().reportYear()).hasValue(year);
        assertThat(report.values())
                .filteredOn(v -> v.origin() == Origin.FORM)
                .hasSize(58)
                .allSatisfy(v -> assertThat(v.amount()).as(v.indicator()).isPresent());
        assertThat(amount(report, followers, Origin.PROSE)).contains(new BigDecimal(count));
        assertThat(report.findings()).extracting(Finding::rule).containsExactly(finding);
        assertThat(report.unmapped()).isEmpty();
    }

    private static Optional<BigDecimal> amount(Report report, String indicator, Origin origin) {
        return report.values().stream()
                .filter(v -> v.indicator().equals(indicator) && v.origin() == origin)
                .findFirst()
                .flatMap(Value::amount);
    }

    private static Report parsed(String text) {
        Outcome outcome = read(text.getBytes(UTF_8)).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Parsed.class);
        return ((Outcome.Parsed) outcome).report();
    }

    private static Rejection rejection(byte[] bytes) {
        Outcome outcome = read(bytes).outcome();
        assertThat(outcome).as("outcome").isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).reason();
    }

    private static Reading read(byte[] bytes) {
        return ReportReader.read(new Submission(Particulars.ofSource("a.txt"), new Content.Bytes(bytes, "text/plain")));
    }

    @Test
    void aDocumentWithMoreTextThanTheLimitsAllowIsRejectedAndNotRead() {
        String report = "沙坡头区司法局2018年政府信息公开工作年度报告\n" + "本年度公开信息12条。\n".repeat(20);
        Submission text = new Submission(org.gongkai.text.Particulars.ofSource("a"), new Content.Text(report));
        Submission html = new Submission(
                org.gongkai.text.Particulars.ofSource("b"), new Content.Html(report.replace("\n", "<br>")));
        for (Submission each : java.util.List.of(text, html)) {
            assertThat(ReportReader.read(each, new TextLimits(1000, 30)).outcome())
                    .as("within the limits")
                    .isInstanceOf(Outcome.Parsed.class);
            for (TextLimits limits : java.util.List.of(new TextLimits(100, 30), new TextLimits(1000, 10))) {
                Outcome outcome = ReportReader.read(each, limits).outcome();
                assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
                assertThat(((Outcome.Rejected) outcome).reason()).isEqualTo(Rejection.TOO_LARGE);
            }
        }
    }
}
