package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a summary as one page that needs nothing else: styles and charts are inside, and no script. */
public final class Html {
    private static final int SHORT = 16;

    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private Html(Language language) {
        this.words = Words.of(language, Dashboard.WORDS);
    }

    /** The page. */
    public static String page(Summary summary, Language language) {
        Html html = new Html(language);
        for (Summary.Section section : summary.sections()) {
            html.section(section);
        }
        StringBuilder contents = new StringBuilder();
        for (Summary.Section section : summary.sections()) {
            contents.append("<a href=\"#")
                    .append(escape(section.id()))
                    .append("\">")
                    .append(escape(section.title()))
                    .append("</a>");
        }
        return resource("page.html")
                .replace("{{lang}}", language == Language.zh ? "zh-CN" : "en")
                .replace("{{style}}", resource("page.css"))
                .replace("{{title}}", escape(summary.title()))
                .replace("{{subtitle}}", escape(summary.subtitle()))
                .replace("{{label}}", escape(html.words.get("summary.contents")))
                .replace("{{contents}}", contents)
                .replace("{{body}}", html.out);
    }

    /** Text that is text wherever it stands, in an element or in a quoted attribute. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // So that nothing in a name can stand for one of our own marks.
                case '{' -> safe.append("&#123;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    private void section(Summary.Section section) {
        out.append("<section id=\"")
                .append(escape(section.id()))
                .append("\"><h2>")
                .append(escape(section.title()))
                .append("</h2>\n");
        for (Block block : section.blocks()) {
            if (block instanceof Block.Grid grid) {
                grid(section.id(), grid);
            } else if (block instanceof Block.Figures figures) {
                figures(figures);
            } else if (block instanceof Block.Notes notes) {
                notes(notes.sentences());
            } else if (block instanceof Block.Line line) {
                out.append(new Svg(words).line(line));
            } else if (block instanceof Block.Shares shares) {
                out.append(new Svg(words).shares(shares));
            }
        }
        out.append("</section>\n");
    }

    private void figures(Block.Figures figures) {
        out.append("<div class=\"figures\">");
        for (Block.Figure figure : figures.figures()) {
            out.append("<div class=\"figure\"><p class=\"name\">")
                    .append(escape(figure.label()))
                    .append("</p><p class=\"big\">")
                    .append(cell(figure.value()))
                    .append(
                            figure.value() instanceof Cell.Number
                                    ? " <small>" + escape(figure.unit()) + "</small>"
                                    : "")
                    .append("</p><p>")
                    .append(escape(figure.change()))
                    .append("</p><p class=\"basis\">")
                    .append(escape(figure.basis()))
                    .append("</p></div>");
        }
        out.append("</div>\n");
    }

    private void grid(String id, Block.Grid grid) {
        // A table that fits on a page is not torn apart in print.
        String length = grid.rows().size() <= SHORT ? " short" : "";
        out.append("<div class=\"scroll")
                .append(length)
                .append("\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(grid.title()))
                .append("\"><table class=\"")
                .append(escape(id))
                .append("\"><caption>")
                .append(escape(grid.title()))
                .append("</caption><thead>");
        for (List<HeadRows.Head> heads : HeadRows.of(grid)) {
            out.append("<tr>");
            heads.forEach(head -> head(grid, head));
            out.append("</tr>");
        }
        out.append("</thead><tbody>\n");
        for (List<Cell> row : grid.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean n = isNumeric(grid, i);
                out.append(n ? "<td class=\"n\">" : "<td>")
                        .append(cell(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        notes(grid.notes());
    }

    private void head(Block.Grid grid, HeadRows.Head head) {
        out.append(head.across() > 1 ? "<th scope=\"colgroup\" class=\"group\"" : "<th scope=\"col\"");
        if (head.across() > 1) {
            out.append(" colspan=\"").append(head.across()).append('"');
        } else if (isNumeric(grid, head.column())) {
            out.append(" class=\"n\"");
        }
        if (head.down() > 1) {
            out.append(" rowspan=\"").append(head.down()).append('"');
        }
        out.append('>').append(escape(head.text())).append("</th>");
    }

    private static boolean isNumeric(Block.Grid grid, int column) {
        return grid.rows().stream()
                .map(r -> r.get(column))
                .noneMatch(c -> c instanceof Cell.Text t && !t.text().isEmpty());
    }

    private void notes(List<String> sentences) {
        for (String sentence : sentences) {
            out.append("<p class=\"note\">").append(escape(sentence)).append("</p>\n");
        }
    }

    private String cell(Cell cell) {
        if (cell instanceof Cell.Number number) {
            String unit = number.look() == Cell.Look.POINTS
                    ? " <small>" + escape(words.get("points.short")) + "</small>"
                    : "";
            return escape(Numbers.text(number)) + unit;
        }
        if (cell instanceof Cell.OutOf count) {
            return count.part() + "/" + count.whole();
        }
        if (cell instanceof Cell.Text text) {
            return escape(text.text());
        }
        String reason = ((Cell.Blank) cell).reason();
        return reason.isEmpty()
                ? "<span class=\"blank\">–</span>"
                : "<span class=\"blank\" title=\"" + escape(reason) + "\">–<span class=\"why\">" + escape(reason)
                        + "</span></span>";
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page's part " + name + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the page's part " + name + " cannot be read", e);
        }
    }
}
