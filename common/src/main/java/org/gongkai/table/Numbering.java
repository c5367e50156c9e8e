package org.gongkai.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbering in front of a label: {@code 三、}, {@code (三)} or {@code 3.}.
 *
 * @param kind which of the three
 * @param number what is counted, as printed: {@code 三}, {@code 3}
 */
record Numbering(Kind kind, String number) {
    /** The levels of numbering that forms print. */
    enum Kind {
        CHAPTER,
        BRACKET,
        DIGIT
    }

    private static final String COUNTS = "一二三四五六七八九十";
    private static final String COUNT = "[" + COUNTS + "]{1,3}";
    private static final int LONGEST_COUNT = 3;
    private static final int MOST_DIGITS = 2;
    private static final Pattern OF_THE_FORM =
            Pattern.compile("(?:(" + COUNT + ")|\\((" + COUNT + ")\\)|([1-9][0-9]?))$");

    /** The numbering that a folded text opens with. */
    static Optional<Numbering> of(String text) {
        int start = skipBlanks(text, 0);
        char first = start < text.length() ? text.charAt(start) : ' ';
        if (first >= '1' && first <= '9') {
            int end = start + 1;
            while (end < text.length() && end < start + MOST_DIGITS && isDigit(text.charAt(end))) {
                end++;
            }
            return holds(text, end, ".、．") ? numbering(Kind.DIGIT, text, start, end) : Optional.empty();
        }
        if (first == '(') {
            int count = skipBlanks(text, start + 1);
            int end = countEnd(text, count);
            return end > count && holds(text, skipBlanks(text, end), ")")
                    ? numbering(Kind.BRACKET, text, count, end)
                    : Optional.empty();
        }
        int end = countEnd(text, start);
        return end > start && holds(text, end, "、") ? numbering(Kind.CHAPTER, text, start, end) : Optional.empty();
    }

    private static Optional<Numbering> numbering(Kind kind, String text, int start, int end) {
        return Optional.of(new Numbering(kind, text.substring(start, end)));
    }

    private static boolean holds(String text, int at, String signs) {
        return at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    private static int countEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end < start + LONGEST_COUNT && COUNTS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) >= '\t' && text.charAt(at) <= '\r')) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The numbering directly before a row's label, out of the row's whole number in the catalogue, such as 三(三)4. */
    static Optional<Numbering> ofRow(String number) {
        Matcher last = OF_THE_FORM.matcher(number);
        return last.find() ? Optional.of(of(last)) : Optional.empty();
    }

    /** Whether both count on the same level and differ: they stand before two labels, never before one. */
    boolean contradicts(Numbering other) {
        return kind == other.kind && !number.equals(other.number);
    }

    private static Numbering of(Matcher found) {
        Kind[] kinds = Kind.values();
        for (Kind kind : kinds) {
            String number = found.group(kind.ordinal() + 1);
            if (number != null) {
                return new Numbering(kind, number);
            }
        }
        throw new IllegalStateException("no group of a numbering matched");
    }
}
