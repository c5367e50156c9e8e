package org.gongkai.text;

import com.ibm.icu.text.Transliterator;
import org.gongkai.reference.Reference;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Traditional characters to simplified ones, character by character: {@code 據統計公開} becomes {@code 据统计公开}. The
 * length does not change. Thread-safe; no state but tables that are made on first need.
 *
 * <p>A text is touched only where it holds a character that simplified writing does not have (one outside GB 2312), so
 * that 著 of 著名 and 乾 of 乾县 stay as they are in a simplified text.
 *
 * <p>ICU's table takes longer to set up than a report takes to read, and most texts are written in GB 2312 alone. Of its
 * characters only those of {@code data/reference/text/traditional_in_use.csv} have another one for them, so that ICU is
 * asked when the first character outside of it is met.
 */
public final class Traditional {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';

    private Traditional() {}

    /** The characters that simplified writing has. */
    private static final class InUse {
        private static final BitSet CHARACTERS = new BitSet(LAST - FIRST + 1);
        private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];

        static {
            CharsetEncoder simplifiedSet = Charset.forName("GB2312").newEncoder();
            for (char c = FIRST; c <= LAST; c++) {
                SIMPLIFIED[c - FIRST] = c;
                CHARACTERS.set(c - FIRST, simplifiedSet.canEncode(c));
            }
            Reference.lines("text/traditional_in_use.csv").stream()
                    .skip(1)
                    .forEach(line -> SIMPLIFIED[line.charAt(0) - FIRST] = line.charAt(2));
        }
    }

    /** The others, as ICU has them. */
    private static final class Rare {
        private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];

        static {
            Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
            for (char c = FIRST; c <= LAST; c++) {
                String simplified = rules.transliterate(String.valueOf(c));
                SIMPLIFIED[c - FIRST] = simplified.length() == 1 ? simplified.charAt(0) : c;
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
        if (c < FIRST || c > LAST) {
            return c;
        }
        return isInUse(c) ? InUse.SIMPLIFIED[c - FIRST] : Rare.SIMPLIFIED[c - FIRST];
    }

    /** Whether simplified writing does not have the character. */
    static boolean isEvidence(char c) {
        return c >= FIRST && c <= LAST && !isInUse(c) && Rare.SIMPLIFIED[c - FIRST] != c;
    }

    private static boolean isInUse(char c) {
        return InUse.CHARACTERS.get(c - FIRST);
    }
}
