package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What one sentence says about one indicator.
 *
 * @param indicator code of the catalogue, {@link #HANDLED} or {@link #IN_TIME}
 * @param amount the number
 * @param approximate whether it is said to be rounded
 * @param unit the measure word as printed, empty where there is none
 * @param year the year that the sentence is about, where it names one
 * @param rank how plainly it is said: a total of the year in so many words stands above a figure in passing
 * @param line line of the printed number
 * @param label the clause
 * @param printed the number as printed, or the word that says there was none
 */
record Claim(
        String indicator,
        BigDecimal amount,
        boolean approximate,
        String unit,
        OptionalInt year,
        int rank,
        int line,
        String label,
        String printed) {
    /** Requests that were “handled” (办理): received where nothing else says how many were, else answered. */
    static final String HANDLED = "requests.handled";
    /** Requests that were finished in time: all of them where they are as many as were received, else a part. */
    static final String IN_TIME = "requests.in_time";

    Claim {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(label, "label");
    }

    /** The same words about something else. */
    Claim about(String other) {
        return new Claim(other, amount, approximate, unit, year, rank, line, label, printed);
    }
}
