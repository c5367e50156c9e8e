package org.gongkai.place;

import java.util.Locale;

/** What kind of body reports. */
public enum ReporterKind {
    /** A department of a government, its office among them. */
    DEPARTMENT,
    /** A government from county level up, or the committee of a development zone. */
    GOVERNMENT,
    /** A town, township or street office. */
    TOWNSHIP,
    /** A court, a school, a company, or a body whose kind the document does not show. */
    OTHER;

    /** The word that the tables carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
