package org.gongkai.catalogue;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A quantity that means the same over several forms, as far as its grades say so. Immutable.
 *
 * @param code such as {@code outcome.granted}; ends in {@code .*} for an open family such as {@code followers.*}
 * @param unit unit of its values, {@code 1} for a ratio
 * @param kind flow of the year, stock at a date, or ratio of two sums
 * @param labelZh its name in Chinese
 * @param labelEn its name in English
 * @param byRequester whether it exists for each applicant column besides the total
 * @param formulas by form; a form that does not ask for it is absent; {@code prose} serves the forms that are absent
 * @param steps how comparable it is across the step into a regime, by the regime's first year
 * @param reason why the grades are what they are
 */
public record Measure(
        String code,
        String unit,
        Kind kind,
        String labelZh,
        String labelEn,
        boolean byRequester,
        Map<String, Formula> formulas,
        Map<String, Grade> steps,
        String reason)
        implements Serializable {

    /** What may be done with a measure: flows add up over years, stocks do not, ratios add up over nothing. */
    public enum Kind {
        FLOW,
        STOCK,
        RATIO;

        /** The word that the tables carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The key of {@link #formulas()} for figures of the narrative. */
    public static final String PROSE = "prose";

    private static final String OPEN = ".*";

    public Measure {
        formulas = Map.copyOf(new TreeMap<>(formulas));
        steps = Map.copyOf(steps);
        if (formulas.isEmpty() || labelZh.isBlank() || labelEn.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("measure " + code + " needs a formula, a unit and both labels");
        }
        for (Formula formula : formulas.values()) {
            if (formula.isRatio() != (kind == Kind.RATIO)) {
                throw new IllegalArgumentException("measure " + code + ": " + formula.text() + " is not a " + kind);
            }
        }
    }

    /** Whether it stands for a family whose members are known from the reports only. */
    public boolean isOpen() {
        return code.endsWith(OPEN);
    }

    /** The formula for reports of that form, from the form itself or else from the narrative. */
    public Optional<Formula> formula(String form) {
        return Optional.ofNullable(formulas.getOrDefault(form, formulas.get(PROSE)));
    }

    /** The code without the {@code *}: what the members of an open family begin with. */
    public String stem() {
        return isOpen() ? code.substring(0, code.length() - 1) : code;
    }

    /** The member of an open family. */
    Measure member(String member) {
        Map<String, Formula> members = new TreeMap<>();
        formulas.forEach((form, formula) -> members.put(form, formula.member(member)));
        return new Measure(
                stem() + member,
                unit,
                kind,
                labelZh + "：" + member,
                labelEn + ": " + member,
                byRequester,
                members,
                steps,
                reason);
    }
}
