package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.dashboard.RegionFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sections that say what the figures rest on: who reported, what can be compared, what is doubtful, from where. */
final class Grounds {
    private final Figures figures;

    Grounds(Figures figures) {
        this.figures = figures;
    }

    /** Who reported, year by year, and on which form. */
    Summary.Section coverage() {
        List<String> columns = List.of(
                "n_expected",
                "n_seen",
                "n_silent",
                "n_form_local",
                "n_form_2014",
                "n_form_2019",
                "n_form_2021",
                "n_form_none",
                "n_territory",
                "n_other_scope",
                "n_rejected");
        List<String> headings = new ArrayList<>(List.of(word("column.year")));
        columns.forEach(c -> headings.add(word("coverage." + c)));
        headings.addAll(3, List.of(word("column.coverage"), word("coverage.coverage_lower")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Fact fact : figures.file().rows("coverage")) {
            if (fact.year() > figures.year()) {
                continue;
            }
            List<Cell> row = new ArrayList<>(List.of(Cell.text(fact.text("report_year"))));
            columns.forEach(c -> row.add(Cell.count(fact.count(c))));
            row.addAll(
                    3,
                    List.of(
                            Cell.number(fact.number("coverage"), Cell.Look.PERCENT),
                            Cell.number(fact.number("coverage_lower"), Cell.Look.PERCENT)));
            rows.add(row);
        }
        return new Summary.Section(
                "coverage",
                word("section.coverage"),
                List.of(new Block.Grid(word("coverage.grid"), headings, rows, List.of(word("note.coverage")))));
    }

    /** What cannot be compared with the year before, and why. */
    Summary.Section comparability() {
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Sections.HEADLINE);
        seen.addAll(Sections.REQUESTS);
        for (String measure : seen) {
            Optional<Fact> fact = figures.measure(Figures.BODIES, measure, figures.year());
            if (fact.isEmpty() || fact.get().is("comparability", "exact")) {
                continue;
            }
            String grade = fact.get().text("comparability");
            String reason = step(measure, grade)
                    .map(s -> word("comparability.step", s.from(), s.to(), reason(s)))
                    .orElse("");
            rows.add(List.of(
                    Cell.text(figures.name(measure)), Cell.text(figures.word("grade", grade)), Cell.text(reason)));
        }
        Block block = rows.isEmpty()
                ? new Block.Notes(List.of(word("comparability.all")))
                : new Block.Grid(
                        word("comparability.grid", figures.year() - 1, figures.year()),
                        List.of(word("column.measure"), word("column.comparability"), word("column.reason")),
                        rows,
                        List.of());
        return new Summary.Section("comparability", word("section.comparability"), List.of(block));
    }

    /** The newest step up to the year that has the grade: a figure may stand in its first year long after the form. */
    private Optional<Index.Step> step(String measure, String grade) {
        return figures.index().comparability().stream()
                .filter(s -> s.measure().equals(measure)
                        && s.grade().equals(grade)
                        && Integer.parseInt(s.to()) <= figures.year())
                .max(Comparator.comparing(Index.Step::to));
    }

    /** Why, in the language of the page; as the table says it where the words lack it. */
    private String reason(Index.Step step) {
        boolean isFirst = step.from().equals(figures.index().regimes().get(0));
        String key = "reason." + (isFirst ? "first_step" : step.measure());
        String own = word(key);
        return own.equals(key) ? step.reason() : own;
    }

    /** Which rules the reports break. */
    Summary.Section quality() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Fact fact : figures.file().rows("quality", figures.year())) {
            rows.add(List.of(
                    Cell.text(fact.text("rule")),
                    Cell.text(Rules.sentence(fact.text("rule"), figures.language())),
                    Cell.count(fact.count("n_error")),
                    Cell.count(fact.count("n_warn")),
                    Cell.count(fact.count("n_info")),
                    Cell.count(fact.count("n_reports")),
                    Cell.number(fact.number("pass_rate"), Cell.Look.PERCENT)));
        }
        Block block = rows.isEmpty()
                ? new Block.Notes(List.of(word("quality.none")))
                : new Block.Grid(
                        word("quality.grid", figures.year()),
                        List.of(
                                word("column.rule"),
                                word("column.sentence"),
                                word("severity.error"),
                                word("severity.warn"),
                                word("severity.info"),
                                word("column.applies"),
                                word("column.pass_rate")),
                        rows,
                        List.of(word("note.quality")));
        return new Summary.Section("quality", word("section.quality"), List.of(block));
    }

    /** The reports that the figures come from. */
    Summary.Section sources(List<RegionFile> files, boolean isWhole) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RegionFile file : files) {
            for (Fact fact : file.rows("reports", figures.year())) {
                rows.add(List.of(
                        Cell.text(figures.index()
                                .region(file.code())
                                .map(p -> p.name())
                                .orElse(file.code())),
                        Cell.text(fact.text("body")),
                        Cell.text(figures.word("scope", fact.text("scope"))),
                        Cell.text(figures.word("form", fact.text("form"))),
                        Cell.text(fact.text("published_on")),
                        Cell.text(fact.text("title")),
                        Cell.text(fact.text("source"))));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Notes(
                List.of(isWhole ? word("sources.whole", rows.size()) : word("sources.part", rows.size()))));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Grid(
                    word("sources.grid", figures.year()),
                    List.of(
                            word("column.region"),
                            word("column.body"),
                            word("column.scope"),
                            word("column.form"),
                            word("column.published_on"),
                            word("column.title"),
                            word("column.source")),
                    rows,
                    List.of()));
        }
        return new Summary.Section("sources", word("section.sources"), blocks);
    }

    /** How the figures are made. */
    Summary.Section method() {
        return new Summary.Section(
                "method",
                word("section.method"),
                List.of(new Block.Notes(List.of(
                        word("method.sums"),
                        word("method.missing"),
                        word("method.rates"),
                        word("method.scope"),
                        word("method.coverage"),
                        word("method.breaks"),
                        word("method.trace", figures.index().release())))));
    }

    private String word(String key, Object... arguments) {
        return figures.words().get(key, arguments);
    }
}
