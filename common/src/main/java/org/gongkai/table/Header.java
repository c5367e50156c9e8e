package org.gongkai.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the header of one table says about its columns: which of several value columns is the body's own, whether codes
 * stand beside the labels, and in which order the columns of a matrix are printed.
 */
final class Header {
    private final TableIndex table;
    private final List<Vocabulary.Column> values = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private boolean code;
    private int firstColumn = -1;
    private int unknown;
    private boolean counts;
    private boolean foreign;
    private Optional<int[]> order;

    Header(TableIndex table) {
        this.table = table;
        this.order = orderOfColumns();
    }

    /** Takes the words of one header cell or line. */
    void take(String key, Token token) {
        List<Integer> found = table.columns(key);
        if (!table.isList()) {
            if (!found.isEmpty()) {
                columns.add(found.get(0));
                order = orderOfColumns();
                if (firstColumn < 0 && !table.hasDeepHeader()) {
                    firstColumn = token.column();
                }
            }
            counts |= Vocabulary.get()
                    .header(key)
                    .filter(Vocabulary.Column.OWN::equals)
                    .isPresent();
            return;
        }
        String rest = key;
        while (!rest.isEmpty()) {
            int length = longestWord(rest);
            if (length == 0) {
                rest = rest.substring(1);
                continue;
            }
            word(rest.substring(0, length));
            rest = rest.substring(length);
        }
    }

    /** Notes a header cell to the right of the known ones that holds an unknown column of values. */
    void unknown(Token token) {
        if (table.isList()) {
            // A column headed by the year itself is the year's.
            boolean year = token.text().replace(" ", "").matches("20[0-9]{2}年度?");
            values.add(year ? Vocabulary.Column.OWN : Vocabulary.Column.OTHER);
        } else {
            unknown++;
            order = orderOfColumns();
        }
        if (firstColumn < 0) {
            firstColumn = token.column();
        }
    }

    /** Notes a column of another form: where it names none of this one, positions mean nothing. */
    void foreign() {
        foreign = true;
        unknown++;
        order = orderOfColumns();
    }

    boolean hasCode() {
        return code;
    }

    int firstColumn() {
        return table.isList() ? -1 : firstColumn;
    }

    /** Value cells a row of this document has. */
    int width() {
        return table.isList() ? Math.max(1, values.size()) : table.width();
    }

    /** Which of several value columns is the body's own; empty where none is, or more than one. */
    Optional<Integer> own() {
        if (values.size() <= 1) {
            return Optional.of(0);
        }
        int own = values.indexOf(Vocabulary.Column.OWN);
        return own >= 0 && own == values.lastIndexOf(Vocabulary.Column.OWN) ? Optional.of(own) : Optional.empty();
    }

    /**
     * For each printed value column the column of the form; empty where the header names other columns than the form
     * has, so that positions mean nothing.
     */
    Optional<int[]> order() {
        return order;
    }

    private Optional<int[]> orderOfColumns() {
        int width = table.width();
        int[] order = new int[width];
        Arrays.setAll(order, i -> i);
        if (table.isList() || table.hasDeepHeader()) {
            return Optional.of(order);
        }
        List<Integer> distinct = columns.stream().distinct().toList();
        boolean tooMany = unknown > 0 && distinct.size() + unknown > width && !distinct.isEmpty();
        if (tooMany || foreign && distinct.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> sorted = distinct.stream().sorted().toList();
        if (sorted.equals(distinct)) {
            return Optional.of(order);
        }
        return distinct.size() == width
                ? Optional.of(distinct.stream().mapToInt(Integer::intValue).toArray())
                : Optional.empty();
    }

    /** Whether it holds columns that the form does not have. */
    boolean hasUnknown() {
        return unknown > 0;
    }

    /** Whether it names one column of counts, and none of those that the form divides them into. */
    boolean isOneColumn() {
        return counts && !hasUnknown() && columns.stream().allMatch(c -> c == table.width() - 1);
    }

    /** The columns of the form that the header of the document names, in their order. */
    List<Integer> named() {
        return columns.stream().distinct().sorted().toList();
    }

    private void word(String word) {
        switch (column(word)) {
            case CODE -> code = true;
            case OWN -> values.add(Vocabulary.Column.OWN);
            case OTHER -> values.add(Vocabulary.Column.OTHER);
            default -> {}
        }
    }

    /** Before 2014 本期 is the period reported on, and what is 累计 runs over several. */
    private Vocabulary.Column column(String word) {
        Vocabulary words = Vocabulary.get();
        return (table.form().isLocal() ? words.localHeader(word) : Optional.<Vocabulary.Column>empty())
                .orElseGet(() -> words.header(word).orElseThrow());
    }

    private static int longestWord(String text) {
        int best = 0;
        for (String word : Vocabulary.get().headerWords()) {
            if (word.length() > best && text.startsWith(word)) {
                best = word.length();
            }
        }
        return best;
    }
}
