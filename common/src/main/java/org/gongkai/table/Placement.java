package org.gongkai.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what is printed behind the label of a row to the value cells of that row, or to none.
 *
 * <p>Five numbers for seven cells could stand in any of them: such a row has no placement. A neighbour's figure is worse
 * than none.
 */
final class Placement {
    private Placement() {}

    /**
     * The tokens of the cells, in the order of the columns as printed.
     *
     * @param run what stands behind the label
     * @param width number of value cells
     * @param firstColumn column of the first value cell as the header shows it, -1 where unknown
     * @return {@code width} tokens; empty where the tokens cannot be told apart
     */
    static Optional<List<Token>> of(List<Token> run, int width, int firstColumn) {
        return isMarked(run) ? cells(run, width, firstColumn) : pieces(run, width);
    }

    /** Whether any of the tokens is a marked-off cell. */
    static boolean isMarked(List<Token> run) {
        for (Token token : run) {
            if (token.column() >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row of marked-off cells can begin in several columns, so that other rows may show in which. */
    static boolean isOpen(List<Token> run, int width) {
        if (run.isEmpty() || run.stream().anyMatch(t -> t.column() < 0)) {
            return false;
        }
        List<Token> row = oneRow(run, width);
        int ways = 0;
        for (int offset = 0; offset + width <= row.size(); offset++) {
            ways += isEmpty(row, 0, offset) && isEmpty(row, offset + width, row.size()) ? 1 : 0;
        }
        return ways > 1;
    }

    private static Optional<List<Token>> pieces(List<Token> run, int width) {
        if (run.size() == width && isOneRow(run)) {
            return Optional.of(List.copyOf(run));
        }
        List<Token> printed =
                run.stream().filter(t -> t.kind() != Token.Kind.EMPTY).toList();
        if (printed.size() == width && isOneRow(printed)) {
            return Optional.of(printed);
        }
        return same(printed, width);
    }

    /** Whether the pieces stand on one line, or each on its own; three on a line and four on another are of two rows. */
    private static boolean isOneRow(List<Token> run) {
        if (isOnOneLine(run)) {
            return true;
        }
        long lines = run.stream().mapToInt(Token::line).distinct().count();
        return lines <= 1 || lines == run.size();
    }

    private static boolean isOnOneLine(List<Token> run) {
        for (Token token : run) {
            if (token.line() != run.get(0).line()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<List<Token>> cells(List<Token> run, int width, int firstColumn) {
        List<Token> row = oneRow(run, width);
        if (row.size() == width) {
            return Optional.of(row);
        }
        int found = -1;
        int ways = 0;
        for (int offset = 0; offset + width <= row.size(); offset++) {
            if (isEmpty(row, 0, offset) && isEmpty(row, offset + width, row.size())) {
                ways++;
                if (found < 0 || row.get(offset).column() == firstColumn) {
                    found = offset;
                }
            }
        }
        if (ways == 1 || ways > 1 && row.get(found).column() == firstColumn) {
            return Optional.of(List.copyOf(row.subList(found, found + width)));
        }
        return same(row.stream().filter(t -> t.kind() != Token.Kind.EMPTY).toList(), width);
    }

    /** The marked-off row that holds the figures; rows that hold none go. */
    private static List<Token> oneRow(List<Token> run, int width) {
        if (isOnOneLine(run)) {
            return run;
        }
        Map<Integer, List<Token>> rows = new LinkedHashMap<>();
        run.forEach(
                t -> rows.computeIfAbsent(t.line(), line -> new ArrayList<>()).add(t));
        List<List<Token>> stated = rows.values().stream()
                .filter(r -> r.stream().anyMatch(t -> t.kind() != Token.Kind.EMPTY))
                .toList();
        if (stated.size() == 1) {
            return stated.get(0);
        }
        if (stated.isEmpty()) {
            return rows.values().stream()
                    .filter(r -> r.size() == width)
                    .findFirst()
                    .orElse(run);
        }
        return run;
    }

    /** One value cell that a converter repeated: the same number several times. */
    private static Optional<List<Token>> same(List<Token> printed, int width) {
        if (width != 1 || printed.isEmpty()) {
            return Optional.empty();
        }
        Token first = printed.get(0);
        boolean all = printed.stream()
                .allMatch(t -> t.kind() == first.kind() && t.text().equals(first.text()));
        return all ? Optional.of(List.of(first)) : Optional.empty();
    }

    private static boolean isEmpty(List<Token> row, int from, int to) {
        for (int i = from; i < to; i++) {
            if (row.get(i).kind() != Token.Kind.EMPTY) {
                return false;
            }
        }
        return true;
    }
}
