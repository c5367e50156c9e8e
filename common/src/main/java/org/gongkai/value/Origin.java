package org.gongkai.value;

import java.util.Locale;

/** Where a figure was stated. */
public enum Origin {
    /** In a statutory table. */
    FORM,
    /** In narrative text. */
    PROSE,
    /** Given as data beside the text. */
    STRUCTURED;

    /** The word that the tables carry: {@code form}, {@code prose}, {@code structured}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
