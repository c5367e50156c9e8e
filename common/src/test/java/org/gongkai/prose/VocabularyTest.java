package org.gongkai.prose;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words that are not written down one by one. */
class VocabularyTest {
    @ParameterizedTest
    @CsvSource({"仍未接获举报, 仍未接获, neg", "等社会密切关注的信息, 等社会密切关注的, etc", "增至目前的5人, 增至目前的, grown_to"})
    void wordsAreJoinedOfTheirParts(String text, String word, String tag) {
        assertThat(Vocabulary.get().wordAt(text, 0)).hasValueSatisfying(found -> {
            assertThat(text.substring(0, found.end())).isEqualTo(word);
            assertThat(found.tags().contains(tag)).as("tag %s", tag).isTrue();
        });
    }

    /** Nothing is denied in 无锡市, none of a list follows in 天等县, and no part begins in 含山县. */
    @ParameterizedTest
    @ValueSource(strings = {"无锡市", "天等县", "含山县", "从化区", "共青城市", "西和县", "新建区"})
    void aDivisionSaysNothingByItsName(String division) {
        assertThat(Vocabulary.get().wordAt(division + "公开信息", 0)).as(division).hasValueSatisfying(found -> {
            assertThat(found.end()).isEqualTo(division.length());
            assertThat(found.tags().isEmpty()).isTrue();
        });
    }
}
