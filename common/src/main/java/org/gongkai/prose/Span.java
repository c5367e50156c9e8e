package org.gongkai.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a sentence: the marks between two figures, or between two commas.
 *
 * @param text the paragraph
 * @param start offset where it begins
 * @param end offset where it ends
 * @param marks the marks inside, in order
 */
record Span(String text, int start, int end, List<Mark> marks) {
    Span {
        marks = List.copyOf(marks);
    }

    /** Every tag of its words. */
    Set<String> tags() {
        Set<String> tags = new HashSet<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Word word) {
                tags.addAll(word.tags());
            }
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
        int sum = 0;
        for (int i = 0; i <= marks.size(); i++) {
            sum += unknownBefore(i);
        }
        return sum;
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
        return unknown() <= 1
                && marks.stream()
                        .allMatch(m -> !(m instanceof Mark.Word word)
                                || isFiller(word)
                                || word.tags().contains("total"));
    }

    static boolean isFiller(Mark.Word word) {
        return word.tags().contains("quant") || word.tags().contains("fullyear");
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
