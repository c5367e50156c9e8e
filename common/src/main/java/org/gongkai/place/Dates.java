package org.gongkai.place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years and days as printed: {@code 2018年}, {@code 二〇一八}, {@code 二0一七年}, {@code 2018.1.4}, {@code 二〇一九年一月三十日}. */
final class Dates {
    /** A year of the era and where it stands: from the first digit to behind 年, 年度 or the bare number. */
    record Year(int year, int start, int end, boolean marked) {}

    private static final String ZERO = "〇○零0oO";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int FIRST = 2000;
    private static final int LAST = 2035;
    private static final Pattern YEAR = Pattern.compile(
            "(?<![0-9])(20[0-3][0-9])(?![0-9])|(二[" + ZERO + "][" + ZERO + "一二三1-3][" + ZERO + "一二三四五六七八九1-9])");
    private static final Pattern MARK = Pattern.compile("\\s*(?:年度|年)(?!\\s*[0-9一二三四五六七八九十]{1,2}\\s*月)");
    private static final Pattern DAY =
            Pattern.compile("(20[0-3][0-9])\\s*[年.\\-/]\\s*([01]?[0-9])\\s*[月.\\-/]\\s*([0-3]?[0-9])(?![0-9])"
                    + "|(二[" + ZERO + "][" + ZERO + "一二三1-3][" + ZERO
                    + "一二三四五六七八九1-9])\\s*年\\s*([一二三四五六七八九十元]{1,2})\\s*月\\s*([一二三四五六七八九十廿]{1,3})\\s*日"
                    + "|(?<![0-9])(20[0-3][0-9])([01][0-9])([0-3][0-9])(?![0-9])");

    private Dates() {}

    /** Every year named in a text, in order. */
    static List<Year> years(String text) {
        List<Year> found = new ArrayList<>();
        Matcher m = YEAR.matcher(text);
        while (m.find()) {
            int year = year(m.group());
            if (year < FIRST || year > LAST) {
                continue;
            }
            Matcher mark = MARK.matcher(text).region(m.end(), text.length());
            boolean marked = mark.lookingAt();
            found.add(new Year(year, m.start(), marked ? mark.end() : m.end(), marked));
        }
        return found;
    }

    /** The first day named in a text; empty where there is none or it is not in the calendar. */
    static Optional<LocalDate> day(String text) {
        Matcher m = DAY.matcher(text);
        while (m.find()) {
            Optional<LocalDate> day = m.group(1) != null
                    ? date(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                    : m.group(4) != null
                            ? date(year(m.group(4)), small(m.group(5)), small(m.group(6)))
                            : date(
                                    Integer.parseInt(m.group(7)),
                                    Integer.parseInt(m.group(8)),
                                    Integer.parseInt(m.group(9)));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** A day of the calendar, or empty. */
    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A year in digits or in Chinese digits, 0 where it is neither. */
    static int year(String printed) {
        int value = 0;
        for (int i = 0; i < printed.length(); i++) {
            OptionalInt digit = digit(printed.charAt(i));
            if (digit.isEmpty()) {
                return 0;
            }
            value = value * 10 + digit.getAsInt();
        }
        return value;
    }

    private static OptionalInt digit(char c) {
        if (c >= '0' && c <= '9') {
            return OptionalInt.of(c - '0');
        }
        int chinese = ZERO.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c);
        return chinese < 0 ? OptionalInt.empty() : OptionalInt.of(chinese);
    }

    /** A number up to 99 in Chinese words: {@code 8} and {@code 八} are {@code 八}, {@code 14} is {@code 十四}. */
    static String inWords(String printed) {
        if (!Character.isDigit(printed.charAt(0))) {
            return printed;
        }
        int value = Integer.parseInt(printed);
        int tens = value / 10;
        String units = value % 10 == 0 ? "" : DIGITS.substring(value % 10, value % 10 + 1);
        return (tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十") + units;
    }

    private static int small(String chinese) {
        int value = 0;
        for (char c : chinese.toCharArray()) {
            switch (c) {
                case '元' -> value = 1;
                case '十' -> value = Math.max(1, value) * 10;
                case '廿' -> value = 20;
                default -> value += digit(c).orElse(0);
            }
        }
        return value;
    }
}
