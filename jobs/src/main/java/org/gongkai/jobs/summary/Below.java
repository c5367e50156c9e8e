package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.dashboard.RegionFile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions right below one, ranked. One without a report is in the table, with blanks and without a rank. */
final class Below {
    private static final List<String> RANKED_BY = List.of("publication.total", "requests.received");
    private static final List<String> SHOWN =
            List.of("publication.total", "requests.received", "requests.concluded", "outcome.disclosure_rate");

    private Below() {}

    /**
     * The section.
     *
     * @param figures of the region above
     * @param files of the regions below, a file without rows where nobody reported
     */
    static Optional<Summary.Section> section(Figures figures, List<RegionFile> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Map<Index.Place, Figures> below = new LinkedHashMap<>();
        for (RegionFile file : files) {
            Index.Place place = figures.index().region(file.code()).orElseThrow();
            below.put(
                    place,
                    new Figures(figures.index(), file, place, figures.year(), figures.language(), figures.words()));
        }
        String by = RANKED_BY.stream()
                .filter(m -> below.values().stream().anyMatch(f -> value(f, m).isPresent()))
                .findFirst()
                .orElse(RANKED_BY.get(0));
        List<Figures> ranked = below.values().stream()
                .sorted(Comparator.comparing(
                                (Figures f) -> value(f, by).orElse(BigDecimal.ONE.negate()), Comparator.reverseOrder())
                        .thenComparing(f -> f.region().code()))
                .toList();
        List<String> headings = new ArrayList<>(List.of(
                figures.words().get("column.rank"),
                figures.words().get("column.region"),
                figures.words().get("column.seen")));
        for (String measure : SHOWN) {
            headings.add(figures.name(measure));
            headings.add(figures.words().get("column.of"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        int place = 0;
        int rank = 0;
        Optional<BigDecimal> before = Optional.empty();
        for (Figures f : ranked) {
            place++;
            Optional<BigDecimal> value = value(f, by);
            if (value.isPresent() && (before.isEmpty() || before.get().compareTo(value.get()) != 0)) {
                rank = place;
            }
            before = value;
            rows.add(row(f, value.isPresent() ? Cell.count(rank) : new Cell.Blank("")));
        }
        return Optional.of(new Summary.Section(
                "below",
                figures.words().get("section.below"),
                List.of(new Block.Grid(
                        figures.words().get("below.grid", figures.name(by)),
                        headings,
                        rows,
                        List.of(figures.words().get("note.below"))))));
    }

    private static List<Cell> row(Figures f, Cell rank) {
        Optional<Fact> coverage = f.file().rows("coverage", f.year()).stream().findFirst();
        List<Cell> row = new ArrayList<>();
        row.add(rank);
        row.add(Cell.text(f.region().name()));
        row.add(coverage.<Cell>map(c -> new Cell.OutOf(c.count("n_seen"), c.count("n_expected")))
                .orElse(new Cell.Blank(f.words().get("blank.no_report"))));
        for (String measure : SHOWN) {
            Optional<Fact> fact = f.measure(Figures.BODIES, measure, f.year());
            row.add(f.value(fact, measure));
            row.add(f.outOf(fact));
        }
        return row;
    }

    private static Optional<BigDecimal> value(Figures f, String measure) {
        return f.measure(Figures.BODIES, measure, f.year()).flatMap(m -> m.number("value"));
    }
}
