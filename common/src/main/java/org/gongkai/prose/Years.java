package org.gongkai.prose;

import java.util.OptionalInt;

/** Which year a stretch of text is about. */
final class Years {
    private Years() {}

    /** The year that a span names last; {@code before} where it names none. */
    static OptionalInt of(Span span, OptionalInt before) {
        for (int i = span.marks().size() - 1; i >= 0; i--) {
            if (span.marks().get(i) instanceof Mark.Year named) {
                return OptionalInt.of(named.year());
            }
        }
        return before;
    }

    /** {@code 公开了2016年预算信息5条}: the year is not when, but what. */
    static boolean isOfAnother(Span span, OptionalInt reportYear) {
        boolean within = false;
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Year named && within && reportYear.isPresent()) {
                return named.year() != reportYear.getAsInt();
            }
            within |= mark instanceof Mark.Word word
                    && !Span.isFiller(word)
                    && !word.tags().contains("total");
        }
        return false;
    }
}
