package org.gongkai.jobs.marts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
