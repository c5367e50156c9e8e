package org.gongkai.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class DecoderTest {
    private static final String REPORT =
            "某县林业局2017年政府信息公开工作年度报告\n\n一、主动公开情况\t条\t247\r\n（一）收到申请数，件，0。“规章”——无\n".repeat(20);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void a_report_reads_the_same_in_every_charset(String charset) {
        assertThat(Decoder.decode(REPORT.getBytes(Charset.forName(charset))))
                .isInstanceOfSatisfying(
                        Decoded.Text.class, text -> assertThat(text.text()).isEqualTo(REPORT));
    }

    @Test
    void byte_order_marks_are_no_part_of_the_text() {
        byte[] bytes = ("\ufeff" + REPORT).getBytes(StandardCharsets.UTF_8);
        assertThat(Decoder.decode(bytes)).isEqualTo(new Decoded.Text(REPORT, StandardCharsets.UTF_8, 0));
    }

    @Test
    void one_broken_byte_does_not_cost_the_report() {
        byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
        bytes[100] = (byte) 0xff;
        assertThat(Decoder.decode(bytes)).isInstanceOfSatisfying(Decoded.Text.class, text -> {
            assertThat(text.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(text.replaced()).isPositive();
            assertThat(text.text()).contains("（一）收到申请数，件，0。");
        });
    }

    @Test
    void a_report_cut_inside_a_character_is_still_utf_8() {
        byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
        assertThat(Decoder.decode(Arrays.copyOf(bytes, bytes.length - 2)))
                .isInstanceOfSatisfying(
                        Decoded.Text.class, text -> assertThat(text.charset()).isEqualTo(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7,pdf", "GIF89a,gif", "{\\rtf1,rtf"})
    void other_formats_are_named(String first, String format) {
        assertThat(Decoder.decode((first + "\n...").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Decoded.Binary.class, no -> assertThat(no.format()).isEqualTo(format));
    }

    @Test
    void noise_is_no_text_and_no_exception() {
        for (int seed = 0; seed < 50; seed++) {
            byte[] noise = new byte[3000];
            new Random(seed).nextBytes(noise);
            assertThat(Decoder.decode(noise)).as("seed %d", seed).isInstanceOf(Decoded.Binary.class);
        }
        assertThat(Decoder.decode(new byte[0])).isInstanceOf(Decoded.Text.class);
    }
}
