package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.jobs.marts.MartTable;
import org.gongkai.quality.RuleBook;
import org.gongkai.reference.Reference;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a row or a column of a mart stands for: which figures of which reports are behind it.
 *
 * @param kind figures, findings or the reports themselves
 * @param measures for figures: the measures whose formulas take them, member by member
 * @param cells for figures: indicators as printed, for what is no measure
 * @param rules for findings: codes; empty for every rule
 * @param requester for figures: the applicant column, {@code _T} for the total
 * @param years how many years before the row's own are behind it too
 */
record TraceTarget(
        Kind kind, List<Measure> measures, Set<String> cells, Set<String> rules, String requester, int years) {
    private static final String CHANNEL = "channel.";
    private static final String FOLLOWERS = "followers.";
    private static final String PUBLISHED = "publication.total";

    /** What is behind a row. */
    enum Kind {
        FIGURES,
        FINDINGS,
        REPORTS
    }

    TraceTarget {
        measures = List.copyOf(measures);
        cells = Set.copyOf(cells);
        rules = Set.copyOf(rules);
    }

    /**
     * What a name in a table stands for.
     *
     * @param table a mart; empty: told from the name
     * @param name measure, indicator, channel, platform, column of {@code requests}, rule; empty for the whole row
     * @param requester applicant column of the row
     * @throws IllegalArgumentException where there is no such table, or it has nothing of that name
     */
    static TraceTarget of(String table, String name, Optional<String> requester) {
        String column = requester.orElse(Value.TOTAL);
        MartTable mart = table.isEmpty() ? told(name) : mart(table);
        return switch (mart) {
            case MEASURES -> figures(name, column, 0);
            case TRENDS -> figures(name, column, 1);
            case CHANNEL_SHARES -> shares(name);
            case FOLLOWERS -> figures(prefixed(FOLLOWERS, needed(name, mart)), Value.TOTAL, 1);
            case REQUESTS -> requests(name);
            case FORM_CELLS, OBSERVATIONS, CORRECTIONS ->
                new TraceTarget(Kind.FIGURES, List.of(), Set.of(needed(name, mart)), Set.of(), column, 0);
            case QUALITY, SCORECARD, FINDINGS ->
                new TraceTarget(
                        Kind.FINDINGS, List.of(), Set.of(), name.isEmpty() ? Set.of() : Set.of(name), column, 0);
            case COVERAGE, EXPECTED_BODIES, REPORTS ->
                new TraceTarget(Kind.REPORTS, List.of(), Set.of(), Set.of(), column, 0);
            case REGIONS, INDICATORS, MEASURES_DICTIONARY, COMPARABILITY ->
                throw new IllegalArgumentException(
                        table + " is a reference table: its rows come from no report, but from data/reference");
        };
    }

    private static MartTable mart(String table) {
        try {
            return MartTable.valueOf(table.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no table “" + table + "” in a release", e);
        }
    }

    private static MartTable told(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("either an indicator or a table is needed");
        }
        if (RuleBook.get().all().stream().anyMatch(r -> r.code().equals(name))) {
            return MartTable.QUALITY;
        }
        if (name.startsWith("share.")) {
            return MartTable.CHANNEL_SHARES;
        }
        return columns(name).isEmpty() ? MartTable.MEASURES : MartTable.REQUESTS;
    }

    private static TraceTarget figures(String name, String requester, int years) {
        String code = needed(name, MartTable.MEASURES);
        List<Measure> measures = measures(Set.of(code), List.of(code, asMember(CHANNEL, code)));
        return new TraceTarget(
                Kind.FIGURES, measures, measures.isEmpty() ? Set.of(code) : Set.of(), Set.of(), requester, years);
    }

    /** A share needs every channel, a reach the total as well. */
    private static TraceTarget shares(String name) {
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : Measures.get().all()) {
            if (measure.code().equals(CHANNEL + "*") || measure.code().equals(PUBLISHED)) {
                measures.add(measure);
            }
        }
        return new TraceTarget(Kind.FIGURES, measures, Set.of(), Set.of(), Value.TOTAL, 0);
    }

    /** A column of the mart {@code requests}, or all of them. */
    private static TraceTarget requests(String name) {
        Set<String> codes = new TreeSet<>();
        String requester = Value.TOTAL;
        for (JsonNode column : columns(name)) {
            codes.add(column.path("measure").asText());
            requester = name.isEmpty() ? "" : column.path("requester").asText(Value.TOTAL);
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("no column of requests that holds a figure is called “" + name + "”");
        }
        return new TraceTarget(Kind.FIGURES, measures(codes, List.of()), Set.of(), Set.of(), requester, 0);
    }

    /** The columns of {@code requests} of that name that say which measure they hold; all of them for no name. */
    private static List<JsonNode> columns(String name) {
        List<JsonNode> columns = new ArrayList<>();
        for (JsonNode column : Reference.json("tables/requests.json").path("columns")) {
            if (column.has("measure")
                    && (name.isEmpty() || column.path("name").asText().equals(name))) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static List<Measure> measures(Set<String> codes, List<String> indicators) {
        return Measures.get().spelledOut(indicators).stream()
                .filter(m -> codes.contains(m.code()))
                .toList();
    }

    /** {@code reach.douyin} is a member that only its channel makes known. */
    private static String asMember(String stem, String code) {
        return stem + code.substring(code.indexOf('.') + 1);
    }

    private static String prefixed(String stem, String name) {
        return name.startsWith(stem) ? name : stem + name;
    }

    private static String needed(String name, MartTable table) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("which row of " + table.word() + "? An indicator is needed");
        }
        return name;
    }

    /** Every indicator that may be behind the row, {@code channel.*} for all that begin so. */
    Set<String> indicators() {
        Set<String> indicators = new TreeSet<>(cells);
        measures.stream()
                .flatMap(m -> m.formulas().values().stream())
                .flatMap(f -> f.terms().stream())
                .forEach(t -> indicators.add(t.indicator()));
        return indicators;
    }

    /**
     * Whether a figure is behind the row.
     *
     * @param form of its report
     * @param year of its report
     * @param fromProse whether it was stated in the narrative
     */
    boolean takes(String form, int year, String indicator, boolean fromProse) {
        if (cells.contains(indicator)) {
            return true;
        }
        if (fromProse && Measures.isCarried(form, indicator)) {
            return false;
        }
        String regime = Catalogue.get().forms().stream()
                .map(Form::form)
                .filter(f -> f.equals(form))
                .findFirst()
                .orElseGet(() -> nearest(year));
        return measures.stream()
                .flatMap(m -> m.formula(regime).stream())
                .flatMap(f -> f.terms().stream())
                .map(Formula.Term::indicator)
                .anyMatch(t ->
                        t.endsWith("*") ? indicator.startsWith(t.substring(0, t.length() - 1)) : t.equals(indicator));
    }

    /** The form whose words a report without a form uses: that of its year, the first national one before that. */
    private static String nearest(int year) {
        List<Form> national =
                Catalogue.get().forms().stream().filter(f -> !f.isLocal()).toList();
        return national.stream()
                .filter(f -> f.firstYear() <= year)
                .reduce((a, b) -> b)
                .orElse(national.get(0))
                .form();
    }
}
