package org.gongkai.finding;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** Cannot be true as printed. */
    ERROR,
    /** Is unlikely, or true only by a reading of the form that most bodies do not share. */
    WARN,
    /** May well be true; worth knowing before the figure is quoted. */
    INFO;

    /** The word that the tables carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of the reference data; throws {@link IllegalArgumentException} on any other. */
    public static Severity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
