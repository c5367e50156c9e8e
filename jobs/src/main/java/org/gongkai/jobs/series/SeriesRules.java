package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.measure.Figure;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules between the years of one body with one scope, over the figures as printed, totals only.
 *
 * <ul>
 *   <li>carry_over, stock_flow, 2019-08: identities between years ({@code identities.json}), where every figure of theirs is
 *       printed once in a table; found in the later report.
 *   <li>jump.tenfold: a figure more than 10 times that of the year before, or less than a tenth; jump.wan: about 10,000
 *       times (from 10^3.5 to 10^4.5). Same unit; zeros are no jump.
 * </ul>
 *
 * Used again for series after series: {@link #begin}, {@link #add} each report in the order of years, {@link #end}. Not
 * thread-safe.
 */
final class SeriesRules {
    /** What the columns of {@link #end} are. */
    static final String COLUMNS = "body_id STRING, report_year INT, region_code STRING, rule STRING, place STRING, "
            + "left_value DECIMAL(18,6), right_value DECIMAL(18,6), left_line INT";

    private static final int SCALE = 6;
    private static final int DIGITS = 18;
    private static final double JUMP = 10;
    private static final double WAN_LOW = Math.pow(10, 3.5);
    private static final double WAN_HIGH = Math.pow(10, 4.5);

    /** One identity on one form; the terms of both sides. */
    private record Link(String rule, String place, List<Term> terms) implements Serializable {}

    private record Term(boolean isLeft, String indicator, int yearOffset, BigDecimal coefficient)
            implements Serializable {}

    /** The figures that a year of the series has for an indicator. */
    private static final class Printed {
        private int count;
        private BigDecimal value = BigDecimal.ZERO;
        private int line;
    }

    private record Last(int year, long millionths) {}

    private record Found(FiledReport report, String rule, String place, BigDecimal left, BigDecimal right, int line) {
        Row row() {
            return RowFactory.create(
                    report.body(), report.year(), report.region(), rule, place, fitting(left), fitting(right), line);
        }
    }

    private final Map<String, List<Link>> links;
    private final Map<String, Boolean> isLinked = new HashMap<>();
    private final Map<Integer, Map<String, Printed>> years = new TreeMap<>();
    private final Map<String, Last> last = new HashMap<>();
    private final List<FiledReport> reports = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /** With the identities between years, a row a term. */
    SeriesRules(List<Row> linkRows) {
        this.links = links(linkRows);
        links.values()
                .forEach(those ->
                        those.forEach(link -> link.terms().forEach(term -> isLinked.put(term.indicator(), true))));
    }

    private static Map<String, List<Link>> links(List<Row> rows) {
        Map<List<String>, List<Term>> terms =
                new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
        for (Row row : rows) {
            terms.computeIfAbsent(List.of(row.getString(1), row.getString(0), row.getString(2)), k -> new ArrayList<>())
                    .add(new Term(row.getString(5).equals("left"), row.getString(6), row.getInt(7), row.getDecimal(8)));
        }
        Map<String, List<Link>> links = new HashMap<>();
        terms.forEach((key, those) ->
                links.computeIfAbsent(key.get(0), k -> new ArrayList<>()).add(new Link(key.get(1), key.get(2), those)));
        return links;
    }

    /** Begins a series. */
    void begin() {
        years.clear();
        last.clear();
        reports.clear();
        found.clear();
    }

    /** Adds the next report of the series. */
    void begin(FiledReport report) {
        reports.add(report);
    }

    /** Adds a figure of that report. */
    void add(FiledReport report, Figure figure) {
        if (!figure.isPreferred() || !figure.isNumber() || !figure.requester().equals(Value.TOTAL)) {
            return;
        }
        Last before = last.put(
                figure.unit().isEmpty() ? figure.indicator() : figure.indicator() + ' ' + figure.unit(),
                new Last(report.year(), figure.millionths()));
        if (before != null && before.year() == report.year() - 1) {
            jump(report, figure, before.millionths());
        }
        if (figure.origin() != Origin.PROSE
                && figure.status() == Status.NORMAL
                && isLinked.containsKey(figure.indicator())) {
            Printed printed = years.computeIfAbsent(report.year(), y -> new HashMap<>())
                    .computeIfAbsent(figure.indicator(), i -> new Printed());
            printed.count++;
            printed.value = BigDecimal.valueOf(figure.millionths(), SCALE);
            printed.line = figure.line();
        }
    }

    private void jump(FiledReport report, Figure figure, long before) {
        long now = figure.millionths();
        if (now <= 0 || before <= 0) {
            return;
        }
        BigDecimal left = BigDecimal.valueOf(now, SCALE);
        BigDecimal right = BigDecimal.valueOf(before, SCALE);
        double times = left.max(right).doubleValue() / left.min(right).doubleValue();
        if (times > JUMP) {
            String rule = times >= WAN_LOW && times <= WAN_HIGH ? "jump.wan" : "jump.tenfold";
            found.add(new Found(report, rule, figure.indicator(), left, right, figure.line()));
        }
    }

    /** Ends the series; what breaks a rule, in the columns of {@link #COLUMNS}. */
    List<Row> end() {
        for (FiledReport report : reports) {
            links.getOrDefault(report.form(), List.of()).forEach(link -> link(report, link));
        }
        return found.stream().map(Found::row).toList();
    }

    private void link(FiledReport report, Link link) {
        BigDecimal left = BigDecimal.ZERO;
        BigDecimal right = BigDecimal.ZERO;
        int line = 0;
        for (Term term : link.terms()) {
            Printed printed = years.getOrDefault(report.year() + term.yearOffset(), Map.of())
                    .get(term.indicator());
            if (printed == null || printed.count != 1) {
                return;
            }
            BigDecimal value = printed.value.multiply(term.coefficient());
            if (term.isLeft()) {
                left = left.add(value);
                line = Math.max(line, printed.line);
            } else {
                right = right.add(value);
            }
        }
        if (left.compareTo(right) != 0) {
            found.add(new Found(report, link.rule(), link.place(), left, right, line));
        }
    }

    /** The number, if the table can hold it; else null, which is how a row says missing. */
    private static BigDecimal fitting(BigDecimal value) {
        return value.setScale(SCALE).precision() <= DIGITS ? value : null;
    }
}
