package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.dashboard.DashboardFiles;
import org.gongkai.jobs.dashboard.RegionScripts;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Summaries of a region of which little, nothing or something nasty is known. */
class SummariesTest {
    private static final String INDEX = """
            gongkai.index({"release":"0007","years":[2017,2018,2019],"regimes":["2008","2014","2019","2021"],
            "regions":[["000000","全国","nation","",[2018]],["640000","宁夏回族自治区","province","000000",[2018]],
            ["640500","中卫市","prefecture","640000",[2017,2018,2019]],["640502","沙坡头区","county","640500",[2018]],
            ["640521","中宁县","county","640500",[]]],
            "measures_dictionary":[["publication.total","主动公开政府信息数","items published","条","flow"],
            ["requests.received","收到申请数","requests received","件","flow"],
            ["outcome.disclosure_rate","公开率","disclosure rate","1","ratio"]],
            "comparability":[["publication.total","2014","2019","break","no such row"]]});
            """;

    private static Summaries summaries(Language language, Map<String, String> regions) throws IOException {
        Map<String, String> files = new HashMap<>(Map.of("data/index.js", INDEX));
        regions.forEach((code, text) -> files.put("data/" + code + ".js", text));
        return new Summaries(new DashboardFiles(path -> Optional.ofNullable(files.get(path))), language);
    }

    private static String page(RegionScripts scripts, int year, Language language) throws IOException {
        return Html.page(summaries(language, Map.of("640500", scripts.text())).of("640500", year), language);
    }

