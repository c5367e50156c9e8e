package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.dashboard.RegionFile;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a region and year with their names: what every section asks for.
 *
 * @param index regions and measures of the release
 * @param file the region's rows
 * @param region the region
 * @param year the report year
 * @param language of names
 * @param words of the pages
 */
record Figures(Index index, RegionFile file, Index.Place region, int year, Language language, Words words) {
    static final String BODIES = "bodies";
    static final String TERRITORY = "territory";
    private static final int TENTHS = 3;

    /** A measure of a year, empty where no report says a word about it. */
    Optional<Fact> measure(String basis, String measure, int of) {
        return row("measures", basis, measure, of);
    }

    /** How a measure moved into a year. */
    Optional<Fact> trend(String basis, String measure) {
        return row("trends", basis, measure, year);
    }

    private Optional<Fact> row(String table, String basis, String measure, int of) {
        return file.rows(table).stream()
                .filter(f -> f.year() == of && f.is("basis", basis) && f.is("measure", measure))
                .findFirst();
    }

    /** Name of a measure. */
    String name(String measure) {
        String own = words.get("measure." + measure);
        if (!own.equals("measure." + measure)) {
            return own;
        }
        Index.Label label = index.measures().get(measure);
        if (label == null) {
            return measure;
        }
        return language == Language.zh ? label.zh() : label.en();
    }

    /** Unit of a measure, empty for a ratio. */
    String unit(String measure) {
        Index.Label label = index.measures().get(measure);
        return label == null || label.unit().equals("1") ? "" : unitWord(label.unit());
    }

    /** A unit in the language of the page. */
    String unitWord(String unit) {
        String word = words.get("unit." + unit);
        return word.startsWith("unit.") ? unit : word;
    }

    /** Whether a measure is a fraction. */
    boolean isRatio(String measure) {
        return Optional.ofNullable(index.measures().get(measure))
                .map(l -> l.unit().equals("1"))
                .orElse(false);
    }

    /** The value of a measure as a cell; a blank says why. */
    Cell value(Optional<Fact> fact, String measure) {
        Optional<BigDecimal> value = fact.flatMap(f -> f.number("value"));
        if (value.isEmpty()) {
            return new Cell.Blank(
                    words.get("blank." + fact.map(f -> f.text("status")).orElse("none")));
        }
        return new Cell.Number(value.get(), isRatio(measure) ? Cell.Look.PERCENT : Cell.Look.PLAIN);
    }

    /** On how many bodies of how many a figure rests: {@code 18/21}. */
    String bodies(Optional<Fact> fact) {
        return fact.map(f -> f.count("n_bodies") + "/" + f.count("n_expected")).orElse("0");
    }

    /** The same as a cell. */
    Cell outOf(Optional<Fact> fact) {
        return fact.<Cell>map(f -> new Cell.OutOf(f.count("n_bodies"), f.count("n_expected")))
                .orElse(new Cell.Blank(""));
    }

    /** The change of a measure: of a ratio in points of a hundred, else in percent. */
    Cell change(Optional<Fact> trend, String measure, boolean matched) {
        String column = matched ? "matched_change" : "change";
        if (isRatio(measure)) {
            return Cell.number(trend.flatMap(t -> t.number(column)), Cell.Look.POINTS);
        }
        // The table has percent, the cell a fraction.
        return Cell.number(
                trend.flatMap(t -> t.number(column + "_pct")).map(v -> v.movePointLeft(2)), Cell.Look.CHANGE);
    }

    /** The sentence under a headline figure. */
    String sentence(Optional<Fact> fact, Optional<Fact> trend, String measure) {
        if (fact.flatMap(f -> f.number("value")).isEmpty()) {
            return words.get("change.none");
        }
        if (fact.map(f -> f.is("comparability", "break")).orElse(false)) {
            return words.get("change.break");
        }
        Optional<BigDecimal> all = percent(trend, measure, "change");
        Optional<BigDecimal> matched = percent(trend, measure, "matched_change");
        if (all.isEmpty()) {
            boolean isFromZero = trend.flatMap(t -> t.number("previous"))
                    .filter(p -> p.signum() == 0)
                    .isPresent();
            return words.get(isFromZero ? "change.from_zero" : "change.no_previous");
        }
        String sign = isRatio(measure) ? words.get("change.points") : "%";
        String first = words.get("change.all", signed(all.get()) + sign);
        String second = matched.map(m -> words.get(
                        "change.matched",
                        signed(m) + sign,
                        trend.map(t -> t.count("n_matched")).orElse(0L)))
                .orElse(trend.filter(t -> t.count("n_matched") == 0).isPresent() ? words.get("change.unmatched") : "");
        String near = fact.get().is("comparability", "near") ? words.get("change.near") : "";
        return first + second + near;
    }

    private Optional<BigDecimal> percent(Optional<Fact> trend, String measure, String column) {
        Optional<BigDecimal> percent = isRatio(measure)
                ? trend.flatMap(t -> t.number(column)).map(v -> v.movePointRight(2))
                : trend.flatMap(t -> t.number(column + "_pct"));
        return percent.map(v -> v.setScale(1, RoundingMode.HALF_UP));
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString().replace('-', '−');
    }

    /** The years that the summary speaks of: those of the release up to its own. */
    List<Integer> years() {
        return index.years().stream().filter(y -> y <= year).toList();
    }

    /** The points of a measure over those years. */
    List<Block.Point> points(String basis, String measure) {
        return years().stream()
                .map(y -> {
                    Optional<Fact> fact = measure(basis, measure, y);
                    return new Block.Point(
                            y,
                            fact.flatMap(f -> f.number("value")),
                            fact.map(f -> f.text("comparability")).orElse("exact"),
                            fact.flatMap(f -> f.number("coverage"))
                                    .map(c -> c.setScale(TENTHS, RoundingMode.HALF_UP)
                                            .doubleValue())
                                    .orElse(0D),
                            bodies(fact));
                })
                .toList();
    }

    /** The word for a code of the tables, such as a basis or a channel; the code where there is none. */
    String word(String family, String code) {
        String key = family + "." + code;
        String word = words.get(key);
        return word.equals(key) ? code : word;
    }
}
