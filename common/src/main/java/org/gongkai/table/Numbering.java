package org.gongkai.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbering in front of a label: {@code 三、}, {@code (三)} or {@code 3.}.
 *
 * @param kind which of the three
 * @param number what is counted, as printed: {@code 三}, {@code 3}
 */
record Numbering(Kind kind, String number) {
    /** The levels of numbering that forms print. */
    enum Kind {
        CHAPTER,
        BRACKET,
        DIGIT
    }

    private static final String COUNT = "[一二三四五六七八九十]{1,3}";
    private static final Pattern PRINTED =
            Pattern.compile("\\s*(?:(" + COUNT + ")、|\\(\\s*(" + COUNT + ")\\s*\\)|([1-9][0-9]?)[.、．])");
    private static final Pattern OF_THE_FORM =
            Pattern.compile("(?:(" + COUNT + ")|\\((" + COUNT + ")\\)|([1-9][0-9]?))$");

    /** The numbering that a folded text opens with. */
    static Optional<Numbering> of(String text) {
        Matcher printed = PRINTED.matcher(text);
        return printed.lookingAt() ? Optional.of(of(printed)) : Optional.empty();
    }

    /** The numbering directly before a row's label, out of the row's whole number in the catalogue, such as 三(三)4. */
    static Optional<Numbering> ofRow(String number) {
        Matcher last = OF_THE_FORM.matcher(number);
        return last.find() ? Optional.of(of(last)) : Optional.empty();
    }

    /** Whether both count on the same level and differ: they stand before two labels, never before one. */
    boolean contradicts(Numbering other) {
        return kind == other.kind && !number.equals(other.number);
    }

    private static Numbering of(Matcher found) {
        Kind[] kinds = Kind.values();
        for (Kind kind : kinds) {
            String number = found.group(kind.ordinal() + 1);
            if (number != null) {
                return new Numbering(kind, number);
            }
        }
        throw new IllegalStateException("no group of a numbering matched");
    }
}
