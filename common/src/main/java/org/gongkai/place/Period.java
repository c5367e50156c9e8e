package org.gongkai.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that the figures cover: {@code 统计期限自 2018 年 1 月 1 日起至 12 月 31 日止}.
 *
 * @param from first day
 * @param to last day, not before the first
 * @param stated whether words beside it say that it is the period of the figures
 * @param offset where it begins in the text
 * @param printed as printed, blanks removed
 */
record Period(LocalDate from, LocalDate to, boolean stated, int offset, String printed) {
    // 年 and 月 can be lost with the blanks around them (20181月1日), the second year is often left out
    private static final String YEAR = "(20[0-3][0-9]|二[〇○零0oO][〇○零0一二三][〇○零0一二三四五六七八九])";
    private static final String DAY =
            "([01]?[0-9]|[一二三四五六七八九十]{1,2})[月.\\-/]([0-3]?[0-9]|[一二三四五六七八九十]{1,3})(?:日|(?![0-9]))";
    private static final Pattern PERIOD = Pattern.compile(
            YEAR + "[年.\\-/]?" + DAY + "(?:起|开始)?[,，]?(?:至|到|——?|-|~|～|—|止)+(?:" + YEAR + "[年.\\-/]?|当年|本年|同年)?" + DAY);
    private static final Pattern SAYS_SO = Pattern.compile("统计|期限|时限|起止|所列|报告期|报告[^。]{0,8}数据");
    private static final int NEAR = 40;
    private static final int LONGEST = 80;
    private static final int LONGEST_DAYS = 800;

    /** Every period in a text from which blanks were removed, those first that are stated as the period of the figures. */
    static List<Period> find(String text) {
        List<Period> stated = new ArrayList<>();
        List<Period> others = new ArrayList<>();
        Matcher m = PERIOD.matcher(text);
        for (int at = next(text, 0); at >= 0; at = next(text, at)) {
            m.region(at, Math.min(text.length(), at + LONGEST));
            if (!m.lookingAt()) {
                at++;
                continue;
            }
            at = m.end();
            int year = Dates.year(m.group(1));
            int until = m.group(4) == null ? year : Dates.year(m.group(4));
            Optional<LocalDate> from = Dates.day(year + "年" + number(m.group(2)) + "月" + number(m.group(3)) + "日");
            Optional<LocalDate> to = Dates.day(until + "年" + number(m.group(5)) + "月" + number(m.group(6)) + "日");
            if (from.isEmpty()
                    || to.isEmpty()
                    || to.get().isBefore(from.get())
                    || from.get().plusDays(LONGEST_DAYS).isBefore(to.get())) {
                continue;
            }
            boolean says = SAYS_SO.matcher(text.substring(Math.max(0, m.start() - NEAR), m.start()))
                    .find();
            (says ? stated : others).add(new Period(from.get(), to.get(), says, m.start(), m.group()));
        }
        stated.addAll(others);
        return stated;
    }

    /** Where the next year may begin: only there is the pattern tried. */
    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '二' || c == '2' && text.startsWith("20", i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is one calendar year, or lies inside one. */
    boolean inOneYear() {
        return from.getYear() == to.getYear();
    }

    private static int number(String printed) {
        if (Character.isDigit(printed.charAt(0))) {
            return Integer.parseInt(printed);
        }
        int value = 0;
        for (char c : printed.toCharArray()) {
            value = c == '十' ? Math.max(1, value) * 10 : value + "一二三四五六七八九".indexOf(c) + 1;
        }
        return value;
    }
}
