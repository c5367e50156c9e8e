package org.gongkai.text;

import com.ibm.icu.text.Transliterator;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Traditional characters to simplified ones, character by character: {@code 據統計公開} becomes {@code 据统计公开}. The
 * length does not change. Thread-safe; no state but a table that is made from ICU's on first need.
 *
 * <p>A text is touched only where it holds a character that simplified writing does not have (one outside GB 2312), so
 * that 著 of 著名 and 乾 of 乾县 stay as they are in a simplified text.
 */
public final class Traditional {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';

    private Traditional() {}

    private static final class Table {
        private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
        private static final BitSet EVIDENCE = new BitSet(LAST - FIRST + 1);

        static {
            Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
            CharsetEncoder simplifiedSet = Charset.forName("GB2312").newEncoder();
            for (char c = FIRST; c <= LAST; c++) {
                String simplified = rules.transliterate(String.valueOf(c));
                boolean changes = simplified.length() == 1 && simplified.charAt(0) != c;
                SIMPLIFIED[c - FIRST] = changes ? simplified.charAt(0) : c;
                EVIDENCE.set(c - FIRST, changes && !simplifiedSet.canEncode(c));
            }
        }
    }

    /** The text in simplified characters; the same object where nothing shows that it is traditional. */
    public static String simplify(String text) {
        int evidence = 0;
        while (evidence < text.length() && !isEvidence(text.charAt(evidence))) {
            evidence++;
        }
        if (evidence == text.length()) {
            return text;
        }
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = simplify(out[i]);
        }
        return new String(out);
    }

    /** The simplified character, or the same one where there is none; without a look at the text around it. */
    public static char simplify(char c) {
        return c >= FIRST && c <= LAST ? Table.SIMPLIFIED[c - FIRST] : c;
    }

    /** Whether simplified writing does not have the character. */
    static boolean isEvidence(char c) {
        return c >= FIRST && c <= LAST && Table.EVIDENCE.get(c - FIRST);
    }
}
