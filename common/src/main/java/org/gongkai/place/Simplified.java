package org.gongkai.place;

import org.gongkai.text.Traditional;

import java.util.BitSet;

/**
 * Traditional characters of names to simplified ones, one by one. A character that stands in the name of a division
 * stays as it is: 乾 of 乾县 is not 干. Thread-safe.
 */
final class Simplified {
    private static final BitSet IN_NAMES = inNames();

    private Simplified() {}

    private static BitSet inNames() {
        BitSet used = new BitSet();
        for (Region region : Regions.get().all()) {
            region.name().chars().forEach(used::set);
        }
        return used;
    }

    /** The simplified character, or the same one where there is none. */
    static char of(char c) {
        return IN_NAMES.get(c) ? c : Traditional.simplify(c);
    }
}
