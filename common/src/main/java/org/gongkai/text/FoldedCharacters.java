package org.gongkai.text;

import com.ibm.icu.text.Normalizer2;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What single characters fold to, as {@link Folding#normalised} folds them, looked up in pages of 256 that are made on
 * first need. Thread-safe: two threads that make the same page make the same.
 */
final class FoldedCharacters {
    /** In the place of a character that folding drops. */
    static final char NOTHING = '\0';

    /**
     * In the place of a character whose folding depends on others, or gives more than one, or shows that a text is
     * written in traditional characters.
     */
    static final char IN_CONTEXT = '\uffff';

    private static final int PAGE = 256;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final AtomicReferenceArray<char[]> PAGES = new AtomicReferenceArray<>((1 << 16) / PAGE);

    private FoldedCharacters() {}

    /** What the character folds to: one character, {@link #NOTHING} or {@link #IN_CONTEXT}. */
    static char of(char c) {
        char[] page = PAGES.get(c / PAGE);
        return (page == null ? page(c / PAGE) : page)[c % PAGE];
    }

    private static char[] page(int number) {
        char[] page = new char[PAGE];
        for (int i = 0; i < PAGE; i++) {
            page[i] = folded((char) (number * PAGE + i));
        }
        PAGES.set(number, page);
        return page;
    }

    private static char folded(char c) {
        // With a boundary before each of its characters a text is normalised character by character.
        if (c == NOTHING || Character.isSurrogate(c) || !NFKC.hasBoundaryBefore(c)) {
            return IN_CONTEXT;
        }
        String folded = Folding.normalised(String.valueOf(c));
        if (folded.isEmpty()) {
            return NOTHING;
        }
        return folded.length() > 1 || Traditional.isEvidence(folded.charAt(0)) ? IN_CONTEXT : folded.charAt(0);
    }
}
