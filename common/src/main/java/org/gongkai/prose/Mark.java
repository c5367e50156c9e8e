package org.gongkai.prose;

/** What a sentence consists of for this reader; characters between two marks are unknown words. */
sealed interface Mark {
    /** Offset of the first character. */
    int start();

    /** Offset behind the last character. */
    int end();

    /** A word of the vocabulary. */
    record Word(int start, int end, Tags tags, boolean isPlace) implements Mark {
        Word(int start, int end, Tags tags) {
            this(start, end, tags, Places.isNamedBy(tags));
        }
    }

    /** A number that counts something; {@code unit} is empty where no measure word follows. */
    record Figure(int start, int end, Numeral numeral, String unit) implements Mark {}

    /** A year as the time that figures are about: {@code 2018年}, not {@code 2018年3月5日}. */
    record Year(int start, int end, int year) implements Mark {}

    /** Something that counts nothing here: a date, a percentage, a number in a name. Takes room, says nothing. */
    record Silent(int start, int end) implements Mark {}

    /** Punctuation: one of {@code ，；：、（）。} in its half-width form. */
    record Point(int start, int end, char sign) implements Mark {}
}
