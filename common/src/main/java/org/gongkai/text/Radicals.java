package org.gongkai.text;

import org.gongkai.reference.Reference;

/**
 * The block of CJK radicals (U+2E80 to U+2EFF), which PDF extractors print in place of characters and which
 * compatibility folding leaves alone: ⺠ for 民, ⻔ for 门. The table is {@code data/reference/text/radicals.csv}.
 */
final class Radicals {
    private static final char FIRST = '\u2e80';
    private static final char LAST = '\u2eff';
    private static final char[] CHARACTERS = read();

    private Radicals() {}

    /** The character that a radical stands for; any other character itself. */
    static char character(char c) {
        return c < FIRST || c > LAST ? c : CHARACTERS[c - FIRST];
    }

    private static char[] read() {
        char[] characters = new char[LAST - FIRST + 1];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (FIRST + i);
        }
        for (String line : Reference.lines("text/radicals.csv")) {
            if (line.length() == 3 && line.charAt(0) >= FIRST && line.charAt(0) <= LAST) {
                characters[line.charAt(0) - FIRST] = line.charAt(2);
            }
        }
        return characters;
    }
}
