package org.gongkai.jobs.summary;

import java.math.BigDecimal;
import java.util.Optional;

/** A cell of a grid: words, a number with its look, or nothing, with the reason. */
public sealed interface Cell {
    /** How a number is to look. */
    enum Look {
        /** A count or an amount: grouped, as many decimals as it has. */
        PLAIN,
        /** A fraction of 1 as a percentage with one decimal. */
        PERCENT,
        /** The same with its sign. */
        CHANGE,
        /** A difference of two fractions of 1 as points of a hundred, with its sign. */
        POINTS,
        /** A difference with its sign. */
        DIFFERENCE
    }

    /** Words. */
    record Text(String text) implements Cell {}

    /** A number. */
    record Number(BigDecimal value, Look look) implements Cell {}

    /** How many of how many: {@code 18/21}. */
    record OutOf(long part, long whole) implements Cell {}

    /** No figure: shown as a blank with its reason, never as 0. */
    record Blank(String reason) implements Cell {}

    /** Words. */
    static Cell text(String text) {
        return new Text(text);
    }

    /** A count. */
    static Cell count(long count) {
        return new Number(BigDecimal.valueOf(count), Look.PLAIN);
    }

    /** A number, or a blank where it is missing. */
    static Cell number(Optional<BigDecimal> value, Look look) {
        return value.<Cell>map(v -> new Number(v, look)).orElse(new Blank(""));
    }
}
