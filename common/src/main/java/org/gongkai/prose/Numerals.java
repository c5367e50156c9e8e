package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads numerals: {@code 1,024}, {@code 3.2万}, {@code 20余万}, {@code 一百二十}, {@code 两}, {@code 十余}. Works on folded text (half-width
 * digits). Thread-safe; no state.
 */
final class Numerals {
    private static final String DIGITS = "〇零一二三四五六七八九";
    private static final String MORE = "余多";
    private static final int LONGEST = 18;

    private Numerals() {}

    /** Whether a numeral in Chinese characters may begin with this character. */
    static boolean isHan(char c) {
        return switch (c) {
            case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '两' -> true;
            default -> false;
        };
    }

    /** The numeral that begins at {@code start}; empty where the characters there are no number. */
    static Optional<Numeral> at(String text, int start) {
        int end = isDigit(text, start) ? digitsEnd(text, start) : hanEnd(text, start);
        if (end == start || end - start > LONGEST) {
            return Optional.empty();
        }
        BigDecimal amount = isDigit(text, start)
                ? new BigDecimal(text.substring(start, end).replace(",", ""))
                : han(text.substring(start, end));
        boolean more = false;
        int next = skipBlank(text, end);
        if (next < text.length() && MORE.indexOf(text.charAt(next)) >= 0) {
            more = true;
            end = next + 1;
            next = skipBlank(text, end);
        }
        int zeros = zeros(text, next);
        int rest = zeros > 0 && !more && !isDigit(text, start) ? hanEnd(text, next + 1) : 0;
        if (rest > next + 1) {
            // 两万三千: the rest belongs to it.
            amount = amount.scaleByPowerOfTen(zeros).add(han(text.substring(next + 1, rest)));
            end = rest;
            if (end < text.length() && MORE.indexOf(text.charAt(end)) >= 0) {
                more = true;
                end++;
            }
        } else if (zeros > 0) {
            amount = amount.scaleByPowerOfTen(zeros);
            end = next + 1;
            if (end < text.length() && MORE.indexOf(text.charAt(end)) >= 0) {
                more = true;
                end++;
            }
        }
        if (amount.signum() != 0) {
            amount = amount.stripTrailingZeros();
        }
        amount = amount.scale() < 0 ? amount.setScale(0) : amount;
        return Optional.of(new Numeral(start, end, amount, more || isRoundedBefore(text, start)));
    }

    private static int digitsEnd(String text, int start) {
        int i = run(text, start);
        int first = i - start;
        while (first <= 3 && i < text.length() && text.charAt(i) == ',' && run(text, i + 1) == i + 4) {
            i += 4;
        }
        if (i < text.length() && text.charAt(i) == '.' && run(text, i + 1) > i + 1) {
            i = run(text, i + 1);
        }
        return i;
    }

    private static int run(String text, int start) {
        int i = start;
        while (isDigit(text, i)) {
            i++;
        }
        return i;
    }

    private static int hanEnd(String text, int start) {
        int i = start;
        while (i < text.length() && i <= start + LONGEST && isHan(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** 一百二十 → 120, 二〇一八 → 2018, 十 → 10, 两 → 2, 百 → 100. */
    private static BigDecimal han(String numeral) {
        long total = 0;
        long digit = -1;
        long plain = 0;
        boolean positional = true;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int power = "十百千".indexOf(c);
            if (power >= 0) {
                positional = false;
                total += (digit < 0 ? 1 : digit) * (long) Math.pow(10, power + 1);
                digit = -1;
            } else {
                int value = c == '两' ? 2 : Math.max(0, DIGITS.indexOf(c) - 1);
                plain = plain * 10 + value;
                digit = value;
            }
        }
        return BigDecimal.valueOf(positional ? plain : total + Math.max(0, digit));
    }

    private static int zeros(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        return switch (text.charAt(at)) {
            case '万' -> at + 1 < text.length() && (text.charAt(at + 1) == '元' || text.charAt(at + 1) == '象') ? 0 : 4;
            case '亿' -> at + 1 < text.length() && text.charAt(at + 1) == '元' ? 0 : 8;
            default -> 0;
        };
    }

    private static boolean isRoundedBefore(String text, int start) {
        int i = start - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        if (i < 0) {
            return false;
        }
        char last = text.charAt(i);
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        return switch (last) {
            case '近' -> before != '最';
            case '约', '逾', '超' -> true;
            case '过' -> before == '超';
            case '破' -> before == '突';
            case '于' -> before == '少' || before == '多' || before == '大';
            case '足' -> before == '不';
            default -> false;
        };
    }

    private static int skipBlank(String text, int at) {
        int i = at;
        while (i < text.length() && i < at + 2 && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
