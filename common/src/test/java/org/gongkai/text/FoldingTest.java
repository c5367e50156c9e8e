package org.gongkai.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "（一）主动公开⽂件１２条, (一)主动公开文件12条",
        "⺠政局⻔户, 民政局门户",
        "一是一是一是一是加强领导, 一是加强领导",
        "总体情况总体情况总体情况, 总体情况",
        "10101010, 10101010",
        "哈哈哈哈, 哈哈哈哈",
        "研究研究, 研究研究",
        "﹢2－1, +2-1"
    })
    void reads_as_a_person_does(String printed, String folded) {
        assertThat(Folding.fold(printed)).isEqualTo(folded);
        assertThat(Folding.fold(folded)).as("folding twice").isEqualTo(folded);
    }
}
