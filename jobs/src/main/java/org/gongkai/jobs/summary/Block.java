package org.gongkai.jobs.summary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A part of a section. */
public sealed interface Block {
    /**
     * A table.
     *
     * @param title what it shows
     * @param columns headings
     * @param groups what stands above each heading, from the outermost; the same over neighbours is one heading over both
     * @param rows as many cells as there are headings, each
     * @param notes below it
     */
    record Grid(
            String title, List<String> columns, List<List<String>> groups, List<List<Cell>> rows, List<String> notes)
            implements Block {
        public Grid {
            columns = List.copyOf(columns);
            notes = List.copyOf(notes);
            groups = groups.stream().map(List::copyOf).toList();
            if (groups.size() != columns.size()) {
                throw new IllegalArgumentException(
                        title + ": " + groups.size() + " groups over " + columns.size() + " headings");
            }
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            title + ": " + row.size() + " cells under " + columns.size() + " headings");
                }
            }
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A table whose headings stand in one row. */
        public Grid(String title, List<String> columns, List<List<Cell>> rows, List<String> notes) {
            this(title, columns, Collections.nCopies(columns.size(), List.of()), rows, notes);
        }
    }

    /** The few figures that stand on top. */
    record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * One of them.
     *
     * @param label what it is
     * @param value the figure
     * @param unit its unit
     * @param change how it moved, in words
     * @param basis how many bodies it rests on, in words
     */
    record Figure(String label, Cell value, String unit, String change, String basis) {}

    /**
     * A line over the years.
     *
     * @param title what it shows
     * @param unit of the values
     * @param points one a year, in order
     */
    record Line(String title, String unit, List<Point> points) implements Block {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A year of a line.
     *
     * @param value the figure, empty where there is none: the line has a gap
     * @param step how it compares with the year before: exact, near or break
     * @param coverage share of the expected bodies, 0 to 1
     * @param bodies on how many bodies of how many it rests, {@code 18/21}
     */
    record Point(int year, Optional<BigDecimal> value, String step, double coverage, String bodies) {}

    /**
     * Shares of a whole over the years.
     *
     * @param title what they are shares of
     * @param names of the parts
     * @param years in order
     * @param shares by year, then by part; empty where there is none
     * @param steps by year, how the parts compare with the year before: exact, near or break
     * @param bodies by year, on how many bodies of how many the parts rest, {@code 18/21}
     */
    record Shares(
            String title,
            List<String> names,
            List<Integer> years,
            List<List<Optional<BigDecimal>>> shares,
            List<String> steps,
            List<String> bodies)
            implements Block {
        public Shares {
            steps = List.copyOf(steps);
            bodies = List.copyOf(bodies);
            names = List.copyOf(names);
            years = List.copyOf(years);
            shares = shares.stream().map(List::copyOf).toList();
        }
    }

    /** Sentences. */
    record Notes(List<String> sentences) implements Block {
        public Notes {
            sentences = List.copyOf(sentences);
        }
    }
}
