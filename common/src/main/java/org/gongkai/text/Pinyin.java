package org.gongkai.text;

/**
 * Takes out readings that a converter printed in brackets after a character: {@code 統(tǒng)計} becomes {@code 統計}. Thread-safe;
 * no state.
 *
 * <p>Only a syllable of at most six lower-case letters with a tone mark, directly after a Chinese character, is a
 * reading; {@code 办公系统(oa)} keeps its brackets.
 */
public final class Pinyin {
    private static final int LONGEST_SYLLABLE = 6;
    private static final String MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";

    private Pinyin() {}

    /** The text without readings, expecting half-width brackets; the same object where there is none. */
    public static String strip(String text) {
        StringBuilder out = null;
        int kept = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int end = open == 0 || !Character.isIdeographic(text.charAt(open - 1)) ? -1 : readingEnd(text, open);
            if (end > 0) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, open);
                kept = end;
                open = end - 1;
            }
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    private static int readingEnd(String text, int open) {
        boolean marked = false;
        int limit = Math.min(text.length(), open + LONGEST_SYLLABLE + 2);
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ')') {
                return marked ? i + 1 : -1;
            }
            if (MARKED.indexOf(c) >= 0) {
                marked = true;
            } else if ((c < 'a' || c > 'z') && c != 'ü') {
                return -1;
            }
        }
        return -1;
    }
}
