package org.gongkai.table;

import java.util.Arrays;

/**
 * Brings a printed label to the form in which labels are compared. No state.
 *
 * <p>{@code (一) 主动公开政府信息数 (不同渠道和方式公开相同信息计 1 条)} and {@code 主动公开政府信息数:} both become {@code 主动公开政府信息数}.
 * Blanks, numbering, 其中, quotes and punctuation go; a bracket goes with what stands in it, unless it holds nothing but
 * a numeral, as in {@code 第二十条第(一)项}. A bracket that is not closed goes to the end of the text.
 */
final class LabelKey {
    private static final String DROPPED = "、,，。.;:·•/\\\"'“”‘’`《》〈〉「」『』*#_…|-—~";
    private static final boolean[] IS_DROPPED = new boolean[1 << 16];
    private static final boolean[] IS_LETTER = new boolean[1 << 16];
    private static final String AMONG = "其中";

    static {
        for (int i = 0; i < DROPPED.length(); i++) {
            IS_DROPPED[DROPPED.charAt(i)] = true;
        }
        Arrays.fill(IS_LETTER, true);
        for (char c : (DROPPED + " \t()[]〔〕").toCharArray()) {
            IS_LETTER[c] = false;
        }
    }

    private LabelKey() {}

    /** The key of a folded text; empty where nothing but numbering and punctuation stands in it. */
    static String of(String text) {
        int start = skipNumbering(text, 0);
        int clean = start;
        while (clean < text.length() && isLetter(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text.substring(start);
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, start, clean);
        int depth = 0;
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '〔') {
                int close = numeralBracket(text, i);
                if (depth == 0 && close > 0) {
                    out.append(text, i + 1, close);
                    i = close;
                    continue;
                }
                depth++;
            } else if (c == ')' || c == ']' || c == '〕') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && isLetter(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether a character stays, outside of brackets. */
    private static boolean isLetter(char c) {
        return IS_LETTER[c];
    }

    /** Whether a bracket of the text is left open. */
    static boolean leavesBracketOpen(String text) {
        return text.indexOf('(') >= 0 && text.lastIndexOf('(') > text.lastIndexOf(')');
    }

    /** Position behind numbering, 其中 and leading punctuation. */
    private static int skipNumbering(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || IS_DROPPED[c]) {
                at++;
                continue;
            }
            int next = numbering(text, at);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int numbering(String text, int at) {
        char c = text.charAt(at);
        if (c == '(') {
            int close = numeralBracket(text, at);
            return close > 0 ? close + 1 : at;
        }
        if (text.startsWith(AMONG, at)) {
            return at + AMONG.length();
        }
        if (c >= '0' && c <= '9') {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return end < text.length() && end - at <= 2 ? end : at;
        }
        if (isNumeral(c)) {
            int end = at;
            while (end < text.length() && isNumeral(text.charAt(end))) {
                end++;
            }
            return end < text.length() && "、.,:".indexOf(text.charAt(end)) >= 0 ? end + 1 : at;
        }
        return at;
    }

    /** Position of the closing bracket where nothing but a numeral stands between, else -1. */
    private static int numeralBracket(String text, int open) {
        int end = open + 1;
        while (end < text.length()
                && (isNumeral(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == ' ')) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == ')';
        return closed && end > open + 1 && end - open <= 5 ? end : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumeral(char c) {
        return switch (c) {
            case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百' -> true;
            default -> false;
        };
    }
}
