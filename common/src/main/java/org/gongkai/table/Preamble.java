package org.gongkai.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The lines above a table that belong to it: its title, the year, 填报单位. */
final class Preamble {
    private static final int KEPT = 6;
    private static final int LONGEST = 40;
    private static final int YEAR_ALONE = 10;

    private final Draft draft;
    private final Deque<Row> above = new ArrayDeque<>();

    Preamble(Draft draft) {
        this.draft = draft;
    }

    /** Notes a line that may turn out to stand above a table. */
    void note(Row row) {
        above.addLast(row);
        if (above.size() > KEPT) {
            above.removeFirst();
        }
    }

    void clear() {
        above.clear();
    }

    /** A table begins: furniture and the year directly above belong to it; their lines. */
    List<Integer> lead() {
        List<Integer> lines = new ArrayList<>();
        while (!above.isEmpty()) {
            Row row = above.removeLast();
            String text = text(row);
            boolean furniture = Vocabulary.get().isFurniture(text);
            if (!furniture && yearIn(text, YEAR_ALONE) == 0) {
                break;
            }
            year(row);
            lines.add(row.line());
        }
        above.clear();
        return lines;
    }

    /** Takes the year of a line that belongs to the table, such as (2018 年度); whether there is one. */
    boolean year(Row row) {
        int year = row.hasCells() ? 0 : yearIn(text(row));
        if (year > 0) {
            draft.headingYear(year, row.line());
        }
        return year > 0;
    }

    /** Takes the year of a line that holds nothing else; whether it is such a line. */
    boolean yearAlone(Row row) {
        return !row.hasCells() && yearIn(text(row), YEAR_ALONE) > 0 && year(row);
    }

    private static String text(Row row) {
        StringBuilder out = new StringBuilder();
        for (Token token : row.tokens()) {
            out.append(token.text().replace(" ", ""));
        }
        return out.toString();
    }

    /** The year of a short text that is about a year: (2018年度), 2017年政府信息公开情况统计表; 0 where there is none. */
    private static int yearIn(String text) {
        return yearIn(text, LONGEST);
    }

    private static int yearIn(String text, int longest) {
        if (text.length() > longest) {
            return 0;
        }
        int at = text.indexOf('年');
        if (at < 4 || at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            return 0;
        }
        int year = 0;
        for (int i = at - 4; i < at; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            year = year * 10 + c - '0';
        }
        boolean longer = at > 4 && Character.isDigit(text.charAt(at - 5));
        return year >= 2000 && year < 2100 && !longer ? year : 0;
    }
}
