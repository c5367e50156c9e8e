package org.gongkai.text;

import com.ibm.icu.text.Normalizer2;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What single characters fold to, as {@link Folding#normalised} folds them, looked up in pages of 256 and found out one by
 * one when they are first met, since for rare ones large tables are loaded. Thread-safe: two threads that find out the same
 * character find the same.
 */
final class FoldedCharacters {
    /** In the place of a character that folding drops. */
    static final char NOTHING = '\0';

    /**
     * In the place of a character whose folding depends on others, or gives more than one, or shows that a text is
     * written in traditional characters.
     */
    static final char IN_CONTEXT = '\uffff';

    /** In the place of a character that has not been met yet; none folds to it. */
    private static final char UNKNOWN = '\ufffe';

    private static final int PAGE = 256;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final AtomicReferenceArray<char[]> PAGES = new AtomicReferenceArray<>((1 << 16) / PAGE);

    private FoldedCharacters() {}

    /** What the character folds to: one character, {@link #NOTHING} or {@link #IN_CONTEXT}. */
    static char of(char c) {
        char[] page = PAGES.get(c / PAGE);
        char folded = page == null ? UNKNOWN : page[c % PAGE];
        return folded == UNKNOWN ? findOut(c) : folded;
    }

    private static char findOut(char c) {
        char[] page = new char[PAGE];
        Arrays.fill(page, UNKNOWN);
        PAGES.compareAndSet(c / PAGE, null, page);
        char folded = folded(c);
        PAGES.get(c / PAGE)[c % PAGE] = folded;
        return folded;
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
