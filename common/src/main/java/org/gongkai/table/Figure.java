package org.gongkai.table;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell that holds one number: {@code 346}, {@code +2}, {@code −1}, {@code 12,345}, {@code 251000元}, {@code 6项}, {@code
 * 2601.953875万}.
 *
 * @param amount the number as printed, 万 and 亿 already multiplied out unless they are part of 万元
 * @param unit the unit printed behind it, empty where there is none
 */
record Figure(BigDecimal amount, String unit) {
    private static final int LONGEST = 24;
    private static final int MOST_DIGITS = 18;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    /** The number of a cell; empty where the cell holds anything else, or more than one number. */
    static Optional<Figure> parse(String cell) {
        String text = compact(cell);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (isPlain(text)) {
            return Optional.of(new Figure(BigDecimal.valueOf(Long.parseLong(text)), ""));
        }
        int at = 0;
        boolean negative = false;
        char sign = text.charAt(0);
        if (sign == '+' || sign == '-' || sign == '−') {
            negative = sign != '+';
            at = 1;
        }
        StringBuilder digits = new StringBuilder();
        int end = digits(text, at, digits);
        if (end < 0) {
            return Optional.empty();
        }
        String unit = text.substring(end);
        BigDecimal amount = new BigDecimal(digits.toString());
        if (unit.startsWith("亿")) {
            amount = amount.multiply(HUNDRED_MILLION);
            unit = unit.substring(1);
        } else if (unit.startsWith("万") && !unit.equals("万元")) {
            amount = amount.multiply(TEN_THOUSAND);
            unit = unit.substring(1);
        }
        if (!unit.isEmpty() && !Vocabulary.get().isUnit(unit)) {
            return Optional.empty();
        }
        return Optional.of(new Figure(plain(negative ? amount.negate() : amount), unit));
    }

    /** Whether a cell holds one number and nothing else. */
    static boolean isFigure(String cell) {
        return isPlain(cell) || parse(cell).isPresent();
    }

    /** Digits and nothing else, as in nearly every cell. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }

    /** Whether a number has zeros in front, as codes of rows have and counts have not: {@code 01}. */
    static boolean isCode(String cell) {
        String text = compact(cell);
        return text.length() > 1 && text.charAt(0) == '0' && isDigit(text.charAt(1));
    }

    /** The number in another unit of money; unchanged where either unit is none. */
    BigDecimal in(String wanted, String printedUnit) {
        String from = unit.isEmpty() ? printedUnit : unit;
        if (wanted.equals("万元") && from.equals("元")) {
            return plain(amount.movePointLeft(4));
        }
        if (wanted.equals("元") && from.equals("万元")) {
            return plain(amount.movePointRight(4));
        }
        return amount;
    }

    /** Reads digits, thousands separators and one decimal point; the position behind them, -1 where it is no number. */
    private static int digits(String text, int from, StringBuilder out) {
        int at = from;
        int group = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                out.append(c);
                group = group < 0 ? group : group + 1;
            } else if (c == ',' && out.length() > 0) {
                if (group < 0 ? out.length() > 3 : group != 3) {
                    return -1;
                }
                group = 0;
            } else {
                break;
            }
            at++;
        }
        if (out.length() == 0 || group >= 0 && group != 3) {
            return -1;
        }
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            out.append('.');
            for (at++; at < text.length() && isDigit(text.charAt(at)); at++) {
                out.append(text.charAt(at));
            }
        }
        return out.length() > MOST_DIGITS ? -1 : at;
    }

    private static String compact(String cell) {
        if (cell.indexOf(' ') < 0 && cell.indexOf('\t') < 0) {
            return cell;
        }
        StringBuilder out = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != ' ' && c != '\t') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
