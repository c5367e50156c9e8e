package org.gongkai.jobs.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    /** The number in its look: {@code 12,345.6}, {@code 45.2%}, {@code +3.0%}. */
    static String text(Cell.Number number) {
        return switch (number.look()) {
            case PLAIN -> format("#,##0.######", number.value());
            case PERCENT -> percent(number.value());
            case POINTS ->
                (number.value().signum() > 0 ? "+" : "")
                        + format("#,##0.0", number.value().movePointRight(2).setScale(1, RoundingMode.HALF_UP));
            case CHANGE -> (number.value().signum() > 0 ? "+" : "") + percent(number.value());
            case DIFFERENCE -> (number.value().signum() > 0 ? "+" : "") + format("#,##0.######", number.value());
        };
    }

    private static String percent(BigDecimal value) {
        return format("#,##0.0", value.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
    }

    private static String format(String pattern, BigDecimal value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value).replace('-', '−');
    }
}
