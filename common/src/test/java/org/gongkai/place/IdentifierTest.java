package org.gongkai.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.finding.Finding;
import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

class IdentifierTest {
    record Case(JsonNode node) {
        String text(String field) {
            return node.path(field).asText("");
        }

        boolean has(String field) {
            return node.has(field);
        }

        @Override
        public String toString() {
            return text("id") + " " + text("clause");
        }
    }

    static List<Case> documents() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                IdentifierTest.class.getResourceAsStream("/place/documents.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                cases.add(new Case(json.readTree(line)));
            }
        }
        return cases;
    }

    private static Identification identify(String text) {
        return Identifier.identify(Manuscript.ofText(Particulars.ofSource("a.txt"), text), OptionalInt.empty(), 0);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentSaysWhoWhereAndWhen(Case c) {
        Identification read = identify(c.text("text"));
        OptionalInt year = c.node().path("year").isInt()
                ? OptionalInt.of(c.node().path("year").asInt())
                : OptionalInt.empty();
        assertSoftly(s -> {
            s.assertThat(read.reportYear()).as("report year").isEqualTo(year);
            s.assertThat(read.body()).as("body").isEqualTo(c.text("body"));
            s.assertThat(read.regionCode()).as("region").isEqualTo(c.text("region_code"));
            if (!c.text("body_id").isEmpty() || c.text("region_code").isEmpty()) {
                s.assertThat(read.bodyId()).as("stable id").isEqualTo(c.text("body_id"));
            }
            if (c.has("region_path")) {
                s.assertThat(read.regionPath()).as("path").isEqualTo(c.text("region_path"));
            }
            if (c.has("level")) {
                s.assertThat(read.level().map(Level::code)).as("level").contains(c.text("level"));
            }
            if (c.has("kind")) {
                s.assertThat(read.kind().code()).as("kind of body").isEqualTo(c.text("kind"));
            }
            if (c.has("scope")) {
                s.assertThat(read.scope().code()).as("scope").isEqualTo(c.text("scope"));
            }
            if (c.has("published_on")) {
                s.assertThat(read.publishedOn().map(LocalDate::toString).orElse(""))
                        .as("published on")
                        .isEqualTo(c.text("published_on"));
            }
            List<String> rules = new ArrayList<>();
            c.node().path("findings").forEach(f -> rules.add(f.asText()));
            s.assertThat(read.findings().stream().map(Finding::rule))
                    .as("findings")
                    .containsExactlyInAnyOrderElementsOf(rules);
        });
    }

    @Test
    void thePageSaysWhoReportsWhereItsTextDoesNot() {
        List<Line> lines = Manuscript.ofText(Particulars.ofSource("page"), "一、总体情况\n" + "本年度公开信息若干条。".repeat(10))
                .lines();
        assertThat(bodyOf(lines, "固原市财政局2022年政府信息公开工作年度报告_固原市人民政府")).isEqualTo("固原市财政局");
        assertThat(bodyOf(lines.subList(0, 1), "固原市财政局2022年政府信息公开工作年度报告_固原市人民政府"))
                .as("a page without a text")
                .isEmpty();
        assertThat(bodyOf(lines, "固原市政府信息公开年报_固原市人民政府"))
                .as("the name of a column of the site")
                .isEmpty();
    }

    private static String bodyOf(List<Line> lines, String pageName) {
        Manuscript page = new Manuscript(Particulars.ofSource("page"), lines, Optional.of(pageName));
        return Identifier.identify(page, OptionalInt.empty(), 0).body();
    }

    @Test
    void everyReadingKeepsItsEvidence() {
        Identification read = identify("中卫市沙坡头区司法局2018年政府信息公开工作年度报告");
        assertThat(read.evidence())
                .as("what the body, the region and the year rest on")
                .extracting(Evidence::about)
                .contains("body", "region", "year");
        assertThat(read.evidence()).allSatisfy(e -> assertThat(e.seen()).isNotBlank());
    }

    @Test
    void whatIsGivenBesideTheTextComesFirst() {
        Particulars given = new Particulars(
                "a.jsonl#1",
                Optional.of("鼓楼区教育局政府信息公开年报"),
                Optional.of("鼓楼区人民政府"),
                Optional.of("350102"),
                OptionalInt.of(2017),
                Optional.of(LocalDate.of(2018, 2, 1)));
        Identification read = Identifier.identify(
                Manuscript.ofText(given, "发布日期：2018-02-05\n2018年政府信息公开工作年度报告"), OptionalInt.empty(), 0);
        assertThat(read.regionCode())
                .as("the code given decides between same names")
                .isEqualTo("350102");
        assertThat(read.reportYear()).as("the year given").hasValue(2017);
        assertThat(read.publishedOn()).as("the day given").contains(LocalDate.of(2018, 2, 1));
    }

    @Test
    void headingOfTheTableIsHeardAndNeverWins() {
        Manuscript m = Manuscript.ofText(Particulars.ofSource("a.txt"), "平罗县2018年政府信息公开工作年度报告");
        Identification read = Identifier.identify(m, OptionalInt.of(2017), 7);
        assertThat(read.reportYear()).as("the title wins").hasValue(2018);
        assertThat(read.findings())
                .as("the disagreement is said, with both places")
                .extracting(Finding::rule, Finding::leftLine, Finding::rightLine)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("year.title_heading", 1, 7));
        Manuscript untitled = Manuscript.ofText(Particulars.ofSource("a.txt"), "平罗县政府信息公开年报");
        assertThat(Identifier.identify(untitled, OptionalInt.of(2017), 7).reportYear())
                .as("the heading, where nothing else says the year")
                .hasValue(2017);
    }
}
