package org.gongkai.jobs.inspect;

import org.gongkai.finding.Finding;
import org.gongkai.jobs.words.FindingText;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;
import org.gongkai.report.Content;
import org.gongkai.report.Reading;
import org.gongkai.report.ReportReader;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees of a report in which the years disagree, the routes of requests do not add up, the text and the table
 * differ, and a line and a figure cannot be read: {@code inspect/three-broken-things.*}.
 */
class ReadingTextTest {
    @ParameterizedTest
    @ValueSource(ints = {80, 100, 140})
    void a_broken_report_looks_as_kept(int width) throws IOException {
        assertThat(plain(width))
                .isEqualTo(resource("three-broken-things." + width).lines().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 140})
    void no_line_is_wider_than_the_terminal(int width) throws IOException {
        assertThat(plain(width))
                .allSatisfy(line -> assertThat(Columns.width(line))
                        .as("columns of “%s”", line)
                        .isLessThanOrEqualTo(width));
    }

    @Test
    void the_second_line_counts_what_needs_attention_and_each_of_it_is_marked_at_its_line() throws IOException {
        List<String> lines = plain(100);
        assertThat(lines.get(1)).contains("✗ 2 处错误", "! 4 处存疑", "? 2 行未能归位");
        assertThat(lines)
                .anyMatch(l -> l.startsWith("✗    21") && l.contains("收到申请数"))
                .anyMatch(l -> l.startsWith("!    10") && l.contains("主动公开政府信息数"))
                .anyMatch(l -> l.startsWith("?    18") && l.contains("人事信息"))
                .anyMatch(l -> l.startsWith("!    27") && l.contains("无法读取"));
    }

    @Test
    void colours_are_there_where_the_terminal_has_them() throws IOException {
        String coloured =
                String.join("\n", text(100).stream().map(Ansi.ON::string).toList());
        assertThat(coloured).contains("\u001b[1m\u001b[31m✗").doesNotContain("@|");
    }

    @Test
    void findings_speak_english_to_those_who_read_english() throws IOException {
        List<String> lines = reading(Language.en).stream().map(Ansi.OFF::string).toList();
        assertThat(String.join("\n", lines))
                .contains("The title says 2018, the heading of the table 2017; the title counts.")
                .contains("but its four routes add up to")
                .contains("the narrative says");
        int heading = lines.indexOf(lines.stream()
                .filter(l -> l.startsWith("To look at: "))
                .findFirst()
                .orElseThrow());
        assertThat(lines.subList(heading + 1, heading + 4))
                .as("sentences of findings")
                .noneMatch(l -> l.contains("。"));
    }

    /** What the reader fills in in Chinese stands in the English sentence of the rule, whatever the rule. */
    @Test
    void every_rule_says_the_same_in_both_languages() {
        for (Rule rule : RuleBook.get().all()) {
            Map<String, String> words = Map.of("left", "12", "right", "7.5", "place", "某区甲局", "year", "2018");
            Finding finding = Finding.at(rule.code(), "", rule.severity(), rule.messageZh(words), 1);
            String english = new FindingText(Language.en).of(finding);
            assertThat(english).as("rule %s", rule.code()).doesNotContain("{").doesNotContain("。");
            words.forEach((slot, word) -> assertThat(english.contains(word))
                    .as("rule %s, %s in “%s”", rule.code(), slot, english)
                    .isEqualTo(rule.en().contains("{" + slot + "}")));
        }
    }

    @Test
    void columns_are_named_and_not_coded() {
        Rule rule = RuleBook.get().rule("2021-02");
        String place = "reply.total|requester.natural_person";
        Finding finding = Finding.at(
                rule.code(),
                place,
                rule.severity(),
                rule.messageZh(Map.of("left", "2", "right", "1", "place", place)),
                1);
        assertThat(new FindingText(Language.zh).of(finding)).contains("自然人").doesNotContain("requester.");
        assertThat(new FindingText(Language.en).of(finding)).doesNotContain("requester.", "。");
    }

    private static List<String> plain(int width) throws IOException {
        return text(width).stream().map(Ansi.OFF::string).toList();
    }

    private static List<String> text(int width) throws IOException {
        Reading reading = ReportReader.read(new Submission(
                Particulars.ofSource("report.txt"), new Content.Text(resource("three-broken-things.txt"))));
        return new ReadingText(Words.of(Language.zh), width).of(reading);
    }

    private static List<String> reading(Language language) throws IOException {
        Reading reading = ReportReader.read(new Submission(
                Particulars.ofSource("report.txt"), new Content.Text(resource("three-broken-things.txt"))));
        return new ReadingText(Words.of(language), 100).of(reading);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReadingTextTest.class.getResourceAsStream("/inspect/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
