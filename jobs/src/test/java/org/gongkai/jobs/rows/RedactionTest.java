package org.gongkai.jobs.rows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** What a release shows of free text; that it shows no person is looked for in whole releases ({@code SampleReleaseTest}). */
class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            中宁县水务局2018年年报                    | 中宁县水务局2018年年报
            主动公开政府信息数 13900 条              | 主动公开政府信息数 13900 条
            """)
    void whatNamesNobodyStays(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"202E", "202A", "2066", "2069", "200F", "061C"})
    void noMarkTurnsALine(String mark) {
        String hostile = "中宁县" + new String(Character.toChars(Integer.parseInt(mark, 16))) + "局务水";
        assertThat(Redaction.of(hostile)).isEqualTo("中宁县局务水");
    }

    /** What a rule is tried on is a matter of speed alone. */
    @Test
    void aRuleThatIsNotTriedWouldFindNothing() {
        List<String> pieces = List.of(
                "电话", "：", ":", "负责人", "甲", "乙丙", "1", "39", "0953", "-", "（", "）", "a", "@", "＠", "b.cn", "Tel", " ",
                "2019", "640502", "１３", "号码", "\u202E", "条", "X", "88", ".", "传真", "7654321", "13800");
        Random random = new Random(7);
        int redacted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String shown = Redaction.tryingEveryRule(text.toString());
            assertThat(Redaction.of(text.toString())).as("“%s”", text).isEqualTo(shown);
            redacted += shown.contentEquals(text) ? 0 : 1;
        }
        assertThat(redacted).as("texts with something to take out").isGreaterThan(2_000);
    }
}
