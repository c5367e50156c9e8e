package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections that are about the region's own figures. */
final class Sections {
    /** What stands on top, in this order, as far as there are figures. */
    private static final List<String> TOP =
            List.of("publication.total", "requests.received", "outcome.disclosure_rate", "requests.on_time_rate");

    static final List<String> HEADLINE = List.of(
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

    static final List<String> REQUESTS = List.of(
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
                    previous(trend, measure, isBreak),
                    isBreak ? new Cell.Blank(word("blank.break")) : figures.change(trend, measure, false),
                    isBreak ? new Cell.Blank(word("blank.break")) : figures.change(trend, measure, true),
                    Cell.count(trend.map(t -> t.count("n_matched")).orElse(0L)),
                    figures.outOf(fact),
                    Cell.text(figures.word("grade", fact.get().text("comparability")))));
        }
        return new Block.Grid(
                title,
                List.of(
                        word("column.measure"),
                        word("column.value"),
                        word("column.unit"),
                        word("column.previous"),
                        word("column.change"),
                        word("column.matched"),
                        word("column.n_matched"),
                        word("column.of"),
                        word("column.comparability")),
                rows,
                List.of(word("note.matched")));
    }

    private Cell previous(Optional<Fact> trend, String measure, boolean isBreak) {
        return isBreak
                ? new Cell.Blank(word("blank.break"))
                : Cell.number(
                        trend.flatMap(t -> t.number("previous")),
                        figures.isRatio(measure) ? Cell.Look.PERCENT : Cell.Look.PLAIN);
    }

    /** Shares and reach of the channels, and how the shares moved. */
    Summary.Section channels() {
        List<Fact> all = figures.file().rows("channel_shares").stream()
                .filter(f -> f.is("basis", Figures.BODIES) && f.year() <= figures.year())
                .toList();
        List<Fact> now = all.stream()
                .filter(f -> f.year() == figures.year())
                .sorted(Comparator.comparing(
                                (Fact f) -> f.number("published").orElse(BigDecimal.ZERO), Comparator.reverseOrder())
                        .thenComparing(f -> f.text("channel")))
                .toList();
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
                    figures.outOf(Optional.of(fact))));
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
                            word("column.of")),
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
        boolean hasShare = all.stream().anyMatch(f -> f.number("share").isPresent());
        blocks.add(hasShare ? shares(all, codes) : new Block.Notes(List.of(word("channels.zero"))));
        return new Summary.Section("channels", word("section.channels"), blocks);
    }

    private Block.Shares shares(List<Fact> all, List<String> codes) {
        List<Integer> years = figures.years();
        List<List<Optional<BigDecimal>>> shares = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int year : years) {
            List<Fact> now = all.stream().filter(f -> f.year() == year).toList();
            shares.add(codes.stream()
                    .map(c -> now.stream()
                            .filter(f -> f.is("channel", c))
                            .findFirst()
                            .flatMap(f -> f.number("share")))
                    .toList());
            // The shares are as comparable as the channels that they are made of.
            boolean isBreak = codes.stream()
                    .flatMap(c -> figures.measure(Figures.BODIES, "channel." + c, year).stream())
                    .anyMatch(f -> f.is("comparability", "break"));
            steps.add(isBreak ? "break" : "exact");
            bodies.add(figures.bodies(now.stream().max(Comparator.comparing(f -> f.count("n_bodies")))));
        }
        return new Block.Shares(
                word("channels.chart"),
                codes.stream().map(c -> figures.word("channel", c)).toList(),
                years,
                shares,
                steps,
                bodies);
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
                    figures.outOf(Optional.of(fact)),
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
                                word("column.of"),
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

    private String word(String key, Object... arguments) {
        return figures.words().get(key, arguments);
    }
}
