package org.gongkai.jobs.inspect;

import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;
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

    private static List<String> plain(int width) throws IOException {
        return text(width).stream().map(Ansi.OFF::string).toList();
    }

    private static List<String> text(int width) throws IOException {
        Reading reading = ReportReader.read(new Submission(
                Particulars.ofSource("report.txt"), new Content.Text(resource("three-broken-things.txt"))));
        return new ReadingText(Words.of(Language.zh), width).of(reading);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReadingTextTest.class.getResourceAsStream("/inspect/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
