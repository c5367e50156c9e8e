package org.gongkai.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line of a document.
 *
 * @param number 1-based, as an editor counts the source text (or the text rendered from HTML, PDF or Word)
 * @param printed the line as it stands in the source
 * @param text the same line folded for reading (see {@link Folding}): half width, look-alikes resolved, simplified
 *     characters; blanks and tabs stay where they are
 * @param cells the cells of a marked-up table row; empty for any other line
 */
public record Line(int number, String printed, String text, List<Cell> cells) {
    public Line {
        Objects.requireNonNull(printed, "printed");
        Objects.requireNonNull(text, "text");
        cells = List.copyOf(cells);
        if (number < 1) {
            throw new IllegalArgumentException("line " + number + ": lines are counted from 1");
        }
    }

    /** A line of plain text. */
    public static Line of(int number, String printed) {
        return new Line(number, printed, Folding.fold(printed), List.of());
    }

    /**
     * A row of a marked-up table: its text is the texts of its cells joined by tabs.
     *
     * @param number 1-based
     * @param cells with their texts as printed
     */
    public static Line ofCells(int number, List<Cell> cells) {
        String printed = cells.stream().map(Cell::text).collect(Collectors.joining("\t"));
        List<Cell> folded = cells.stream()
                .map(c -> new Cell(of(number, c.text()).text().strip(), c.column(), c.columnSpan(), c.rowSpan()))
                .toList();
        String text = folded.stream().map(Cell::text).collect(Collectors.joining("\t"));
        return new Line(number, printed, text, folded);
    }

    /** Whether nothing but blanks stands on it. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
