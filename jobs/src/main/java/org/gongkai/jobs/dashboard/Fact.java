package org.gongkai.jobs.dashboard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a region's file: cells by column, a missing one absent.
 *
 * @param cells text of every cell that is there, numbers as they are published
 */
public record Fact(Map<String, String> cells) {
    public Fact {
        cells = Map.copyOf(cells);
    }

    /** The cell as text, empty where it is missing. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The cell as a number, empty where it is missing. */
    public Optional<BigDecimal> number(String column) {
        return Optional.ofNullable(cells.get(column)).map(BigDecimal::new);
    }

    /** A count, which no table leaves out. */
    public long count(String column) {
        return number(column).map(BigDecimal::longValueExact).orElse(0L);
    }

    /** The report year. */
    public int year() {
        return Integer.parseInt(text("report_year"));
    }

    /** Whether the cell holds that word. */
    public boolean is(String column, String word) {
        return text(column).equals(word);
    }
}
