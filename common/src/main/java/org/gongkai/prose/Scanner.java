package org.gongkai.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a paragraph into sentences of {@link Mark}s in one pass from left to right, in time linear in its length.
 *
 * <p>{@code 2018年,微博发布105条,占12%。} gives Year(2018), Point(,), Word(微博), Word(发布), Figure(105 条), Point(,), Silent(12%), Point(。).
 */
final class Scanner {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    /** A text without a full stop is cut here, so that what looks ahead in a sentence stays bounded. */
    private static final int MOST_MARKS = 600;

    /** Neither punctuation nor digits stand in this block. */
    private static final char FIRST_IDEOGRAPH = '\u4e00';

    private static final char LAST_IDEOGRAPH = '\u9fff';
    private static final String POINTS = ",;:、()";
    private static final String STOPS = "。!?！？";
    private static final String NOT_A_COUNT_AFTER = "第每同统进唯某之另单惟万某几";

    private final String text;
    private final Vocabulary vocabulary;
    private final List<List<Mark>> sentences = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private int at;

    private Scanner(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** The sentences of a folded paragraph, none of them empty. */
    static List<List<Mark>> scan(String text, Vocabulary vocabulary) {
        Scanner scanner = new Scanner(text, vocabulary);
        while (scanner.at < text.length()) {
            scanner.step();
        }
        scanner.endSentence();
        return scanner.sentences;
    }

    private void step() {
        char c = text.charAt(at);
        if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
            word(c);
        } else if (POINTS.indexOf(c) >= 0) {
            add(new Mark.Point(at, at + 1, c));
        } else if (STOPS.indexOf(c) >= 0 || c == '.' && isFullStop()) {
            add(new Mark.Point(at, at + 1, '。'));
            endSentence();
        } else if (Numerals.isDigit(text, at)) {
            digits();
        } else {
            word(c);
        }
    }

    private void word(char c) {
        Optional<Mark.Word> word = vocabulary.wordAt(text, at);
        if (Numerals.isHan(c)
                && (word.isEmpty() || word.get().end() - word.get().start() == 1)) {
            han();
        } else if (word.isPresent()) {
            add(word.get());
        } else if (isLatin(c)) {
            at = latinEnd(at);
        } else {
            at++;
        }
    }

    private void digits() {
        int end = latinEnd(at);
        Optional<Numeral> read = Numerals.at(text, at);
        if (isIdentifier(at, end) || read.isEmpty()) {
            add(new Mark.Silent(at, Math.max(end, at + 1)));
            return;
        }
        Numeral numeral = read.get();
        int next = skipBlanks(numeral.end());
        char after = next < text.length() ? text.charAt(next) : ' ';
        if (after == '%' || after == '‰' || after == '倍' || after == '-' || after == '~' || after == '～') {
            add(new Mark.Silent(at, next + 1));
        } else if (after == '年') {
            year(numeral, next);
        } else if (isOrdinal(numeral, after)) {
            add(new Mark.Silent(at, numeral.end()));
        } else {
            figure(numeral, next);
        }
    }

    private void han() {
        Optional<Numeral> read = Numerals.at(text, at);
        if (read.isEmpty()) {
            at++;
            return;
        }
        Numeral numeral = read.get();
        int next = skipBlanks(numeral.end());
        int unitEnd = vocabulary.unitEnd(text, next);
        boolean vague = at > 0
                && (NOT_A_COUNT_AFTER.indexOf(text.charAt(at - 1)) >= 0
                        || text.charAt(at - 1) == '数' && "十百千".indexOf(text.charAt(at)) >= 0);
        if (next < text.length() && text.charAt(next) == '年') {
            year(numeral, next);
        } else if (vague || unitEnd == next || unitEnd < text.length() && text.charAt(unitEnd) == '性') {
            // 一 of 统一, 三 of 三公: part of a word.
            Optional<Mark.Word> word = vocabulary.wordAt(text, at);
            if (word.isPresent()) {
                add(word.get());
            } else {
                at = numeral.end();
            }
        } else {
            figure(numeral, next);
        }
    }

