package org.gongkai.value;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One figure of one report as it is printed.
 *
 * <p>For {@code 政务微博公开政府信息数 条 105} on line 218 this is {@code channel.weibo}, {@code _T}, 105, 条, {@link
 * Status#NORMAL}, {@link Origin#FORM}, 218, {@code 政务微博公开政府信息数}, {@code 105}. Immutable and safe to share.
 *
 * @param indicator code of the catalogue, such as {@code channel.weibo}
 * @param requester applicant column of the forms of 2019 and 2021 ({@code natural_person}, {@code
 *     organisation.business} …); {@link #TOTAL} for the total and wherever there is no such column
 * @param amount the number in {@code unit}; present exactly when {@code status} has a number
 * @param unit the unit of the catalogue; a printed 元 is brought to 万元 where the form counts in 万元
 * @param status why the number is or is not there
 * @param origin where it was stated
 * @param line 1-based number of the line that holds the printed value
 * @param printedLabel the label or the clause as printed
 * @param printedValue the value as printed, empty for a blank cell
 */
public record Value(
        String indicator,
        String requester,
        Optional<BigDecimal> amount,
        String unit,
        Status status,
        Origin origin,
        int line,
        String printedLabel,
        String printedValue) {

    /** SDMX's code for “all of them”: the total column, or no breakdown at all. */
    public static final String TOTAL = "_T";

    public Value {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(printedLabel, "printedLabel");
        Objects.requireNonNull(printedValue, "printedValue");
        if (indicator.isBlank() || requester.isBlank()) {
            throw new IllegalArgumentException("a value needs an indicator and a requester");
        }
        if (amount.isPresent() != status.hasNumber()) {
            throw new IllegalArgumentException(
                    indicator + ": status " + status.code() + " and amount " + amount + " contradict each other");
        }
        if (line < 1) {
            throw new IllegalArgumentException(indicator + ": line " + line + " is not a line");
        }
    }
}
