package org.gongkai.place;

import java.util.Locale;

/** Administrative level of a region, GB/T 2260, and of the township below it. */
public enum Level {
    NATION,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP;

    /** The word that the tables carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
