package org.gongkai.measure;

import org.gongkai.value.Origin;
import org.gongkai.value.Status;

import java.util.List;

/**
 * The cells of one report, from its figures.
 *
 * <ul>
 *   <li>A value is there when every term is; a missing figure is never 0. Of a ratio, both sides are.
 *   <li>A term that asks for the total takes the printed total; where that is blank, the sum of the applicant columns if
 *       all of them are printed; never where the total is there and cannot be read.
 *   <li>The narrative counts only where the form has no such cell, and money only in the unit of the form.
 * </ul>
 *
 * Used again for report after report: {@link #begin}, {@link #add} each figure, {@link #end}, then ask. Not thread-safe.
 */
public final class Reckoning {
    private static final long UNIT_COEFFICIENT = 10_000;

    private final Formulas formulas;
    private final Wide numerators;
    private final Wide denominators;
    private final int[] found;
    private final boolean[] approximate;
    private final boolean[] unreadable;
    private final boolean[] blank;
    private final boolean[] isThere;
    private final int[] cells;
    private int cellCount;

    private Formulas.Sheet sheet;
    private String form = "";
    private String regime = "";
    /** By term of the sheet. */
    private long[] printed = {};

    private boolean[] hasPrinted = {};
    private boolean[] termApproximate = {};
    private boolean[] termUnreadable = {};
    private int[] columns = {};
    private Wide columnSums = new Wide(0);
    private boolean[] isTouched = {};
    private int[] touched = {};
    private int touchedCount;

    /** For reports whose cells are those of the formulas. */
    public Reckoning(Formulas formulas) {
        int size = formulas.cells().size();
        this.formulas = formulas;
        this.numerators = new Wide(size);
        this.denominators = new Wide(size);
        this.found = new int[size];
        this.approximate = new boolean[size];
        this.unreadable = new boolean[size];
        this.blank = new boolean[size];
        this.isThere = new boolean[size];
        this.cells = new int[size];
        sheet(Formulas.NO_FORM, "");
    }

    /** Begins a report on that form, {@code none} where it has none, under the definitions of that regime. */
    public void begin(String reportForm, String reportRegime) {
        for (int i = 0; i < cellCount; i++) {
            int cell = cells[i];
            numerators.clear(cell);
            denominators.clear(cell);
            found[cell] = 0;
            approximate[cell] = false;
            unreadable[cell] = false;
            blank[cell] = false;
            isThere[cell] = false;
        }
        cellCount = 0;
        for (int i = 0; i < touchedCount; i++) {
            int term = touched[i];
            hasPrinted[term] = false;
            termApproximate[term] = false;
            termUnreadable[term] = false;
            columns[term] = 0;
            columnSums.clear(term);
            isTouched[term] = false;
        }
        touchedCount = 0;
        if (!form.equals(reportForm) || !regime.equals(reportRegime)) {
            sheet(reportForm, reportRegime);
        }
    }

    private void sheet(String reportForm, String reportRegime) {
        form = reportForm;
        regime = reportRegime;
        sheet = formulas.sheet(reportForm, reportRegime);
        int terms = sheet.terms().length;
        printed = new long[terms];
        hasPrinted = new boolean[terms];
        termApproximate = new boolean[terms];
        termUnreadable = new boolean[terms];
        columns = new int[terms];
        columnSums = new Wide(terms);
        isTouched = new boolean[terms];
        touched = new int[terms];
    }

    /** Adds a figure; one that is not preferred, or that no measure is made of, changes nothing. */
    public void add(Figure figure) {
        Formulas.Term[] terms = figure.isPreferred() ? sheet.byIndicator().get(figure.indicator()) : null;
        if (terms == null) {
            return;
        }
        for (Formulas.Term term : terms) {
            boolean isSource = figure.requester().equals(term.source());
            if ((isSource || term.isTotal())
                    && (figure.origin() != Origin.PROSE || term.fromProse())
                    && (term.unit().isEmpty() || term.unit().equals(figure.unit()))) {
                add(term.number(), isSource, figure);
            }
        }
    }

    private void add(int term, boolean isSource, Figure figure) {
        if (!isTouched[term]) {
            isTouched[term] = true;
            touched[touchedCount++] = term;
        }
        termApproximate[term] |= figure.status() == Status.APPROXIMATE;
        if (isSource) {
            termUnreadable[term] |= figure.status() == Status.UNREADABLE;
            if (figure.isNumber()) {
                printed[term] = hasPrinted[term] ? Math.max(printed[term], figure.millionths()) : figure.millionths();
                hasPrinted[term] = true;
            }
        } else if (figure.isNumber()) {
            columns[term]++;
            columnSums.addProduct(term, 1, figure.millionths());
        }
    }

    /** Works the cells out. */
    public void end() {
        for (int i = 0; i < touchedCount; i++) {
            Formulas.Term term = sheet.terms()[touched[i]];
            int cell = term.cell();
            if (!isThere[cell]) {
                isThere[cell] = true;
                cells[cellCount++] = cell;
            }
            approximate[cell] |= termApproximate[term.number()];
            unreadable[cell] |= termUnreadable[term.number()];
            if (addTo(term.isNumerator() ? numerators : denominators, term)) {
                found[cell]++;
            } else {
                blank[cell] = true;
            }
        }
    }

    private boolean addTo(Wide sums, Formulas.Term term) {
        int number = term.number();
        boolean isWhole = term.coefficient() % UNIT_COEFFICIENT == 0;
        if (hasPrinted[number]) {
            if (isWhole) {
                sums.addProduct(term.cell(), term.coefficient() / UNIT_COEFFICIENT, printed[number]);
            } else {
                sums.addRounded(term.cell(), term.coefficient(), printed[number]);
            }
            return true;
        }
        if (columns[number] > 0 && columns[number] == term.columns() && !termUnreadable[number]) {
            sums.addRounded(term.cell(), term.coefficient(), columnSums, number);
            return true;
        }
        return false;
    }

    /** How many cells the report says anything about. */
    int count() {
        return cellCount;
    }

    /** Number of one of them. */
    int cell(int index) {
        return cells[index];
    }

    boolean hasValue(int cell) {
        return found[cell] == sheet.needed()[cell];
    }

    Wide numerators() {
        return numerators;
    }

    Wide denominators() {
        return denominators;
    }

    boolean isAsked(int cell) {
        return sheet.isAsked()[cell];
    }

    boolean isApproximate(int cell) {
        return approximate[cell];
    }

    boolean isUnreadable(int cell) {
        return unreadable[cell];
    }

    boolean isBlank(int cell) {
        return blank[cell];
    }

    /** The cells that the form of the report asks for. */
    List<Integer> asked() {
        return formulas.asked(form);
    }
}
