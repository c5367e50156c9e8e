package org.gongkai.text;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ParagraphsTest {
    private static List<Paragraph> of(String text) {
        return Paragraphs.of(Manuscript.ofText(Particulars.ofSource("test"), text), Set.of());
    }

    @Test
    void aSentenceOverManyLinesIsOneParagraphAndKnowsItsLines() {
        List<Paragraph> paragraphs = of("全年未收到政府信息公开申请，无依申请公开信息。无\n\n因政府信息公开申请行政复议和提起行政诉讼的情况发\n\n生。");
        assertThat(paragraphs).hasSize(1);
        Paragraph paragraph = paragraphs.get(0);
        assertThat(paragraph.lineAt(0)).isEqualTo(1);
        assertThat(paragraph.lineAt(paragraph.text().indexOf("行政复议"))).isEqualTo(3);
        assertThat(paragraph.lineAt(paragraph.text().length() - 1)).isEqualTo(5);
    }

    @Test
    void headingsItemsAndRowsStandAlone() {
        assertThat(of("二、主动公开情况\n公开信息12条\n1.政府网站公开8条\n2.微信公开4条")).hasSize(4);
    }

    @Test
    void readingsInBracketsAndTraditionalCharactersAreFolded() {
        assertThat(Folding.fold("據(jù)統(tǒng)計,縣公安局主動公開67條")).isEqualTo("据统计,县公安局主动公开67条");
        assertThat(Folding.fold("著名的乾县办公系统(oa)")).isEqualTo("著名的乾县办公系统(oa)");
    }
}
