package org.gongkai.place;

import com.ibm.icu.text.Transliterator;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Traditional characters of names to simplified ones, one by one. A character that stands in the name of a division
 * stays as it is: 乾 of 乾县 is not 干. Thread-safe; each character is looked up once, because the transliterator takes
 * longer over a title than all the rest of an identification.
 */
final class Simplified {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9fff;
    private static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");
    private static final AtomicIntegerArray SEEN = new AtomicIntegerArray(LAST - FIRST + 1);
    private static final Set<Character> IN_NAMES = inNames();

    private Simplified() {}

    private static Set<Character> inNames() {
        Set<Character> used = new HashSet<>();
        for (Region region : Regions.get().all()) {
            for (char c : region.name().toCharArray()) {
                used.add(c);
            }
        }
        return used;
    }

    /** The simplified character, or the same one where there is none. */
    static char of(char c) {
        if (c < FIRST || c > LAST) {
            return c;
        }
        int known = SEEN.get(c - FIRST);
        if (known == 0) {
            String simple = IN_NAMES.contains(c) ? String.valueOf(c) : RULES.transliterate(String.valueOf(c));
            known = simple.length() == 1 ? simple.charAt(0) : c;
            SEEN.set(c - FIRST, known);
        }
        return (char) known;
    }
}
