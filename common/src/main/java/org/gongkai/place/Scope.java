package org.gongkai.place;

import java.util.Locale;

/** What the figures of a report cover. Figures of different scopes are never added. */
public enum Scope {
    /** The body itself. */
    BODY,
    /** A government and its departments. */
    LEVEL,
    /** Everything below as well. */
    TERRITORY,
    /** Not stated, and not to be guessed. */
    UNKNOWN;

    /** The word that the tables carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
