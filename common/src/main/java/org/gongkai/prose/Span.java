package org.gongkai.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a sentence: the marks between two figures, or between two commas. What it says does not change; what is
 * asked of it again and again is kept. Confined to one thread.
 */
final class Span {
    private static final Tags FILLER = Tags.of("quant", "fullyear");
    private static final int NOT_COUNTED = -1;

    private final String text;
    private final int start;
    private final int end;
    private final List<Mark> marks;
    private Tags tags;
    private int unknown = NOT_COUNTED;

    /**
     * A stretch of a paragraph.
     *
     * @param text the paragraph
     * @param start offset where it begins
     * @param end offset where it ends
     * @param marks the marks inside, in order
     */
    Span(String text, int start, int end, List<Mark> marks) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.marks = List.copyOf(marks);
    }

    /** The paragraph. */
    String text() {
        return text;
    }

    /** Offset where it begins. */
    int start() {
        return start;
    }

    /** Offset where it ends. */
    int end() {
        return end;
    }

    /** The marks inside, in order. */
    List<Mark> marks() {
        return marks;
    }

    /** Every tag of its words. */
    Tags tags() {
        if (tags == null) {
            Tags gathered = new Tags();
            for (Mark mark : marks) {
                if (mark instanceof Mark.Word word) {
                    gathered.addAll(word.tags());
                }
            }
            tags = Tags.fixed(gathered);
        }
        return tags;
    }

    /** This span and the one behind it, as one. */
    Span and(Span next) {
        List<Mark> both = new ArrayList<>(marks);
        both.addAll(next.marks);
        return new Span(text, start, next.end, both);
    }

    /** From the mark at {@code index} on. */
    Span from(int index) {
        return index >= marks.size()
                ? new Span(text, end, end, List.of())
                : new Span(text, marks.get(index).start(), end, marks.subList(index, marks.size()));
    }

    /** Number of Chinese characters that belong to no mark, between the mark at {@code index} and the one before. */
    int unknownBefore(int index) {
        int from = index == 0 ? start : marks.get(index - 1).end();
        int to = index == marks.size() ? end : marks.get(index).start();
        return hanBetween(text, from, to);
    }

    /** Number of Chinese characters in the whole span that belong to no mark. */
    int unknown() {
        if (unknown == NOT_COUNTED) {
            int sum = 0;
            for (int i = 0; i <= marks.size(); i++) {
                sum += unknownBefore(i);
            }
            unknown = sum;
        }
        return unknown;
    }

    /** Index of the last word that carries one of the tags; -1 where none does. */
    int last(String... tags) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.get(i) instanceof Mark.Word word && hasAny(word.tags(), tags)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it says nothing but how many: {@code 共计}, {@code 达到}, or nothing at all. */
    boolean isFiller() {
        if (unknown() > 1) {
            return false;
        }
        for (Mark mark : marks) {
            if (mark instanceof Mark.Word word
                    && !word.tags().meets(FILLER)
                    && !word.tags().contains("total")) {
                return false;
            }
        }
        return true;
    }

    static boolean isFiller(Mark.Word word) {
        return word.tags().meets(FILLER);
    }

    static boolean hasAny(Set<String> tags, String... wanted) {
        for (String tag : wanted) {
            if (tags.contains(tag)) {
                return true;
            }
        }
        return false;
    }

    static int hanBetween(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Character.isIdeographic(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }
}
