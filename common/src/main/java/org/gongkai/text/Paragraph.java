package org.gongkai.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Lines that are read as one, with the way back from a character to its line.
 *
 * @param text the folded lines joined; two lines are joined by a blank where both sides are Latin or digits, else by
 *     nothing
 * @param starts offsets in {@code text} where a line begins, ascending, the first one 0
 * @param numbers the line numbers that belong to {@code starts}
 */
public record Paragraph(String text, List<Integer> starts, List<Integer> numbers) {
    public Paragraph {
        Objects.requireNonNull(text, "text");
        starts = List.copyOf(starts);
        numbers = List.copyOf(numbers);
        if (starts.isEmpty() || starts.size() != numbers.size() || starts.get(0) != 0) {
            throw new IllegalArgumentException("a paragraph needs the start and the number of each of its lines");
        }
    }

    /** 1-based number of the line that holds the character at {@code offset}. */
    public int lineAt(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return numbers.get(low);
    }

    /** Gathers lines; reusable after {@link #closeInto}. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[8];
        private int[] numbers = new int[8];
        private int size;

        void add(Line line) {
            String next = line.text().strip();
            if (text.length() > 0 && isLatin(text.charAt(text.length() - 1)) && isLatin(next.charAt(0))) {
                text.append(' ');
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            starts[size] = text.length();
            numbers[size++] = line.number();
            text.append(next);
        }

        void closeInto(List<Paragraph> paragraphs) {
            if (size > 0) {
                paragraphs.add(new Paragraph(text.toString(), boxed(starts), boxed(numbers)));
                text.setLength(0);
                size = 0;
            }
        }

        private List<Integer> boxed(int[] values) {
            List<Integer> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(values[i]);
            }
            return list;
        }

        private static boolean isLatin(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }
    }
}
