package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.dashboard.RegionFile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sections that are about the region's own figures. */
final class Sections {
    /** What stands on top, in this order, as far as there are figures. */
    private static final List<String> TOP =
            List.of("publication.total", "requests.received", "outcome.disclosure_rate", "requests.on_time_rate");

    private static final List<String> HEADLINE = List.of(
            "publication.total",
            "channel.website",
            "channel.wechat",
            "channel.weibo",
            "requests.received",
            "requests.concluded",
            "outcome.disclosure_rate",
            "review.concluded",
            "litigation.concluded",
            "normative_documents.issued");

    private static final List<String> REQUESTS = List.of(
            "requests.received",
            "requests.received.in_person",
            "requests.received.fax",
            "requests.received.online",
            "requests.received.letter",
            "requests.carried_in",
            "requests.carried_out",
            "requests.concluded",
            "requests.concluded.on_time",
            "requests.concluded.extended",
            "requests.on_time_rate",
            "outcome.granted",
            "outcome.partially_granted",
            "outcome.disclosure_rate",
            "outcome.denied",
            "outcome.denied_core",
            "outcome.not_held",
            "outcome.must_be_created",
            "outcome.unclear",
            "outcome.other_channel",
            "outcome.not_processed",
            "outcome.other",
            "review.concluded",
            "review.corrected",
            "litigation.concluded",
            "litigation.corrected");

    private final Figures figures;

    Sections(Figures figures) {
        this.figures = figures;
    }

    /** The figures on top, and every headline measure with its change. */
    Summary.Section headline() {
        List<Block.Figure> top = new ArrayList<>();
        for (String measure : TOP) {
            Optional<Fact> fact = figures.measure(Figures.BODIES, measure, figures.year());
            if (fact.isEmpty() && measure.equals("requests.on_time_rate")) {
                continue;
            }
            top.add(new Block.Figure(
                    figures.name(measure),
                    figures.value(fact, measure),
                    figures.unit(measure),
                    figures.sentence(fact, figures.trend(Figures.BODIES, measure), measure),
                    word("basis.rests", figures.bodies(fact))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Figures(top));
        blocks.add(measures(word("headline.bodies"), Figures.BODIES, HEADLINE));
        boolean hasTerritory = figures.file().rows("measures", figures.year()).stream()
                .anyMatch(f ->
                        f.is("basis", Figures.TERRITORY) && f.number("value").isPresent());
        if (hasTerritory) {
            blocks.add(measures(word("headline.territory"), Figures.TERRITORY, HEADLINE));
        }
        return new Summary.Section("headline", word("section.headline"), blocks);
    }

    /** Measures with their change, against all bodies and against the same bodies. */
    private Block.Grid measures(String title, String basis, List<String> measures) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String measure : measures) {
            Optional<Fact> fact = figures.measure(basis, measure, figures.year());
            Optional<Fact> trend = figures.trend(basis, measure);
            if (fact.isEmpty()) {
                continue;
            }
            boolean isBreak = fact.get().is("comparability", "break");
            rows.add(List.of(
                    Cell.text(figures.name(measure)),
                    figures.value(fact, measure),
                    Cell.text(figures.unit(measure)),
                    Cell.text(figures.bodies(fact)),
                    isBreak ? new Cell.Blank(word("blank.break")) : figures.change(trend, measure, false),
                    isBreak ? new Cell.Blank(word("blank.break")) : figures.change(trend, measure, true),
                    Cell.count(trend.map(t -> t.count("n_matched")).orElse(0L)),
                    Cell.text(figures.word("grade", fact.get().text("comparability")))));
        }
        return new Block.Grid(
                title,
                List.of(
                        word("column.measure"),
                        word("column.value"),
                        word("column.unit"),
                        word("column.bodies_of"),
                        word("column.change"),
                        word("column.matched"),
                        word("column.n_matched"),
                        word("column.comparability")),
                rows,
                List.of(word("note.matched")));
    }

