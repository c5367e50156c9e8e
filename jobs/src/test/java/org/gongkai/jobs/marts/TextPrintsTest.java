package org.gongkai.jobs.marts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** One text is one text, however its blanks are set. */
class TextPrintsTest {
    private static byte[] bytes(String text) {
        return text.replace("→", "\t")
                .replace("↵", "\r\n")
                .replace("□", "\u3000")
                .replace("·", "\u00A0")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            公开信息105条 | 公开信息 105 条   | true
            公开信息105条 | 公开信息↵105→条↵  | true
            公开信息105条 | □□公开·信息105条□ | true
            公开信息105条 | 公开信息106条     | false
            公开信息105条 | 公开信息105       | false
            、。《            | 、□。《           | true
            、。《            | 、《。            | false
            """)
    void blanksDoNotCount(String one, String other, boolean isSame) {
        byte[] given = bytes(other);
        byte[] before = given.clone();
        boolean same = Arrays.equals(TextPrints.print(bytes(one)), TextPrints.print(given));
        assertThat(same).as("“%s” and “%s”", one, other).isEqualTo(isSame);
        assertThat(given).as("the text as it was given").isEqualTo(before);
    }
}