    private void figure(Numeral numeral, int next) {
        int unitEnd = vocabulary.unitEnd(text, next);
        String unit = text.substring(next, unitEnd).replace(" ", "");
        if (vocabulary.isUnit(unit, "none") || isBrokenNumber(numeral)) {
            add(new Mark.Silent(numeral.start(), Math.max(unitEnd, numeral.end())));
            return;
        }
        int end = unit.isEmpty() ? numeral.end() : unitEnd;
        boolean rounded = numeral.approximate();
        for (String suffix : List.of("以上", "左右", "上下", "之多")) {
            if (text.startsWith(suffix, end)) {
                end += suffix.length();
                rounded |= !"之多".equals(suffix);
            }
        }
        add(new Mark.Figure(
                numeral.start(), end, new Numeral(numeral.start(), numeral.end(), numeral.amount(), rounded), unit));
    }

    private void year(Numeral numeral, int sign) {
        int value = numeral.amount().scale() == 0 && numeral.amount().precision() <= 4
                ? numeral.amount().intValue()
                : 0;
        int end = sign + 1;
        int next = skipBlanks(end);
        boolean date = next < text.length()
                && (isMonth(next) || Numerals.isHan(text.charAt(next)) && text.startsWith("月", next + 1));
        if (value < FIRST_YEAR || value > LAST_YEAR || date) {
            add(new Mark.Silent(numeral.start(), end));
            return;
        }
        add(new Mark.Year(numeral.start(), text.startsWith("度", end) ? end + 1 : end, value));
    }

    /** The 12 of {@code 2018年12月}; not the 8 of {@code 结转2022年8件}. */
    private boolean isMonth(int start) {
        int i = start;
        while (Numerals.isDigit(text, i)) {
            i++;
        }
        int next = skipBlanks(i);
        return i > start && (next == text.length() || "月-—~～./至、日".indexOf(text.charAt(next)) >= 0);
    }

    /** 第20条, 〔2018〕34号, and the 5 of a list 1.…5.… */
    private boolean isOrdinal(Numeral numeral, char after) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        if (before == '第' || before == '〔' || after == '〕') {
            return true;
        }
        boolean opens = marks.isEmpty() || marks.get(marks.size() - 1) instanceof Mark.Point;
        boolean small = numeral.amount().scale() <= 0 && numeral.amount().intValue() < 100;
        return opens && small && (after == '.' || after == '、' || after == ')');
    }

    /** {@code 1 29条}: a numeral torn in two by an extractor; nobody knows which one it was. */
    private boolean isBrokenNumber(Numeral numeral) {
        int i = numeral.start() - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && i < numeral.start() - 1 && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private boolean isIdentifier(int start, int end) {
        if (start > 0 && (isLatin(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            return true;
        }
        int dots = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (isLatin(c) || "/-—:@_*".indexOf(c) >= 0 && i + 1 < end) {
                return true;
            }
        }
        return dots > 1;
    }

    private int latinEnd(int start) {
        int i = start;
        while (i < text.length() && (isLatin(text.charAt(i)) || Numerals.isDigit(text, i) || joins(i))) {
            i++;
        }
        return Math.max(i, start + 1);
    }

    private boolean joins(int i) {
        return "./-—:@_*".indexOf(text.charAt(i)) >= 0
                && i + 1 < text.length()
                && (isLatin(text.charAt(i + 1)) || Numerals.isDigit(text, i + 1));
    }

    private boolean isFullStop() {
        boolean digitAfter = Numerals.isDigit(text, at + 1);
        boolean hanBefore = at > 0 && Character.isIdeographic(text.charAt(at - 1));
        return hanBefore && (!digitAfter || !Numerals.isHan(text.charAt(at - 1)));
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && i < from + 4 && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void add(Mark mark) {
        marks.add(mark);
        at = mark.end();
        if (marks.size() >= MOST_MARKS) {
            endSentence();
        }
    }

    private void endSentence() {
        if (!marks.isEmpty()) {
            sentences.add(marks);
            marks = new ArrayList<>();
        }
    }
}
