package org.gongkai.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {
    @Test
    void blocks_end_lines_and_navigation_stays_out() {
        assertThat(texts("<title>t</title><style>p{}</style><div class='top nav'><a>首页</a><a>公开</a></div>"
                        + "<h1>某局2021年报告</h1><p>一、<b>总体</b>情况<br>第二行&nbsp;文字</p>"
                        + "<p style='display: none'>藏</p><script>var x</script><ul><li>甲</li><li>乙</li></ul>"))
                .containsExactly("某局2021年报告", "一、总体情况", "第二行 文字", "甲", "乙");
    }

    @Test
    void a_page_has_the_name_of_its_article_or_its_own() {
        String title = "<title>年报_某县人民政府</title>";
        String article = "<META NAME='ArticleTitle' CONTENT='某局2021年年报'>";
        assertThat(name(title + article)).contains("某局2021年年报");
        assertThat(name(title)).contains("年报_某县人民政府");
        assertThat(name("")).isEmpty();
    }

    private static Optional<String> name(String head) {
        String page = "<html><head>" + head + "</head><body><p>一</p></body></html>";
        return HtmlText.read(Particulars.ofSource("a.html"), page).pageName();
    }

    @Test
    void a_wide_row_of_blank_cells_is_a_row() {
        String wide = "<tr>" + "<td></td>".repeat(15) + "</tr>";
        String narrow = "<tr>" + "<td></td>".repeat(3) + "</tr>";
        List<Line> lines = lines("<table><tr><td>甲</td><td>乙</td></tr>" + narrow + wide + "</table>");
        assertThat(lines).extracting(l -> l.cells().size()).containsExactly(2, 15);
    }

    @Test
    void cells_know_their_columns_below_a_rowspan() {
        List<Line> lines = lines("<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr>"
                + "<tr><td>丙</td><td>丁<p>戊</p></td></tr></table>");
        assertThat(lines.get(0).text()).isEqualTo("甲\t乙");
        assertThat(lines.get(1).cells()).containsExactly(new Cell("丙", 1, 1, 1), new Cell("丁 戊", 2, 1, 1));
    }

    @Test
    void a_table_around_a_table_only_arranges_the_page() {
        assertThat(texts("<table><tr><td>左<table><tr><td>规章</td><td>１</td></tr></table></td><td>右</td></tr></table>"))
                .containsExactly("左", "规章\t1", "右");
    }

    @Test
    void a_large_part_named_like_navigation_is_the_report() {
        assertThat(texts("<div id=menu-content><p>本机关主动公开政府信息三十条，均在网站公开。</p></div><p>尾</p>"))
                .hasSize(2);
    }

    @Test
    @Timeout(30)
    void depth_costs_no_stack() {
        assertThat(texts("<div class=nav><table><tr><td>".repeat(30_000) + "底")).isNotEmpty();
        assertThat(lines("<table>" + "<tr><td colspan=99999 rowspan=99999>1</td><td>2</td></tr>".repeat(50)
                        + "</table>"))
                .isNotEmpty();
    }

    private static List<Line> lines(String html) {
        return HtmlText.read(Particulars.ofSource("page"), html).lines();
    }

    private static List<String> texts(String html) {
        return lines(html).stream().map(Line::text).toList();
    }
}
