package org.gongkai.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a matrix that hold a figure for every column and a label that nobody could read, because a page is narrow and
 * pieces of headings stand on the line. Where as many of them stand between two rows as the form has rows there, and their
 * letters are letters of those rows, their order says which is which; in any other case they stay unread.
 *
 * <pre>
 * （五） 3.要求提供公开出版物 3 0 0 1 2 0 6      read by its label
 * 不予处 4.无正当理由大量反复申 3 1 5 8 0 0 17    the only line between two rows between which the form has one
 * 理 5.要求行政机关确认 0 0 0 0 0 0 0             read by its label
 * </pre>
 */
final class Unclaimed {
    private static final int FEWEST_COLUMNS = 2;
    private static final int START = -1;

    private final TableIndex table;
    private final List<Claimed> claimed = new ArrayList<>();
    private final List<Orphan> orphans = new ArrayList<>();

    /** A row that was read by its label, and the line of its figures. */
    private record Claimed(int row, int line) {}

    /** A line without a row. */
    record Orphan(int line, String text, List<Token> figures) {}

    /** A line and the row that is its. */
    record Match(int row, Orphan orphan) {}

    Unclaimed(TableIndex table) {
        this.table = table;
    }

    /** Notes a row whose figures were read. */
    void claimed(int row, int line) {
        claimed.add(new Claimed(row, line));
    }

    /** Notes a line that nobody claimed, if it holds a figure for every column. */
    void note(Row row) {
        if (row.hasCells() || table.isList() || table.isUnlabelled() || table.width() < FEWEST_COLUMNS) {
            return;
        }
        StringBuilder text = new StringBuilder();
        List<Token> figures = new ArrayList<>();
        for (Token token : row.tokens()) {
            if (token.isText() && figures.isEmpty()) {
                text.append(token.text());
            } else if (token.isNumber()) {
                figures.add(token);
            } else {
                return;
            }
        }
        if (figures.size() == table.width()) {
            orphans.add(new Orphan(row.line(), text.toString(), figures));
        }
    }

    /** The rows that the lines turn out to be. */
    List<Match> match() {
        List<Match> matches = new ArrayList<>();
        int from = 0;
        while (from < orphans.size()) {
            int line = orphans.get(from).line();
            Claimed above = above(line);
            Claimed below = below(line);
            int to = from;
            while (to < orphans.size() && orphans.get(to).line() < below.line()) {
                to++;
            }
            match(orphans.subList(from, to), above.row(), below.row(), matches);
            from = to;
        }
        return matches;
    }

    private void match(List<Orphan> between, int above, int below, List<Match> matches) {
        List<Match> found = new ArrayList<>();
        for (int row = above + 1; row < below; row++) {
            if (table.row(row).isHeading()) {
                continue;
            }
            if (found.size() == between.size()
                    || !table.hasLettersNear(row, between.get(found.size()).text())) {
                return;
            }
            found.add(new Match(row, between.get(found.size())));
        }
        if (found.size() == between.size()) {
            matches.addAll(found);
        }
    }

    private Claimed above(int line) {
        Claimed nearest = new Claimed(START, 0);
        for (Claimed row : claimed) {
            nearest = row.line() < line && row.line() > nearest.line() ? row : nearest;
        }
        return nearest;
    }

    private Claimed below(int line) {
        Claimed nearest = new Claimed(table.size(), Integer.MAX_VALUE);
        for (Claimed row : claimed) {
            nearest = row.line() > line && row.line() < nearest.line() ? row : nearest;
        }
        return nearest;
    }
}
