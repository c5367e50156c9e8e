package org.gongkai.jobs.marts;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Indicator;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The measures of {@code data/reference/measures.json} as rows that the .sql files join with: {@code cells}, {@code
 * terms}, {@code asks}, {@code grades}, {@code years}, {@code form_regimes}.
 */
final class MeasureViews {
    private static final String NO_FORM = "none";
    private static final List<String> MONEY = List.of("元", "万元");

    private final Measures measures;
    private final List<Measure> spelled;
    /** Per form: indicator → its applicant columns without the total, empty where it has none. */
    private final Map<String, Map<String, Set<String>>> columns = new TreeMap<>();

    private final Map<String, Map<String, String>> units = new TreeMap<>();
    private final List<Row> cells = new ArrayList<>();
    private final List<Row> terms = new ArrayList<>();
    private final List<Row> asks = new ArrayList<>();

    /**
     * @param measures the definitions
     * @param indicators indicators met in the observations, for the open families
     */
    MeasureViews(Measures measures, List<String> indicators) {
        this.measures = measures;
        this.spelled = measures.spelledOut(indicators);
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                for (Indicator indicator : Catalogue.indicators(form, table)) {
                    Set<String> requesters = columns.computeIfAbsent(form.form(), f -> new TreeMap<>())
                            .computeIfAbsent(indicator.code(), i -> new LinkedHashSet<>());
                    if (!indicator.requester().equals(Value.TOTAL)) {
                        requesters.add(indicator.requester());
                    }
                    units.computeIfAbsent(form.form(), f -> new TreeMap<>()).put(indicator.code(), indicator.unit());
                }
            }
        }
        spelled.forEach(this::spellOut);
    }

    /** The measures, open families spelled out. */
    List<Measure> measures() {
        return spelled;
    }

    /** Registers the views for reports of the years from {@code first} to {@code last}. */
    void register(Views views, int first, int last) {
        views.rows("cells", "cell INT, measure STRING, requester STRING, kind STRING, unit STRING", cells);
        views.rows(
                "terms",
                "term_no INT, form STRING, regime STRING, indicator STRING, source STRING, cell INT, term INT, side STRING, "
                        + "coefficient DECIMAL(9,4), n_numerator BIGINT, n_denominator BIGINT, n_columns BIGINT, "
                        + "from_prose BOOLEAN, asked BOOLEAN, money_unit STRING",
                terms);
        views.rows("asks", "form STRING, cell INT", asks);
        views.rows(
                "form_regimes",
                "form STRING, regime STRING",
                Catalogue.get().forms().stream()
                        .map(f -> RowFactory.create(f.form(), regime(f)))
                        .toList());
        views.rows("grades", "measure STRING, low INT, high INT, grade STRING", grades());
        views.rows(
                "regimes",
                "regime STRING, regime_no INT",
                measures.regimes().stream()
                        .map(r -> RowFactory.create(r, number(r)))
                        .toList());
        List<Row> years = new ArrayList<>();
        for (int year = first - 1; year <= last + 1; year++) {
            years.add(RowFactory.create(
                    year, measures.regime(year), number(measures.regime(year)), number(measures.regime(year - 1))));
        }
        views.rows("years", "report_year INT, regime STRING, regime_no INT, regime_no_before INT", years);
    }

    /** Place of a regime among all, oldest first. */
    private int number(String regime) {
        return measures.regimes().indexOf(regime);
    }

    /** The definitions that a form stands for are those of its first year, whenever it is used. */
    private String regime(Form form) {
        return measures.regime(form.firstYear());
    }

    private List<Row> grades() {
        List<Row> grades = new ArrayList<>();
        for (Measure measure : spelled) {
            for (String low : measures.regimes()) {
                for (String high : measures.regimes()) {
                    if (low.compareTo(high) <= 0) {
                        grades.add(RowFactory.create(
                                measure.code(),
                                number(low),
                                number(high),
                                measures.grade(measure, low, high).code()));
                    }
                }
            }
        }
        return grades;
    }

    private void spellOut(Measure measure) {
        List<String> requesters = new ArrayList<>(List.of(Value.TOTAL));
        if (measure.byRequester()) {
            requesters.addAll(Measures.requesters());
        }
        for (String requester : requesters) {
            int cell = cells.size();
            cells.add(RowFactory.create(
                    cell, measure.code(), requester, measure.kind().code(), measure.unit()));
            for (Form form : Catalogue.get().forms()) {
                measure.formula(form.form())
                        .ifPresent(f -> terms(measure, f, form.form(), regime(form), requester, cell));
            }
            for (String regime : measures.regimes()) {
                // Before the first form, words mean what they came to mean on it.
                String nearest = columns.containsKey(regime)
                        ? regime
                        : columns.keySet().iterator().next();
                measure.formula(nearest).ifPresent(f -> terms(measure, f, NO_FORM, regime, requester, cell));
            }
        }
    }

    private void terms(Measure measure, Formula formula, String form, String regime, String requester, int cell) {
        Map<String, Set<String>> carried = columns.getOrDefault(form, Map.of());
        boolean isTotal = requester.equals(Value.TOTAL);
        if (!isTotal
                && !formula.terms().stream()
                        .allMatch(t ->
                                carried.getOrDefault(t.indicator(), Set.of()).contains(requester))) {
            return;
        }
        // Local tables differ from place to place: that one has no such row says nothing.
        boolean asked =
                !form.equals(Form.LOCAL) && formula.terms().stream().allMatch(t -> carried.containsKey(t.indicator()));
        if (asked) {
            asks.add(RowFactory.create(form, cell));
        }
        int number = 0;
        for (Formula.Term term : formula.terms()) {
            boolean isNumerator = number < formula.numerator().size();
            terms.add(RowFactory.create(
                    terms.size(),
                    form,
                    regime,
                    term.indicator(),
                    isTotal ? term.requester() : requester,
                    cell,
                    number,
                    isNumerator ? "numerator" : "denominator",
                    term.coefficient().setScale(4),
                    (long) formula.numerator().size(),
                    (long) formula.denominator().size(),
                    (long) carried.getOrDefault(term.indicator(), Set.of()).size(),
                    !carried.containsKey(term.indicator()),
                    asked,
                    money(measure, form, term.indicator())));
            number++;
        }
    }

    /** The unit that figures of money must have to be added up; null (any) for what is counted. */
    private String money(Measure measure, String form, String indicator) {
        String unit = units.getOrDefault(form, Map.of()).getOrDefault(indicator, measure.unit());
        return MONEY.contains(unit) ? unit : null;
    }
}
