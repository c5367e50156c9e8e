package org.gongkai.text;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class TraditionalTest {
    @Test
    void every_character_is_simplified_as_icu_does() {
        Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
        CharsetEncoder simplifiedSet = Charset.forName("GB2312").newEncoder();
        for (char c = '\u4e00'; c <= '\u9fff'; c++) {
            String simplified = rules.transliterate(String.valueOf(c));
            char expected = simplified.length() == 1 ? simplified.charAt(0) : c;
            assertThat(Traditional.simplify(c)).as("%s", c).isEqualTo(expected);
            assertThat(Traditional.isEvidence(c))
                    .as("%s is not of simplified writing", c)
                    .isEqualTo(expected != c && !simplifiedSet.canEncode(c));
        }
    }

    @Test
    void characters_of_simplified_writing_change_only_beside_others() {
        assertThat(Folding.fold("乾县著名")).isEqualTo("乾县著名");
        assertThat(Folding.fold("乾縣著名")).isEqualTo("干县着名");
    }
}
