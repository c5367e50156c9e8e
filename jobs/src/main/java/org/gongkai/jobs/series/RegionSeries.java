package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.Grade;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.measure.Cell;
import org.gongkai.measure.Formulas;
import org.gongkai.measure.Tally;
import org.gongkai.measure.Tally.Count;
import org.gongkai.measure.Tally.Sum;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measures of one region over the years, as rows of {@code region_measures}: the working table that the marts are views
 * of.
 *
 * <ul>
 *   <li>grain: region_code, report_year, basis, measure, requester
 *   <li>numerator, denominator: Σ over the reports with a value; of what is no ratio, the value is the numerator
 *   <li>value: ratios with eighteen places, so that what is formed from them is rounded once
 *   <li>n_missing: reports whose form asks for the measure and that give no usable figure
 *   <li>n_expected: bodies expected, see {@code expected_bodies.sql}
 *   <li>previous: the same region the year before; a region follows its predecessor over a 1:1 change of code, and over no
 *       split and no merger; has_before: whether it has a value
 *   <li>matched_*: over the reports whose body has a value the year before too
 *   <li>beside_value, beside_bodies: the value of the same region, year and measure in the other basis, and the reports
 *       behind it
 *   <li>grade: how comparable the figure is with the year before: the worst step between all definitions at work in both
 *       years; break in the first year of a region that another one was merged into, or that came of a split. Over a break
 *       nothing is compared
 * </ul>
 *
 * @param formulas the cells
 * @param expected bodies expected, where that is known
 * @param lineage the code that a region's series goes on under, where that is another
 * @param breaks first years of what another region was merged or split into, as {@link SeriesInputs#place}
 */
public record RegionSeries(
        Formulas formulas, Map<RegionYear, Long> expected, Map<String, String> lineage, Set<String> breaks)
        implements Serializable {
    /** What the columns are. */
    static final String COLUMNS = "region_code STRING, report_year INT, basis STRING, measure STRING, "
            + "requester STRING, kind STRING, unit STRING, value DECIMAL(38,18), numerator DECIMAL(38,6), "
            + "denominator DECIMAL(38,6), n_bodies BIGINT, n_zero BIGINT, n_approximate BIGINT, n_missing BIGINT, "
            + "n_expected BIGINT, unreadable BOOLEAN, blank BOOLEAN, previous DECIMAL(38,18), has_before BOOLEAN, "
            + "matched_value DECIMAL(38,18), matched_previous DECIMAL(38,18), n_matched BIGINT, grade STRING, "
            + "beside_value DECIMAL(38,18), beside_bodies BIGINT";

    private static final int SCALE = 6;
    private static final int DIGITS = 20;
    private static final int RATIO_SCALE = 18;
    private static final int DIVISION_SCALE = 38;

    /** The series that a sum belongs to: the code that the region goes on under. */
    String line(RegionYear place) {
        return lineage.getOrDefault(place.region(), place.region());
    }

    /** The sums of one series, none yet. */
    Years years() {
        return new Years();
    }

    /** The sums of a region and its predecessors, year after year. Not thread-safe. */
    final class Years {
        private final SortedMap<RegionYear, Tally> tallies = new TreeMap<>();

        private Years() {}

        /** Adds a sum, a packed {@link Tally}. */
        void add(RegionYear place, byte[] packed) {
            Tally tally = Tally.of(formulas.cells().size(), packed);
            tallies.merge(place, tally, (all, more) -> {
                all.add(more);
                return all;
            });
        }

        /** The rows of the series. */
        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            Map<String, RegionYear[]> lastPlaces = new HashMap<>();
            tallies.forEach((place, tally) -> {
                RegionYear[] last = lastPlaces.computeIfAbsent(
                        place.basis(), b -> new RegionYear[formulas.cells().size()]);
                Optional<Tally> beside = Optional.ofNullable(tallies.get(place.beside()));
                for (Cell cell : formulas.cells()) {
                    int number = cell.number();
                    if (tally.isThere(number)) {
                        Optional<Tally> before = Optional.ofNullable(last[number])
                                .filter(p -> p.year() == place.year() - 1)
                                .map(tallies::get)
                                .filter(t -> t.hasValue(number));
                        rows.add(row(place, cell, tally, before, beside.filter(t -> t.hasValue(number))));
                        last[number] = place;
                    }
                }
            });
            return rows;
        }
    }

    private Row row(RegionYear place, Cell cell, Tally tally, Optional<Tally> before, Optional<Tally> beside) {
        int number = cell.number();
        boolean isRatio = cell.measure().kind() == Measure.Kind.RATIO;
        boolean hasValue = tally.hasValue(number);
        Grade grade = breaks.contains(SeriesInputs.place(place.region(), place.year()))
                ? Grade.BREAK
                : grade(cell, place.year(), tally, before);
        boolean isCompared = grade != Grade.BREAK;
        boolean isMatched = isCompared && tally.count(Count.MATCHED, number) > 0;
        BigDecimal numerator = hasValue ? tally.sum(Sum.NUMERATOR, number) : null;
        BigDecimal denominator = hasValue && isRatio ? tally.sum(Sum.DENOMINATOR, number) : null;
        return RowFactory.create(
                place.region(),
                place.year(),
                place.basis(),
                cell.measure().code(),
                cell.requester(),
                cell.measure().kind().code(),
                cell.measure().unit(),
                hasValue ? value(isRatio, numerator, denominator) : null,
                numerator,
                denominator,
                (long) tally.count(Count.BODIES, number),
                (long) tally.count(Count.ZERO, number),
                (long) tally.count(Count.APPROXIMATE, number),
                (long) tally.missing(number),
                expected.getOrDefault(place, (long) tally.count(Count.BODIES, number)),
                tally.isUnreadable(number),
                tally.isBlank(number),
                isCompared && before.isPresent()
                        ? value(
                                isRatio,
                                before.get().sum(Sum.NUMERATOR, number),
                                before.get().sum(Sum.DENOMINATOR, number))
                        : null,
                before.isPresent(),
                isMatched
                        ? value(
                                isRatio,
                                tally.sum(Sum.MATCHED_NUMERATOR, number),
                                tally.sum(Sum.MATCHED_DENOMINATOR, number))
                        : null,
                isMatched
                        ? value(
                                isRatio,
                                tally.sum(Sum.BEFORE_NUMERATOR, number),
                                tally.sum(Sum.BEFORE_DENOMINATOR, number))
                        : null,
                isCompared ? (long) tally.count(Count.MATCHED, number) : 0L,
                grade.code(),
                beside.isPresent()
                        ? value(
                                isRatio,
                                beside.get().sum(Sum.NUMERATOR, number),
                                beside.get().sum(Sum.DENOMINATOR, number))
                        : null,
                beside.map(t -> (long) t.count(Count.BODIES, number)).orElse(0L));
    }

    /** The worst step between all definitions at work this year and the year before. */
    private Grade grade(Cell cell, int year, Tally tally, Optional<Tally> before) {
        Measures measures = formulas.measures();
        int number = cell.number();
        int now = measures.regimes().indexOf(measures.regime(year));
        int then = measures.regimes().indexOf(measures.regime(year - 1));
        boolean hasValue = tally.hasValue(number);
        int low = Math.min(
                hasValue ? tally.oldest(number) : now,
                before.map(t -> t.oldest(number)).orElse(then));
        int high = Math.max(
                hasValue ? tally.newest(number) : now,
                before.map(t -> t.newest(number)).orElse(then));
        return measures.grade(
                cell.measure(), measures.regimes().get(low), measures.regimes().get(high));
    }

    /** The value, null where there is none or the table cannot hold it: a row has no other word for missing. */
    private static BigDecimal value(boolean isRatio, BigDecimal numerator, BigDecimal denominator) {
        if (!isRatio) {
            return isFitting(numerator) ? numerator : null;
        }
        if (denominator.signum() == 0 || !isFitting(numerator) || !isFitting(denominator)) {
            return null;
        }
        return numerator
                .divide(denominator, DIVISION_SCALE, RoundingMode.HALF_UP)
                .setScale(RATIO_SCALE, RoundingMode.HALF_UP);
    }

    private static boolean isFitting(BigDecimal sum) {
        return sum.setScale(SCALE).precision() <= DIGITS;
    }
}
