package org.gongkai.catalogue;

import java.util.Locale;

/** How far the two sides of a change of forms can be compared, best first. */
public enum Grade {
    /** Same object, same counting rule, same unit. */
    EXACT,
    /** Same object, counting rule or boundary moved: one series with a marked break point. */
    NEAR,
    /** Another object or unit, or one side does not exist: never chained. */
    BREAK;

    /** The word that the tables carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of the reference data; throws {@link IllegalArgumentException} on any other. */
    public static Grade of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The lower of two grades: a chain is as good as its worst step. */
    public Grade worst(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
