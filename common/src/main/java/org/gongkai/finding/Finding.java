package org.gongkai.finding;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One place where one report breaks one rule. Immutable.
 *
 * @param rule code of the rule, such as {@code 2014-11} or {@code year.title_period}
 * @param place what it is about inside the report, so that (report, rule, place) is unique: an indicator, an
 *     indicator and a requester, or empty for the whole report
 * @param severity how much it weighs
 * @param message one sentence in Chinese with the figures in it
 * @param left the figure on the left of the rule, where the rule compares figures
 * @param right the figure on its right
 * @param leftLine line of the left figure, 0 where there is none
 * @param rightLine line of the right figure, 0 where there is none
 */
public record Finding(
        String rule,
        String place,
        Severity severity,
        String message,
        Optional<BigDecimal> left,
        Optional<BigDecimal> right,
        int leftLine,
        int rightLine) {

    public Finding {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        if (rule.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a finding needs a rule and a message");
        }
    }

    /** A finding without figures, at a line (0: nowhere in particular). */
    public static Finding at(String rule, String place, Severity severity, String message, int line) {
        return new Finding(rule, place, severity, message, Optional.empty(), Optional.empty(), line, 0);
    }
}
