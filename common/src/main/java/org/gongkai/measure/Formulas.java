package org.gongkai.measure;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Indicator;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.value.Value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The measures of {@code data/reference/measures.json} spelled out: every cell (measure and applicant column) with its
 * terms on every form. What a form has no cell for may stand in the narrative; a report without a form is read by the
 * definitions of its year. Immutable.
 */
public final class Formulas implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The form of a report that prints none of them. */
    public static final String NO_FORM = "none";

    private static final Set<String> MONEY = Set.of("元", "万元");
    private final Measures measures;
    private final List<Measure> spelled;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, List<Integer>> asked = new HashMap<>();
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<String, Sheet> sheets = new HashMap<>();
    /** Per form: indicator → its applicant columns without the total, empty where it has none. */
    private final Map<String, Map<String, Set<String>>> columns = new TreeMap<>();

    private final Map<String, Map<String, String>> units = new TreeMap<>();

    /**
     * One addend of a cell on a form.
     *
     * @param number its place among the terms of the sheet
     * @param cell number of the cell
     * @param indicator what is added
     * @param source the applicant column that is taken; where it is the total and blank, the sum of all columns serves
     * @param isNumerator which side of a ratio; true for what is no ratio
     * @param coefficient what the figure is multiplied by, in ten-thousandths
     * @param columns how many applicant columns the indicator has beside the total
     * @param fromProse whether the narrative counts: the form has no such cell
     * @param unit the unit that figures of money must have to be added up; empty (any) for what is counted
     */
    record Term(
            int number,
            int cell,
            String indicator,
            String source,
            boolean isNumerator,
            long coefficient,
            int columns,
            boolean fromProse,
            String unit)
            implements Serializable {
        boolean isTotal() {
            return source.equals(Value.TOTAL);
        }
    }

    /**
     * The terms of one form under the definitions of one regime.
     *
     * @param terms all of them
     * @param byIndicator the same by indicator
     * @param needed by cell: terms that it needs, 0 where the form has no formula for it
     * @param isAsked by cell: whether the form asks for it
     */
    record Sheet(Term[] terms, Map<String, Term[]> byIndicator, int[] needed, boolean[] isAsked)
            implements Serializable {}

    /**
     * @param measures the definitions
     * @param indicators indicators met in the reports, for the open families
     */
    public Formulas(Measures measures, Collection<String> indicators) {
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
        terms.forEach((key, list) -> sheets.put(key, sheet(key.substring(0, key.indexOf('/')), list)));
    }

    /** The definitions. */
    public Measures measures() {
        return measures;
    }

    /** The measures, open families spelled out. */
    public List<Measure> spelled() {
        return spelled;
    }

    /** Every cell, by its number. */
    public List<Cell> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** The cells that a form asks for, by their numbers; none for a report without a form. */
    public List<Integer> asked(String form) {
        return asked.getOrDefault(form, List.of());
    }

    /**
     * The regime whose definitions a report follows: those of its form's first year, whenever it is used; without a form
     * those of its year.
     */
    public String regime(String form, int reportYear) {
        return Catalogue.get().forms().stream()
                .filter(f -> f.form().equals(form))
                .findFirst()
                .map(this::regime)
                .orElseGet(() -> measures.regime(reportYear));
    }

    /** The place of that regime among all, oldest first. */
    public int regimeNumber(String form, int reportYear) {
        return measures.regimes().indexOf(regime(form, reportYear));
    }

    /** The terms of a form, none where it has no formula at all. */
    Sheet sheet(String form, String regime) {
        Sheet sheet = sheets.get(form + "/" + regime);
        return sheet == null ? sheet(form, List.of()) : sheet;
    }

    private Sheet sheet(String form, List<Term> list) {
        int[] needed = new int[cells.size()];
        Map<String, List<Term>> byIndicator = new HashMap<>();
        for (Term term : list) {
            needed[term.cell()]++;
            byIndicator
                    .computeIfAbsent(term.indicator(), i -> new ArrayList<>())
                    .add(term);
        }
        boolean[] isAsked = new boolean[cells.size()];
        asked(form).forEach(cell -> isAsked[cell] = true);
        Map<String, Term[]> found = new HashMap<>();
        byIndicator.forEach((indicator, those) -> found.put(indicator, those.toArray(Term[]::new)));
        return new Sheet(list.toArray(Term[]::new), found, needed, isAsked);
    }

    private String regime(Form form) {
        return measures.regime(form.firstYear());
    }

    private void spellOut(Measure measure) {
        List<String> requesters = new ArrayList<>(List.of(Value.TOTAL));
        if (measure.byRequester()) {
            requesters.addAll(Measures.requesters());
        }
        for (String requester : requesters) {
            Cell cell = new Cell(cells.size(), measure, requester);
            cells.add(cell);
            for (Form form : Catalogue.get().forms()) {
                measure.formula(form.form()).ifPresent(f -> terms(cell, f, form.form(), regime(form)));
            }
            for (String regime : measures.regimes()) {
                // Before the first form, words mean what they came to mean on it.
                String nearest = columns.containsKey(regime)
                        ? regime
                        : columns.keySet().iterator().next();
                measure.formula(nearest).ifPresent(f -> terms(cell, f, NO_FORM, regime));
            }
        }
    }

    private void terms(Cell cell, Formula formula, String form, String regime) {
        Map<String, Set<String>> carried = columns.getOrDefault(form, Map.of());
        boolean isTotal = cell.requester().equals(Value.TOTAL);
        if (!isTotal
                && !formula.terms().stream()
                        .allMatch(t ->
                                carried.getOrDefault(t.indicator(), Set.of()).contains(cell.requester()))) {
            return;
        }
        // Local tables differ from place to place: that one has no such row says nothing.
        if (!form.equals(Form.LOCAL) && formula.terms().stream().allMatch(t -> carried.containsKey(t.indicator()))) {
            asked.computeIfAbsent(form, f -> new ArrayList<>()).add(cell.number());
        }
        List<Term> list = terms.computeIfAbsent(form + "/" + regime, k -> new ArrayList<>());
        int place = 0;
        for (Formula.Term term : formula.terms()) {
            list.add(new Term(
                    list.size(),
                    cell.number(),
                    term.indicator(),
                    isTotal ? term.requester() : cell.requester(),
                    place < formula.numerator().size(),
                    coefficient(term.coefficient()),
                    carried.getOrDefault(term.indicator(), Set.of()).size(),
                    !carried.containsKey(term.indicator()),
                    money(cell.measure(), form, term.indicator())));
            place++;
        }
    }

    private static long coefficient(BigDecimal coefficient) {
        return coefficient.setScale(Wide.COEFFICIENT_SCALE).unscaledValue().longValueExact();
    }

    private String money(Measure measure, String form, String indicator) {
        String unit = units.getOrDefault(form, Map.of()).getOrDefault(indicator, measure.unit());
        return MONEY.contains(unit) ? unit : "";
    }
}
