package org.gongkai.prose;

import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Status;
import org.gongkai.value.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ProseReaderTest {
    /** The thread's own time, so that other programs on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Path REAL = Path.of("..", "..", "shared", "cases", "passages.jsonl");

    private static ProseReading read(String text) {
        return ProseReader.read(Manuscript.ofText(Particulars.ofSource("test"), text), Set.of());
    }

    @TestFactory
    Stream<DynamicTest> everyInventedPassageSaysWhatItIsLabelledWith() {
        InputStream cases = ProseReaderTest.class.getResourceAsStream("/prose/passages.jsonl");
        return Passages.in(cases).stream()
                .map(p -> DynamicTest.dynamicTest(
                        p.id(),
                        () -> assertThat(Passages.score(List.of(p)).remarks())
                                .as(p.text())
                                .isEmpty()));
    }

    @Test
    void realPassagesAreReadWithFewMissesAndHardlyAnErrorWhereTheyAreAtHand() throws IOException {
        assumeTrue(Files.exists(REAL), "the labelled real passages are not beside this repository");
        try (InputStream cases = Files.newInputStream(REAL)) {
            Passages.Score score = Passages.score(Passages.in(cases).stream()
                    .filter(p -> p.kind().equals("narrative"))
                    .toList());
            assertThat(score.recall()).as("recall: %s", score.remarks()).isGreaterThanOrEqualTo(0.95);
            assertThat(score.error()).as("error: %s", score.remarks()).isLessThanOrEqualTo(0.02);
        }
    }

    @Test
    void aFigureCarriesItsLineItsClauseAndItsNumeral() {
        Value value = read("某局2018年政府信息公开工作年度报告\n\n2018 年，我局通过政府网站主动公开政府信息共\n\n164 条，其中部门文件 34 条。")
                .values()
                .get(0);
        assertThat(value.indicator()).isEqualTo("channel.website");
        assertThat(value.line()).as("line of the printed number").isEqualTo(5);
        assertThat(value.printedValue()).isEqualTo("164");
        assertThat(value.printedLabel()).contains("通过政府网站主动公开政府信息");
        assertThat(value.unit()).isEqualTo("条");
    }

    @Test
    void aRoundedFigureIsMarkedAsApproximate() {
        assertThat(read("全年主动公开政府信息20余万条。").values())
                .singleElement()
                .satisfies(v -> assertThat(v.status()).isEqualTo(Status.APPROXIMATE))
                .satisfies(v -> assertThat(v.amount().orElseThrow()).isEqualByComparingTo("200000"));
    }

    @Test
    void linesOfTablesAreNotRead() {
        Manuscript manuscript = Manuscript.ofText(Particulars.ofSource("test"), "主动公开政府信息12条。\n微信公众号公开信息5条。");
        assertThat(ProseReader.read(manuscript, Set.of(1)).values())
                .extracting(Value::indicator)
                .containsExactly("channel.wechat");
    }

    @Test
    void partsThatDoNotAddUpAreHandedOverAsTheyStand() {
        assertThat(read("通过政府网站公开信息20条，其中部门文件4条，工作动态9条，人事任免6条。").breakdowns())
                .singleElement()
                .satisfies(b -> assertThat(b.indicator()).isEqualTo("channel.website"))
                .satisfies(b -> assertThat(b.sum()).isEqualByComparingTo("19"))
                .satisfies(b -> assertThat(b.balances()).isFalse());
    }

    @Test
    void anOpenEnumerationIsNoBreakdown() {
        assertThat(read("通过政府网站公开信息20条，其中部门文件4条，工作动态9条，人事任免3条等。").breakdowns()).isEmpty();
    }

    @Test
    void aMegabyteWithoutALineEndIsReadInSeconds() {
        for (String piece : List.of("政府网站公开政府信息数46条，", "无", "(", "3条", "收到申请3件均为、", "1-", "一", "一件", "1a.")) {
            String text = piece.repeat(300_000 / piece.length());
            long start = CLOCK.getCurrentThreadCpuTime();
            assertThat(read(text)).as("one line of %s", piece).isNotNull();
            assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start))
                    .as("processor time for one line of %s", piece)
                    .isLessThan(Duration.ofSeconds(20));
        }
    }
}
