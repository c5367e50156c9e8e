package org.gongkai.table;

import java.util.OptionalInt;

/**
 * Labels that are shortened, explained, broken by a line end or misread by a letter or two, as long as they can mean one
 * row only. No state but the table.
 */
final class Resemblance {
    private static final int SHORTEST_PART = 4;

    private final TableIndex table;

    Resemblance(TableIndex table) {
        this.table = table;
    }

    /**
     * The one row that a broken, shortened or explained label can mean.
     *
     * @param key key of the label
     * @param last the row read before, -1 at the start: rows behind it are preferred where letters are broken
     */
    OptionalInt near(String key, int last) {
        OptionalInt opened = unique(key, last, Near.OPENS);
        if (opened.isPresent()) {
            return opened;
        }
        OptionalInt explained = unique(key, last, Near.EXPLAINED);
        if (explained.isPresent()) {
            return explained;
        }
        OptionalInt shortened = unique(key, last, Near.SHORTENED);
        return shortened.isPresent() ? shortened : unique(key, last, Near.BROKEN);
    }

    private enum Near {
        OPENS,
        EXPLAINED,
        SHORTENED,
        BROKEN
    }

    private OptionalInt unique(String key, int last, Near how) {
        if (key.length() < SHORTEST_PART || key.length() > 80) {
            return OptionalInt.empty();
        }
        int found = -1;
        for (int i = 0; i < table.size(); i++) {
            for (String label : table.keys(i)) {
                if (is(key, label, how)) {
                    if (found >= 0 && found != i && !(found <= last && i > last)) {
                        return OptionalInt.empty();
                    }
                    found = i;
                    break;
                }
            }
        }
        boolean next = found > last && found <= last + 4;
        boolean sure = how == Near.EXPLAINED || how == Near.OPENS && isHalf(key, found);
        return found >= 0 && (next || sure) ? OptionalInt.of(found) : OptionalInt.empty();
    }

    private boolean isHalf(String key, int row) {
        return row >= 0 && table.keys(row).stream().anyMatch(l -> l.startsWith(key) && key.length() * 2 >= l.length());
    }

    /**
     * The row whose label ends a text that has swallowed headings standing to its left: {@code 三、本年度办理结果（一）予以公开}.
     */
    OptionalInt behindHeadings(String key, int last) {
        int found = -1;
        int longest = 0;
        for (int i = 0; i < table.size(); i++) {
            for (String label : table.keys(i)) {
                boolean swallowed = key.length() > label.length() && key.endsWith(label);
                if (swallowed
                        && (label.length() > longest || label.length() == longest && found <= last && i > last)
                        && isHeadings(key.substring(0, key.length() - label.length()))) {
                    found = i;
                    longest = label.length();
                }
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Whether a text is made of headings, or is a piece of one. */
    private boolean isHeadings(String text) {
        String rest = text;
        boolean more = true;
        while (more && !rest.isEmpty()) {
            more = false;
            for (int i = 0; i < table.size() && !more; i++) {
                if (table.row(i).isHeading() && rest.startsWith(table.keys(i).get(0))) {
                    rest = rest.substring(table.keys(i).get(0).length());
                    more = true;
                }
            }
            for (String heading : table.headingKeys()) {
                if (!more && rest.startsWith(heading)) {
                    rest = rest.substring(heading.length());
                    more = true;
                }
            }
            if (!more && !rest.isEmpty() && "(一二三四五六七八九十)".indexOf(rest.charAt(0)) >= 0) {
                rest = rest.substring(1);
                more = true;
            }
        }
        return rest.isEmpty() || table.isPieceOfHeading(rest);
    }

    private static boolean is(String key, String label, Near how) {
        return switch (how) {
            case OPENS -> label.startsWith(key);
            case EXPLAINED ->
                label.length() >= SHORTEST_PART
                        && key.startsWith(label)
                        && Vocabulary.get().opensExplanation(key.substring(label.length()));
            case SHORTENED ->
                key.length() * 5 >= label.length() * 2 && negations(key) == negations(label) && isWithin(key, label);
            case BROKEN -> negations(key) == negations(label) && distance(key, label, label.length() < 10 ? 1 : 2);
        };
    }

    private static int negations(String key) {
        int count = 0;
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '不' || key.charAt(i) == '未') {
                count++;
            }
        }
        return count;
    }

    /** Whether the letters of the key stand in the label in this order. */
    private static boolean isWithin(String key, String label) {
        int at = 0;
        for (int i = 0; i < label.length() && at < key.length(); i++) {
            if (label.charAt(i) == key.charAt(at)) {
                at++;
            }
        }
        return at == key.length();
    }

    /** Whether at most {@code most} letters are replaced, added or lost. */
    private static boolean distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return false;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(cost, Math.min(up, row[j - 1]) + 1);
                diagonal = up;
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return false;
            }
        }
        return row[b.length()] <= most;
    }
}