    private static RegionScripts oneBody(String body, String value) {
        return new RegionScripts("640500")
                .row("coverage", "report_year", "2018", "n_expected", "1", "n_seen", "1", "coverage", "1.0")
                .row(
                        "measures",
                        "report_year",
                        "2018",
                        "measure",
                        "publication.total",
                        "value",
                        value,
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1",
                        "coverage",
                        "1.0",
                        "status",
                        "A",
                        "comparability",
                        "exact")
                .row(
                        "form_cells",
                        "report_year",
                        "2018",
                        "form",
                        "2014",
                        "indicator",
                        "publication.total",
                        "requester",
                        "_T",
                        "unit",
                        "条",
                        "value",
                        value,
                        "n_bodies",
                        "1")
                .row("reports", "report_year", "2018", "body", body, "title", body, "source", body, "form", "2014");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRegionWithoutAReportShowsNoFigure(Language language) throws IOException {
        Summary summary = summaries(language, Map.of()).of("640521", 2018);
        String html = Html.page(summary, language);
        assertThat(html).contains("中宁县").doesNotContain("class=\"big\"").doesNotContain("<svg");
        assertThat(sheets(summary, language)).isNotEmpty();
    }

    @Test
    void aRegionThatIsInNoListIsRefused() throws IOException {
        Summaries summaries = summaries(Language.zh, Map.of());
        assertThatThrownBy(() -> summaries.of("999999", 2018))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("999999");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ofOneBodyEveryFigureSaysSo(Language language) throws IOException {
        String html = page(oneBody("某局", "1234"), 2018, language);
        assertThat(html).contains("1,234").contains(language == Language.zh ? "依据 1/1 个机关" : "rests on 1/1 bodies");
    }

    @Test
    void printedZerosAreZerosAndBlanksAreBlank() throws IOException {
        String html = page(oneBody("某局", "0"), 2018, Language.zh);
        assertThat(html).as("a printed 0 is shown").contains("<p class=\"big\">0 ");
        assertThat(html).as("requests were not stated").contains("收到申请数</p><p class=\"big\"><span class=\"blank\"");
        assertThat(html).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "=HYPERLINK(\"http://x\")",
                "{{body}}",
                "a\u0000b\u0008c\u2028d",
                "$1\\n"
            })
    void aHostileNameIsTextAndNothingElse(String name) throws IOException {
        Summary summary = summaries(
                        Language.zh, Map.of("640500", oneBody(name, "5").text()))
                .of("640500", 2018);
        String html = Html.page(summary, Language.zh);
        assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("{{body}}");
        Map<String, String> parts = sheets(summary, Language.zh);
        assertThat(parts.values()).noneMatch(p -> p.contains("<f>"));
        assertThat(parts.values())
                .as("every part of the workbook is XML that a parser takes")
                .allSatisfy(SummariesTest::parses);
    }

    @Test
    void aChangeInPercentIsShownAsItIsPublished() throws IOException {
        RegionScripts scripts = oneBody("某局", "97")
                .row(
                        "trends",
                        "report_year",
                        "2018",
                        "measure",
                        "publication.total",
                        "previous",
                        "100",
                        "change",
                        "-3",
                        "change_pct",
                        "-3.0",
                        "matched_change_pct",
                        "-3.0",
                        "n_matched",
                        "1");
        assertThat(page(scripts, 2018, Language.zh)).contains("比上年 −3.0%").contains("<td class=\"n\">−3.0%</td>");
    }

    @Test
    void aBreakCutsTheLine() throws IOException {
        RegionScripts scripts = oneBody("某局", "5")
                .row(
                        "measures",
                        "report_year",
                        "2017",
                        "measure",
                        "requests.received",
                        "value",
                        "10",
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1",
                        "comparability",
                        "exact")
                .row(
                        "measures",
                        "report_year",
                        "2018",
                        "measure",
                        "requests.received",
                        "value",
                        "12",
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1",
                        "comparability",
                        "break");
        String html = page(scripts, 2018, Language.zh);
        assertThat(html).contains("<line class=\"break\"").contains("<path class=\"l0\" d=\"\"/>");
        assertThat(html).contains("口径中断，不与上年相比");
    }

    @Test
    void theFilledFormHasEveryRowOfTheFormOfTheYear() throws IOException {
        String html = page(oneBody("某局", "5"), 2018, Language.zh);
        org.gongkai.catalogue.Form form = org.gongkai.catalogue.Catalogue.get().form("2014");
        for (org.gongkai.catalogue.Form.Entry row : form.tables().get(0).rows()) {
            assertThat(html).as("row %s", row.code()).contains(Html.escape(row.label()));
        }
    }

    /** A footnote about a cell of a matrix says its row as the form does, never its code. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aFootnoteNamesRowsByTheirLabels(Language language) throws IOException {
        RegionScripts scripts = new RegionScripts("640500")
                .row("coverage", "report_year", "2021", "n_expected", "1", "n_seen", "1", "coverage", "1.0");
        for (String requester : List.of(
                "requester.natural_person",
                "requester.organisation.business",
                "requester.organisation.research",
                "requester.organisation.public_welfare",
                "requester.organisation.legal_service",
                "requester.organisation.other",
                "_T")) {
            scripts = scripts.row(
                    "form_cells",
                    "report_year",
                    "2021",
                    "form",
                    "2021",
                    "indicator",
                    "requests.received",
                    "requester",
                    requester,
                    "unit",
                    "件",
                    "value",
                    requester.equals("_T") ? "9" : "1",
                    "n_bodies",
                    "1");
        }
        String html = page(scripts, 2021, language);
        String footnote = html.substring(html.indexOf("[1] "), html.indexOf("</", html.indexOf("[1] ")));
        assertThat(footnote).doesNotContain("requests.received").contains("9", "6");
        assertThat(footnote)
                .contains(language == Language.zh ? "本年新收政府信息公开申请数量" : "Requests newly received in the year");
    }

    /** Who fell silent stands beside who was expected, so that nobody takes 100 % for everybody. */
    @Test
    void coverageShowsItsLowerBound() throws IOException {
        RegionScripts scripts = new RegionScripts("640500")
                .row(
                        "coverage",
                        "report_year",
                        "2019",
                        "n_expected",
                        "8",
                        "n_seen",
                        "8",
                        "coverage",
                        "1.0",
                        "n_silent",
                        "16",
                        "coverage_lower",
                        "0.333333");
        assertThat(page(scripts, 2019, Language.zh)).contains("停报", "覆盖率下限", "33.3%");
    }

    @Test
    void sumsThatBreakAnIdentityAreFootnoted() throws IOException {
        RegionScripts scripts = oneBody("某局", "5")
                .row(
                        "form_cells",
                        "report_year",
                        "2018",
                        "form",
                        "2014",
                        "indicator",
                        "publication.normative_documents",
                        "requester",
                        "_T",
                        "unit",
                        "条",
                        "value",
                        "9",
                        "n_bodies",
                        "1");
        assertThat(page(scripts, 2018, Language.zh)).contains("[1]").contains("合计数之间的关系");
        assertThat(page(oneBody("某局", "5"), 2018, Language.zh)).doesNotContain("合计数之间的关系");
    }

    @Test
    void aChangeOfARateIsInPointsAndNeverInPercent() throws IOException {
        RegionScripts scripts = oneBody("某局", "97")
                .row(
                        "measures",
                        "report_year",
                        "2018",
                        "measure",
                        "outcome.disclosure_rate",
                        "value",
                        "0.643",
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1",
                        "comparability",
                        "exact")
                .row(
                        "trends",
                        "report_year",
                        "2018",
                        "measure",
                        "outcome.disclosure_rate",
                        "previous",
                        "0.694",
                        "change",
                        "-0.051",
                        "n_matched",
                        "0");
        assertThat(page(scripts, 2018, Language.zh))
                .contains("−5.1 <small>百分点</small>")
                .contains("<td class=\"n\">69.4%</td>")
                .contains("没有两年都有数的机关");
    }

    @Test
    void aZeroTheYearBeforeIsNoMissingFigure() throws IOException {
        RegionScripts scripts = oneBody("某局", "0")
                .row(
                        "trends",
                        "report_year",
                        "2018",
                        "measure",
                        "publication.total",
                        "previous",
                        "0",
                        "change",
                        "0",
                        "n_matched",
                        "1")
                .row(
                        "channel_shares",
                        "report_year",
                        "2018",
                        "channel",
                        "website",
                        "published",
                        "0",
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1");
        assertThat(page(scripts, 2018, Language.zh))
                .contains("上年为 0，不计百分比")
                .contains("各渠道公开条数均为 0")
                .doesNotContain("上年无数可比</p><p class=\"basis\">依据 1/1");
    }

    @Test
    void aSummaryOfAYearSaysNothingOfLaterYears() throws IOException {
        RegionScripts scripts = oneBody("某局", "97")
                .row(
                        "measures",
                        "report_year",
                        "2019",
                        "measure",
                        "requests.received",
                        "value",
                        "4321",
                        "n_bodies",
                        "1",
                        "n_expected",
                        "1",
                        "comparability",
                        "exact")
                .row("coverage", "report_year", "2019", "n_expected", "1", "n_seen", "1", "coverage", "1.0");
        assertThat(page(scripts, 2018, Language.zh)).doesNotContain("4,321").doesNotContain(">2019<");
    }

    @Test
    void everyReasonOnAChinesePageIsChinese() {
        Words words = Words.of(Language.zh, Dashboard.WORDS);
        java.util.List<String> shown = new java.util.ArrayList<>(Sections.HEADLINE);
        shown.addAll(Sections.REQUESTS);
        assertThat(shown)
                .allSatisfy(measure -> assertThat(words.get("reason." + measure))
                        .as(measure)
                        .doesNotStartWith("reason.")
                        .containsPattern("\\p{IsHan}"));
    }

    @Test
    void theShelfNamesWhatIsThereAndNothingElse(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Summary summary = summaries(Language.zh, Map.of()).of("640521", 2018);
        Shelf shelf = Shelf.open(folder);
        Path page = shelf.put(Shelf.name("640521", 2018, Language.zh), "0007", summary, Language.zh);
        shelf.put(Shelf.name("640521", 2018, Language.en), "0007", summary, Language.en);
        shelf.save();
        assertThat(Files.readString(folder.resolve(Shelf.CONTENTS)))
                .isEqualTo("gongkai.summaries({\"640521-2018\":\"0007\",\"640521-2018-en\":\"0007\"});\n");
        Files.delete(page);
        Shelf.open(folder).save();
        assertThat(Files.readString(folder.resolve(Shelf.CONTENTS)))
                .isEqualTo("gongkai.summaries({\"640521-2018-en\":\"0007\"});\n");
    }

    private static Map<String, String> sheets(Summary summary, Language language) throws IOException {
        // Read as spreadsheets do, by the directory at the end: the writer streams, and lengths follow the entries.
        Path file = Files.createTempFile("summary", ".xlsx");
        Map<String, String> parts = new HashMap<>();
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                Workbooks.write(summary, Words.of(language, Dashboard.WORDS), out);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (entry.getName().endsWith(".xml")) {
                        parts.put(
                                entry.getName(),
                                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static void parses(String xml) {
        try {
            javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