    /** Shares and reach of the channels, and how the shares moved. */
    Summary.Section channels() {
        List<Fact> all = figures.file().rows("channel_shares").stream()
                .filter(f -> f.is("basis", Figures.BODIES))
                .toList();
        List<Fact> now = all.stream().filter(f -> f.year() == figures.year()).toList();
        if (all.isEmpty()) {
            return new Summary.Section(
                    "channels", word("section.channels"), List.of(new Block.Notes(List.of(word("channels.none")))));
        }
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Fact fact : now) {
            rows.add(List.of(
                    Cell.text(figures.word("channel", fact.text("channel"))),
                    Cell.number(fact.number("published"), Cell.Look.PLAIN),
                    Cell.number(fact.number("share"), Cell.Look.PERCENT),
                    Cell.number(fact.number("reach"), Cell.Look.PERCENT),
                    Cell.count(fact.count("n_reach")),
                    Cell.text(fact.count("n_bodies") + "/" + fact.count("n_expected"))));
        }
        if (rows.isEmpty()) {
            blocks.add(new Block.Notes(List.of(word("channels.none_year", figures.year()))));
        } else {
            blocks.add(new Block.Grid(
                    word("channels.grid", figures.year()),
                    List.of(
                            word("column.channel"),
                            word("column.published"),
                            word("column.share"),
                            word("column.reach"),
                            word("column.n_reach"),
                            word("column.bodies_of")),
                    rows,
                    List.of(word("note.reach"))));
        }
        List<String> codes = all.stream()
                .collect(Collectors.groupingBy(
                        f -> f.text("channel"),
                        Collectors.reducing(
                                BigDecimal.ZERO, f -> f.number("published").orElse(BigDecimal.ZERO), BigDecimal::add)))
                .entrySet()
                .stream()
                .sorted((a, b) -> {
                    int order = b.getValue().compareTo(a.getValue());
                    return order != 0 ? order : a.getKey().compareTo(b.getKey());
                })
                .map(java.util.Map.Entry::getKey)
                .toList();
        List<List<Optional<BigDecimal>>> shares = figures.index().years().stream()
                .map(y -> codes.stream()
                        .map(c -> all.stream()
                                .filter(f -> f.year() == y && f.is("channel", c))
                                .findFirst()
                                .flatMap(f -> f.number("share")))
                        .toList())
                .toList();
        blocks.add(new Block.Shares(
                word("channels.chart"),
                codes.stream().map(c -> figures.word("channel", c)).toList(),
                figures.index().years(),
                shares));
        return new Summary.Section("channels", word("section.channels"), blocks);
    }

    /** Requests, what became of them, and their course over the years. */
    Summary.Section requests() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(line("requests.received"));
        blocks.add(measures(word("requests.grid", figures.year()), Figures.BODIES, REQUESTS));
        blocks.add(line("outcome.disclosure_rate"));
        return new Summary.Section("requests", word("section.requests"), blocks);
    }

    private Block.Line line(String measure) {
        return new Block.Line(
                figures.name(measure),
                figures.isRatio(measure) ? "%" : figures.unit(measure),
                figures.points(Figures.BODIES, measure));
    }

    /** Followers, platform by platform. */
    Summary.Section followers() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Fact fact : figures.file().rows("followers", figures.year())) {
            String from = fact.text("as_of_first");
            String to = fact.text("as_of_last");
            rows.add(List.of(
                    Cell.text(figures.word("channel", fact.text("platform"))),
                    Cell.number(fact.number("followers"), Cell.Look.PLAIN),
                    Cell.count(fact.count("accounts")),
                    Cell.text(fact.count("n_bodies") + "/" + fact.count("n_expected")),
                    Cell.number(fact.number("median"), Cell.Look.PLAIN),
                    Cell.number(fact.number("matched_growth"), Cell.Look.CHANGE),
                    Cell.count(fact.count("n_matched")),
                    Cell.text(from.equals(to) ? from : from + "–" + to)));
        }
        if (rows.isEmpty()) {
            return new Summary.Section(
                    "followers",
                    word("section.followers"),
                    List.of(new Block.Notes(List.of(word("followers.none", figures.year())))));
        }
        return new Summary.Section(
                "followers",
                word("section.followers"),
                List.of(new Block.Grid(
                        word("followers.grid", figures.year()),
                        List.of(
                                word("column.platform"),
                                word("column.followers"),
                                word("column.accounts"),
                                word("column.bodies_of"),
                                word("column.median"),
                                word("column.growth"),
                                word("column.n_matched"),
                                word("column.as_of")),
                        rows,
                        List.of(word("note.followers")))));
    }

    /** The statutory form with the region's sums. */
    Summary.Section form() {
        return new Summary.Section("form", word("section.form"), FilledForm.of(figures));
    }

    /** Who reported, year by year, and on which form. */
    Summary.Section coverage() {
        List<String> columns = List.of(
                "n_expected",
                "n_seen",
                "n_form_2014",
                "n_form_2019",
                "n_form_2021",
                "n_form_none",
                "n_territory",
                "n_other_scope",
                "n_rejected");
        List<String> headings = new ArrayList<>(List.of(word("column.year")));
        columns.forEach(c -> headings.add(word("coverage." + c)));
        headings.add(3, word("column.coverage"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Fact fact : figures.file().rows("coverage")) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(fact.text("report_year"))));
            columns.forEach(c -> row.add(Cell.count(fact.count(c))));
            row.add(3, Cell.number(fact.number("coverage"), Cell.Look.PERCENT));
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
        TreeSet<String> seen = new TreeSet<>(HEADLINE);
        seen.addAll(REQUESTS);
        for (String measure : seen) {
            Optional<Fact> fact = figures.measure(Figures.BODIES, measure, figures.year());
            if (fact.isEmpty() || fact.get().is("comparability", "exact")) {
                continue;
            }
            String grade = fact.get().text("comparability");
            String reason = figures.index().comparability().stream()
                    .filter(s -> s.measure().equals(measure) && s.grade().equals(grade))
                    .map(s -> s.from() + "→" + s.to() + ": " + s.reason())
                    .findFirst()
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
