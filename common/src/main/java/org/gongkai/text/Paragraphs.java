package org.gongkai.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Joins the lines that an extractor broke back into paragraphs.
 *
 * <p>A page of 27 characters a line gives {@code 全年公开信息} / blank / {@code 12 条，其中…}; the two lines are one sentence. A
 * line goes on in the next one where it ends without a full stop and either fills the usual width of the document, ends
 * in a comma, or the next line begins in the middle of something. A heading, a numbered item and a line laid out in
 * columns stand alone.
 */
public final class Paragraphs {
    private static final int MIN_WIDTH = 14;
    private static final int MAX_WIDTH = 80;
    private static final int MAX_BLANKS = 3;
    private static final String STOPS = "。！？!?；;";
    private static final String OPEN_ENDS = ",、，(（《“·";
    private static final String CLOSERS = "，,、。；;）)》”%";
    private static final String UNITS = "条件次个人名份篇余宗";
    private static final List<String> HEADING_ENDS = List.of("情况", "问题", "措施", "事项");
    private static final String GOES_ON = "及和与以并的或";
    private static final String NUMERALS = "一二三四五六七八九十";

    private Paragraphs() {}

    /** The paragraphs of a document, lines of {@code without} left out (and nothing joined across them). */
    public static List<Paragraph> of(Manuscript manuscript, Set<Integer> without) {
        List<Line> lines = manuscript.lines();
        int width = usualWidth(lines, without);
        List<Paragraph> paragraphs = new ArrayList<>();
        Paragraph.Builder current = new Paragraph.Builder();
        Line last = null;
        int blanks = 0;
        for (Line line : lines) {
            if (without.contains(line.number())) {
                current.closeInto(paragraphs);
                last = null;
                continue;
            }
            if (line.isBlank()) {
                blanks++;
                continue;
            }
            if (last != null
                    && (blanks > MAX_BLANKS
                            || !goesOn(last.text().strip(), line.text().strip(), width))) {
                current.closeInto(paragraphs);
            }
            current.add(line);
            last = line;
            blanks = 0;
        }
        current.closeInto(paragraphs);
        return paragraphs;
    }

    /** Whether a line is a heading: numbered, short, without a sentence in it. */
    public static boolean isHeading(String text) {
        return text.length() <= 40 && isNumbered(text) && text.indexOf('。') < 0 && text.indexOf(',') < 0;
    }

    private static boolean goesOn(String line, String next, int width) {
        char end = line.charAt(line.length() - 1);
        if (STOPS.indexOf(end) >= 0 || isColumns(line) || isColumns(next) || isNumbered(next)) {
            return false;
        }
        if (OPEN_ENDS.indexOf(end) >= 0 || CLOSERS.indexOf(next.charAt(0)) >= 0) {
            return true;
        }
        // A heading goes on only where it fills the line to the last character.
        if (end == ':' || isHeading(line) && (line.length() < width * 5 / 4 - 1 || isWholeHeading(line, next))) {
            return false;
        }
        if (isTitle(line) || endsWithCount(line)) {
            return false;
        }
        return line.length() >= width || startsWithCount(next) || Character.isDigit(end);
    }

    /** {@code 四、…提起行政诉讼的情况}, and the next line does not begin like the rest of it. */
    private static boolean isWholeHeading(String line, String next) {
        return HEADING_ENDS.stream().anyMatch(line::endsWith) && GOES_ON.indexOf(next.charAt(0)) < 0;
    }

    /** {@code …2018年政府信息公开工作年度报告}. */
    private static boolean isTitle(String line) {
        return line.length() <= MAX_WIDTH && line.endsWith("报告") && line.indexOf('年') > 0 && line.indexOf(',') < 0;
    }

    /** {@code 政府网站公开政府信息数：199条}: a row of a list; a sentence would go on with punctuation. */
    private static boolean endsWithCount(String line) {
        int unit = line.length() - 1;
        return unit > 0 && UNITS.indexOf(line.charAt(unit)) >= 0 && Character.isDigit(line.charAt(unit - 1));
    }

    private static boolean startsWithCount(String text) {
        int i = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        int j = i;
        while (j < text.length() && text.charAt(j) == ' ') {
            j++;
        }
        return i > 0 && j < text.length() && UNITS.indexOf(text.charAt(j)) >= 0;
    }

    private static boolean isColumns(String text) {
        return text.indexOf('\t') >= 0 || text.indexOf('|') >= 0;
    }

    private static boolean isNumbered(String text) {
        int i = text.charAt(0) == '(' || text.charAt(0) == '第' ? 1 : 0;
        int start = i;
        while (i < text.length() && i < start + 3 && NUMERALS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == start) {
            while (i < text.length() && i < start + 2 && Character.isDigit(text.charAt(i))) {
                i++;
            }
        }
        if (i == start || i >= text.length() || "、.)，,章节部".indexOf(text.charAt(i)) < 0) {
            return false;
        }
        return text.charAt(i) != '.' || i + 1 == text.length() || !Character.isDigit(text.charAt(i + 1));
    }

    private static int usualWidth(List<Line> lines, Set<Integer> without) {
        int[] widths = lines.stream()
                .filter(l -> !without.contains(l.number()) && !l.isBlank())
                .mapToInt(l -> l.text().strip().length())
                .filter(w -> w >= MIN_WIDTH)
                .toArray();
        if (widths.length == 0) {
            return MAX_WIDTH;
        }
        Arrays.sort(widths);
        int usual = widths[widths.length * 3 / 4];
        return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, usual * 4 / 5));
    }
}
