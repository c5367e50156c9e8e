package org.gongkai.table;

import java.util.Optional;

/**
 * Label, unit and value without anything between them: {@code 设置政府信息公开查阅点数个13}.
 *
 * @param label key of the label
 * @param unit unit before or behind the number, empty where none is
 * @param number the number as printed
 */
record Glued(String label, String unit, String number) {
    private static final int LONGEST_UNIT = 2;

    /** The parts of a text that ends with a number, or with a number and a unit; empty for any other text. */
    static Optional<Glued> of(String text) {
        if (!hasDigitNearEnd(text)) {
            return Optional.empty();
        }
        Vocabulary words = Vocabulary.get();
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '。') {
            end--;
        }
        int behind = end;
        for (int n = LONGEST_UNIT; n > 0; n--) {
            if (end - n > 0 && words.isUnit(text.substring(end - n, end)) && isDigit(text.charAt(end - n - 1))) {
                behind = end - n;
                break;
            }
        }
        int start = behind;
        while (start > 0 && (isDigit(text.charAt(start - 1)) || ",.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        if (start > 0 && start < behind && "+−-".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        String number = text.substring(start, behind);
        if (start == 0 || Figure.parse(number).isEmpty()) {
            return Optional.empty();
        }
        String head = text.substring(0, start).strip();
        String unit = text.substring(behind, end);
        for (int n = LONGEST_UNIT; n > 0 && unit.isEmpty(); n--) {
            if (head.length() > n && words.isUnit(head.substring(head.length() - n))) {
                unit = head.substring(head.length() - n);
                head = head.substring(0, head.length() - n);
            }
        }
        String key = LabelKey.of(head);
        return key.length() < 2 || LabelKey.leavesBracketOpen(head)
                ? Optional.empty()
                : Optional.of(new Glued(key, unit, number));
    }

    private static boolean hasDigitNearEnd(String text) {
        for (int i = text.length() - 1; i >= 0 && i >= text.length() - LONGEST_UNIT - 2; i--) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
