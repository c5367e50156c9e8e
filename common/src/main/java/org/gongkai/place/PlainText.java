package org.gongkai.place;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;

import java.util.Arrays;
import java.util.List;

/**
 * The text of a document without blanks and line ends, so that a phrase broken over lines is one phrase; every offset
 * leads back to its line. Immutable.
 */
final class PlainText {
    /** What lies behind is a table of contents of the site, an annex or an attack; places and periods stand before it. */
    private static final int LIMIT = 200_000;

    /** Of white space, only blanks and controls have smaller codes. */
    private static final char FIRST_WIDE_BLANK = '\u1680';

    private static final char LAST_BLANK = '\u3000';

    private final String text;
    private final int[] starts;
    private final int[] numbers;

    private PlainText(String text, int[] starts, int[] numbers) {
        this.text = text;
        this.starts = starts;
        this.numbers = numbers;
    }

    static PlainText of(Manuscript manuscript) {
        List<Line> lines = manuscript.lines();
        int length = lines.stream().mapToInt(l -> l.text().length()).sum();
        StringBuilder out = new StringBuilder(Math.min(LIMIT, length));
        int[] starts = new int[lines.size()];
        int[] numbers = new int[lines.size()];
        int n = 0;
        for (Line line : lines) {
            if (out.length() >= LIMIT) {
                break;
            }
            starts[n] = out.length();
            numbers[n++] = line.number();
            append(out, line.text());
        }
        return new PlainText(out.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(numbers, n));
    }

    private static void append(StringBuilder out, String text) {
        int end = Math.min(text.length(), LIMIT - out.length());
        int from = 0;
        for (int i = 0; i < end; i++) {
            if (isBlank(text.charAt(i))) {
                out.append(text, from, i);
                from = i + 1;
            }
        }
        out.append(text, from, Math.max(from, end));
    }

    /** Whether a character is white space; most are told by their code, without a look into the tables. */
    static boolean isBlank(char c) {
        return c <= LAST_BLANK && (c <= ' ' || c >= FIRST_WIDE_BLANK) && Character.isWhitespace(c);
    }

    /** The text; at most a bounded length of it. */
    String text() {
        return text;
    }

    /** 1-based line of an offset. */
    int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        if (at < 0) {
            at = -at - 2;
        }
        // lines without characters share a start with the one that follows
        while (at + 1 < starts.length && starts[at + 1] == offset) {
            at++;
        }
        return at < 0 ? 1 : numbers[at];
    }

    /** How often a word stands in it, counted up to a bound. */
    int count(String word, int bound) {
        int n = 0;
        for (int at = text.indexOf(word); at >= 0 && n < bound; at = text.indexOf(word, at + word.length())) {
            n++;
        }
        return n;
    }
}
