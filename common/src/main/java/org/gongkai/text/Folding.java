package org.gongkai.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Brings what an extractor left to the characters that a person reads: full width to half width, look-alike radicals
 * to characters, exotic blanks to a blank, doubled bold to single,
 * traditional characters to simplified, bracketed readings to nothing. Thread-safe; no state.
 *
 * <p>{@code （一）主动公开⽂件１２条} becomes {@code (一)主动公开文件12条}, {@code 一是一是一是一是} becomes {@code 一是}. The order of lines
 * does not change; blanks and tabs inside a line stay, because they can be columns.
 */
public final class Folding {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final int LONGEST_GROUP = 4;
    private static final int FEWEST_COPIES = 3;
    private static final int MOST_COPIES = 4;

    private Folding() {}

    /**
     * The text folded for reading. Never longer than a few times the input; {@code ""} for {@code ""}.
     *
     * <p>Almost every character of a report folds to itself or to one other, whatever stands beside it: these are looked
     * up. Only a text that holds another one is normalised as a whole.
     */
    public static String fold(String printed) {
        char[] folded = null;
        int length = 0;
        boolean hasBracket = false;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            char one = FoldedCharacters.of(c);
            if (one == FoldedCharacters.IN_CONTEXT) {
                return Traditional.simplify(Pinyin.strip(single(normalised(printed))));
            }
            hasBracket |= one == '(';
            if (folded == null && one != c) {
                folded = new char[printed.length()];
                printed.getChars(0, i, folded, 0);
                length = i;
            }
            if (folded != null && one != FoldedCharacters.NOTHING) {
                folded[length++] = one;
            }
        }
        String text = single(folded == null ? printed : new String(folded, 0, length));
        return hasBracket ? Pinyin.strip(text) : text;
    }

    /** The text with every character folded, and nothing yet done about characters that stand side by side. */
    static String normalised(String printed) {
        String text = NFKC.isNormalized(printed) ? printed : NFKC.normalize(printed);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\0' -> {}
                case '\u00a0', '\u3000' -> out.append(' ');
                case '—', '–', '‒', '―', '－', '─', '━' -> out.append('—');
                case '〔', '﹝', '【' -> out.append(c == '【' ? '[' : '〔');
                case '】' -> out.append(']');
                default -> out.append(Character.isSpaceChar(c) ? ' ' : Radicals.character(c));
            }
        }
        return out.toString();
    }

    /**
     * Bold that an extractor printed three or four times: a group of two to four Chinese characters, not all alike,
     * repeated without anything between. Digits are never touched, since 101010 is a number.
     */
    private static String single(String text) {
        if (!mayRepeat(text)) {
            return text;
        }
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            int group = group(text, i);
            if (group > 0) {
                int copies = copies(text, i, group);
                if (out == null) {
                    out = new StringBuilder(text.length()).append(text, 0, i);
                }
                out.append(text, i, i + group);
                i += group * copies;
                continue;
            }
            if (out != null) {
                out.append(text.charAt(i));
            }
            i++;
        }
        return out == null ? text : out.toString();
    }

    /**
     * Whether so many characters in a row are like the ones a group before them as are in all copies of a group but the
     * first. One look at each character; hardly any line goes on from here.
     */
    private static boolean mayRepeat(String text) {
        char one = 0;
        char two = 0;
        char three = 0;
        char four = 0;
        int pairs = 0;
        int triples = 0;
        int fours = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            pairs = c == two ? pairs + 1 : 0;
            triples = c == three ? triples + 1 : 0;
            fours = c == four ? fours + 1 : 0;
            if (pairs >= 2 * (FEWEST_COPIES - 1)
                    || triples >= 3 * (FEWEST_COPIES - 1)
                    || fours >= LONGEST_GROUP * (FEWEST_COPIES - 1)) {
                return true;
            }
            four = three;
            three = two;
            two = one;
            one = c;
        }
        return false;
    }

    /** Length of the group that is repeated from here on, 0 where none is. */
    private static int group(String text, int at) {
        for (int length = 2; length <= LONGEST_GROUP; length++) {
            if (at + length * FEWEST_COPIES > text.length()) {
                return 0;
            }
            if (text.charAt(at) == text.charAt(at + length) && isWord(text, at, length)) {
                int copies = copies(text, at, length);
                if (copies >= FEWEST_COPIES && copies <= MOST_COPIES) {
                    return length;
                }
            }
        }
        return 0;
    }

    private static int copies(String text, int at, int length) {
        int same = length;
        while (at + same < text.length() && text.charAt(at + same) == text.charAt(at + same - length)) {
            same++;
            if (same > length * (MOST_COPIES + 1)) {
                break;
            }
        }
        return same / length;
    }

    private static boolean isWord(String text, int at, int length) {
        boolean alike = true;
        for (int i = at; i < at + length; i++) {
            char c = text.charAt(i);
            if (c < '\u4e00' || c > '\u9fff') {
                return false;
            }
            alike &= c == text.charAt(at);
        }
        return !alike;
    }
}
