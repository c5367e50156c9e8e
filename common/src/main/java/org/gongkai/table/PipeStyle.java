package org.gongkai.table;

import org.gongkai.text.Line;

import java.util.List;

/**
 * What pipes mean in one document, where they do not simply stand between the cells of a row.
 *
 * <pre>
 * 行政许可 | 4 | ||         blank cells were dropped and the row filled up with bare pipes: padded
 * 0 |
 * |                        a blank cell, or the beginning of the next row: only other rows can tell
 * 行政强制 |
 * </pre>
 *
 * @param padded whether rows are filled up with bare pipes, so that blank cells leave no trace
 * @param loneIsBlank whether a pipe alone on its line stands for a blank cell; where it may begin or end a row it says
 *     nothing
 */
record PipeStyle(boolean padded, boolean loneIsBlank) {
    private static final int SHORTEST_LABEL = 3;
    private static final int LONGEST_FIGURE = 16;

    /** The style of a document; linear in its lines. */
    static PipeStyle of(List<Line> lines) {
        boolean padded = false;
        boolean evident = false;
        boolean figure = false;
        int pipes = 0;
        boolean closed = false;
        for (Line line : lines) {
            String text = line.cells().isEmpty() ? line.text().strip() : "";
            if (text.isEmpty()) {
                continue;
            }
            if (text.indexOf('|') < 0) {
                evident |= figure && !closed && pipes == 1 && isLabel(text);
                figure = isFigure(text);
                closed = false;
                pipes = 0;
                continue;
            }
            if (isBare(text)) {
                padded |= text.length() > 1;
                pipes++;
                continue;
            }
            padded |= endsPadded(text);
            boolean one = text.indexOf('|') == text.length() - 1;
            String cell = one ? text.substring(0, text.length() - 1).strip() : "";
            evident |= figure && closed && pipes == 0 && isLabel(cell);
            figure = isFigure(cell);
            closed = one;
            pipes = 0;
        }
        return new PipeStyle(padded, evident && !padded);
    }

    /** The text without the bare pipes at its end. */
    static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '|' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether nothing but pipes stands in a text. */
    static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '|') {
                return false;
            }
        }
        return true;
    }

    /** Bare pipes at the end where the cells themselves are set off by blanks; {@code 规章|0|||} has blank cells. */
    private static boolean endsPadded(String text) {
        return text.endsWith("||") && text.contains(" |");
    }

    private static boolean isFigure(String text) {
        return text.length() <= LONGEST_FIGURE && Figure.isFigure(text);
    }

    private static boolean isLabel(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < SHORTEST_LABEL; i++) {
            letters += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
        }
        return letters >= SHORTEST_LABEL;
    }
}
