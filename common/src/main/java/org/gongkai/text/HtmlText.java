package org.gongkai.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A web page as numbered lines. Thread-safe; no state.
 *
 * <p>Block elements end lines; each row of a table is one line whose {@link Line#cells()} know their columns, with the
 * rowspans of the rows above taken into account. Left out: scripts, styles, hidden parts, forms, navigation. A table
 * that holds another table only arranges the page: its cells are blocks. No step calls itself, so depth costs no stack.
 */
public final class HtmlText {
    /** A blank row of so many cells has no room for a label: it holds figures that nobody filled in. */
    private static final int WIDE_ROW = 12;

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "footer",
            "select",
            "button",
            "textarea",
            "iframe",
            "svg",
            "object",
            "video",
            "audio",
            "canvas",
            "map",
            "head",
            "datalist",
            "math");
    private static final Set<String> NAVIGATION = Set.of(
            "nav",
            "navbar",
            "menu",
            "menubar",
            "breadcrumb",
            "breadcrumbs",
            "crumb",
            "crumbs",
            "footer",
            "foot",
            "sidebar",
            "share",
            "copyright",
            "topbar",
            "toolbar",
            "pagination",
            "pager");
    private static final Set<String> INLINE = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "span",
            "font",
            "sub",
            "sup",
            "small",
            "big",
            "label",
            "ins",
            "del",
            "mark",
            "abbr",
            "cite",
            "code",
            "q",
            "time",
            "wbr",
            "img",
            "input",
            "o:p",
            "st1:chsdate",
            "bdi",
            "bdo",
            "var",
            "kbd",
            "samp",
            "tt",
            "ruby",
            "rt",
            "rb",
            "acronym",
            "strike",
            "v:shape",
            "basefont");
    private static final int NAVIGATION_SHARE = 3;

    private static final int SNIFFED = 2000;
    private static final List<String> PAGE_STARTS =
            List.of("<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<?xml");

    private HtmlText() {}

    /**
     * Whether text that nobody called HTML is a saved page all the same: its first characters are markup of a page. A
     * report that quotes a tag somewhere is not.
     */
    public static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), SNIFFED))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return PAGE_STARTS.stream().anyMatch(head::startsWith);
    }

    /** The lines of a page; a page without text has no line. Never throws on any markup. */
    public static Manuscript read(Particulars particulars, String html) {
        Document page = Jsoup.parse(html);
        Renderer renderer = new Renderer(page);
        NodeTraversor.filter(renderer, page.body());
        renderer.endLine();
        return new Manuscript(particulars, renderer.lines, name(page));
    }

    /** The title that sites of governments give to an article in a field of its own, else that of the page. */
    private static Optional<String> name(Document page) {
        for (Element meta : page.head().getElementsByTag("meta")) {
            if (meta.attr("name").equalsIgnoreCase("ArticleTitle")
                    && !meta.attr("content").isBlank()) {
                return Optional.of(meta.attr("content"));
            }
        }
        return Optional.of(page.title()).filter(title -> !title.isBlank());
    }

    private static final class Renderer implements NodeFilter {
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final Set<Element> arranging = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Element> holdingTables = Collections.newSetFromMap(new IdentityHashMap<>());
        private final IdentityHashMap<Element, Columns> tables = new IdentityHashMap<>();
        private final Set<Element> navigation = Collections.newSetFromMap(new IdentityHashMap<>());

        Renderer(Document page) {
            for (Element table : page.getElementsByTag("table")) {
                Element above = table.parent();
                while (above != null && holdingTables.add(above)) {
                    if (above.normalName().equals("tr")) {
                        arranging.add(above);
                    }
                    above = above.parent();
                }
            }
            findNavigation(page.body());
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                text(text);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (isLeftOut(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("tr") && !arranging.contains(element)) {
                endLine();
                return row(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
            }
            if (!INLINE.contains(element.normalName())) {
                endLine();
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !INLINE.contains(element.normalName())) {
                endLine();
            }
            return FilterResult.CONTINUE;
        }

        private void text(TextNode node) {
            String text = node.getWholeText();
            Element parent = node.parent();
            boolean preformatted = parent != null && parent.normalName().equals("pre");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (preformatted && c == '\n') {
                    endLine();
                } else if (preformatted) {
                    words.append(c);
                } else {
                    append(words, c);
                }
            }
        }

        private static void append(StringBuilder out, String text) {
            for (int i = 0; i < text.length(); i++) {
                append(out, text.charAt(i));
            }
        }

        void endLine() {
            String line = words.toString().stripTrailing();
            words.setLength(0);
            if (!line.isBlank()) {
                lines.add(Line.of(lines.size() + 1, line));
            }
        }

        /** Whether the row has several cells; a row of one cell is text like any other. */
        private boolean row(Element row) {
            Element table = tableOf(row);
            Columns columns = table == null ? new Columns() : tables.computeIfAbsent(table, t -> new Columns());
            List<Cell> cells = new ArrayList<>();
            columns.nextRow();
            boolean several = false;
            int count = 0;
            for (Element cell : row.children()) {
                String name = cell.normalName();
                if ((name.equals("td") || name.equals("th")) && !isHidden(cell)) {
                    int columnSpan = span(cell, "colspan", Columns.MOST);
                    int rowSpan = span(cell, "rowspan", Columns.MOST);
                    int column = columns.place(columnSpan, rowSpan);
                    cells.add(new Cell(words(cell), column, columnSpan, rowSpan));
                    count++;
                }
            }
            several = count > 1 || count == 1 && table != null && columns.width() > 1;
            if (several
                    && (count >= WIDE_ROW
                            || cells.stream().anyMatch(c -> !c.text().isBlank()))) {
                lines.add(Line.ofCells(lines.size() + 1, cells));
            }
            return several;
        }

        /** The table that the row stands in; null for a row outside of any. */
        private static Element tableOf(Element row) {
            Element above = row;
            while (above != null && !above.normalName().equals("table")) {
                above = above.parent();
            }
            return above;
        }

        private String words(Element cell) {
            StringBuilder text = new StringBuilder();
            NodeTraversor.filter(
                    new NodeFilter() {
                        @Override
                        public FilterResult head(Node node, int depth) {
                            if (node instanceof TextNode words) {
                                append(text, words.getWholeText());
                            } else if (node instanceof Element element) {
                                if (depth > 0 && isLeftOut(element)) {
                                    return FilterResult.SKIP_ENTIRELY;
                                }
                                if (!INLINE.contains(element.normalName())) {
                                    append(text, ' ');
                                }
                            }
                            return FilterResult.CONTINUE;
                        }
                    },
                    cell);
            return text.toString().strip();
        }

        private boolean isLeftOut(Element element) {
            String name = element.normalName();
            if (LEFT_OUT.contains(name) || isHidden(element)) {
                return true;
            }
            return navigation.contains(element);
        }

        /** Parts named as navigation that hold neither a table nor most of the text; one pass. */
        private void findNavigation(Element body) {
            IdentityHashMap<Element, Integer> before = new IdentityHashMap<>();
            int[] length = new int[1];
            IdentityHashMap<Element, Integer> lengths = new IdentityHashMap<>();
            body.traverse(new NodeVisitor() {
                @Override
                public void head(Node node, int depth) {
                    if (node instanceof TextNode text) {
                        length[0] += stripped(text.getWholeText());
                    } else if (node instanceof Element element && element != body && isNavigation(element)) {
                        before.put(element, length[0]);
                    }
                }

                @Override
                public void tail(Node node, int depth) {
                    if (node instanceof Element element && before.containsKey(element)) {
                        lengths.put(element, length[0] - before.get(element));
                    }
                }
            });
            lengths.forEach((element, own) -> {
                if (own * NAVIGATION_SHARE < length[0] && !holdingTables.contains(element)) {
                    navigation.add(element);
                }
            });
        }

        /** Length of a text without the blanks around it. */
        private static int stripped(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            return to - from;
        }

        private static boolean isNavigation(Element element) {
            if (element.attributesSize() == 0) {
                return false;
            }
            if (element.attr("role").equals("navigation")) {
                return true;
            }
            String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
            int start = 0;
            for (int i = 0; i <= names.length(); i++) {
                if (i == names.length() || names.charAt(i) < 'a' || names.charAt(i) > 'z') {
                    if (i > start && NAVIGATION.contains(names.substring(start, i))) {
                        return true;
                    }
                    start = i + 1;
                }
            }
            return false;
        }

        private static boolean isHidden(Element element) {
            if (element.hasAttr("hidden")) {
                return true;
            }
            String style = element.attr("style");
            if (style.isEmpty()) {
                return false;
            }
            String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
            return compact.contains("display:none") || compact.contains("visibility:hidden");
        }

        private static int span(Element cell, String name, int most) {
            String span = cell.attr(name).strip();
            if (span.isEmpty() || span.length() > 4) {
                return 1;
            }
            for (int i = 0; i < span.length(); i++) {
                if (span.charAt(i) < '0' || span.charAt(i) > '9') {
                    return 1;
                }
            }
            return Math.max(1, Math.min(most, Integer.parseInt(span)));
        }

        /** Blanks become one blank, as a browser shows them. */
        private static void append(StringBuilder out, char c) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }
    }
}
