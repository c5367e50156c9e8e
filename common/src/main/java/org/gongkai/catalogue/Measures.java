package org.gongkai.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;
import org.gongkai.value.Value;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The harmonised measures of {@code data/reference/measures.json}: how each is made of the cells of each form, and how
 * far the forms can be compared. Checked against the catalogue on reading: every cell of a formula is a cell of its
 * form. Immutable, safe to share between threads.
 */
public final class Measures implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String TOTAL_COLUMN = "requester.total";
    private static final String REQUESTS_TABLE = "requests";

    private final List<String> regimes;
    private final List<Measure> measures;

    private Measures(List<String> regimes, List<Measure> measures) {
        this.regimes = List.copyOf(regimes);
        this.measures = List.copyOf(measures);
        Set<String> codes = new HashSet<>();
        for (Measure measure : measures) {
            if (!codes.add(measure.code())) {
                throw new IllegalStateException("measure " + measure.code() + " is defined twice");
            }
        }
    }

    private static final class Holder {
        private static final Measures INSTANCE = read(Reference.json("measures.json"), Catalogue.get());
    }

    /** The measures of this build; read on first use, {@link IllegalStateException} where they contradict the catalogue. */
    public static Measures get() {
        return Holder.INSTANCE;
    }

    /** Every measure in the order of the file, open families as they stand ({@code followers.*}). */
    public List<Measure> all() {
        return measures;
    }

    /**
     * Every measure with the open families spelled out.
     *
     * @param indicators indicators met in the reports: {@code followers.douyin} makes a member {@code douyin}. Members
     *     that a form lists are there in any case
     */
    public List<Measure> spelledOut(Collection<String> indicators) {
        List<Measure> spelled = new ArrayList<>();
        for (Measure measure : measures) {
            if (!measure.isOpen()) {
                spelled.add(measure);
                continue;
            }
            Set<String> members = new TreeSet<>();
            for (Formula formula : measure.formulas().values()) {
                for (Formula.Term term : formula.terms()) {
                    if (term.indicator().endsWith(".*")) {
                        String stem =
                                term.indicator().substring(0, term.indicator().length() - 1);
                        indicators.stream()
                                .filter(i -> i.startsWith(stem))
                                .forEach(i -> members.add(i.substring(stem.length())));
                        Catalogue.get()
                                .forms()
                                .forEach(f -> codes(Catalogue.get(), f.form()).stream()
                                        .filter(i -> i.startsWith(stem))
                                        .forEach(i -> members.add(i.substring(stem.length()))));
                    }
                }
            }
            members.forEach(m -> spelled.add(measure.member(m)));
        }
        return spelled;
    }

    /** The first report years of the regimes, oldest first: {@code 2008} (local tables), {@code 2014}, {@code 2019}, {@code 2021}. */
    public List<String> regimes() {
        return regimes;
    }

    /** The regime of a report year; the oldest for years before it. */
    public String regime(int reportYear) {
        String found = regimes.get(0);
        for (String regime : regimes) {
            if (reportYear >= Integer.parseInt(regime)) {
                found = regime;
            }
        }
        return found;
    }

    /** The worst grade on the way between two regimes, in either direction; {@link Grade#EXACT} inside one. */
    public Grade grade(Measure measure, String one, String other) {
        int from = Math.min(regimes.indexOf(one), regimes.indexOf(other));
        int to = Math.max(regimes.indexOf(one), regimes.indexOf(other));
        if (from < 0) {
            throw new IllegalArgumentException("no regime " + one + " or " + other);
        }
        Grade worst = Grade.EXACT;
        for (int i = from + 1; i <= to; i++) {
            worst = worst.worst(measure.steps().getOrDefault(regimes.get(i), Grade.BREAK));
        }
        return worst;
    }

    /** The applicant columns of the forms of 2019 and 2021, without the total, in printed order. */
    public static List<String> requesters() {
        Set<String> columns = new java.util.LinkedHashSet<>();
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                if (table.table().equals(REQUESTS_TABLE)) {
                    table.columns().stream()
                            .filter(c -> !c.isHeading() && !c.code().equals(TOTAL_COLUMN))
                            .forEach(c -> columns.add(c.code()));
                }
            }
        }
        return List.copyOf(columns);
    }

    /** Whether a form has a cell for the indicator. */
    public static boolean isCarried(String form, String indicator) {
        return Catalogue.get().forms().stream().anyMatch(f -> f.form().equals(form))
                && codes(Catalogue.get(), form).contains(indicator);
    }

    /** Definitions other than those of this build, in the shape of {@code measures.json}, over the forms of this build. */
    public static Measures of(JsonNode definitions) {
        return read(definitions, Catalogue.get());
    }

    static Measures read(JsonNode node, Catalogue catalogue) {
        List<String> regimes = new ArrayList<>();
        node.path("regimes").forEach(r -> regimes.add(r.asText()));
        JsonNode firstStep = node.path("first_step");
        List<Measure> measures = new ArrayList<>();
        for (JsonNode m : node.path("measures")) {
            measures.add(measure(m, firstStep, catalogue));
        }
        if (regimes.isEmpty() || measures.isEmpty()) {
            throw new IllegalStateException("measures.json holds no regime or no measure");
        }
        return new Measures(regimes, measures);
    }

    private static Measure measure(JsonNode node, JsonNode firstStep, Catalogue catalogue) {
        String code = text(node, "measure");
        Map<String, Formula> formulas = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.path("formulas").properties()) {
            formulas.put(
                    entry.getKey(),
                    formula(code, entry.getKey(), entry.getValue().asText(), catalogue));
        }
        Map<String, Grade> steps = new TreeMap<>();
        steps.put(text(firstStep, "to"), Grade.of(text(firstStep, "grade")));
        for (Map.Entry<String, JsonNode> entry : node.path("steps").properties()) {
            steps.put(entry.getKey(), Grade.of(entry.getValue().asText()));
        }
        return new Measure(
                code,
                text(node, "unit"),
                Measure.Kind.valueOf(text(node, "kind").toUpperCase(java.util.Locale.ROOT)),
                text(node, "label_zh"),
                text(node, "label_en"),
                node.path("by_requester").asBoolean(false),
                formulas,
                steps,
                text(node, "reason"));
    }

    private static Formula formula(String measure, String form, String text, Catalogue catalogue) {
        boolean prose = form.equals(Measure.PROSE);
        Set<String> cells = prose ? Set.of() : codes(catalogue, form);
        Formula formula = Formula.parse(
                text,
                stem -> cells.stream().filter(c -> c.startsWith(stem + ".")).toList());
        for (Formula.Term term : formula.terms()) {
            boolean known = prose || term.indicator().endsWith(".*") || cells.contains(term.indicator());
            if (!known || !(term.requester().equals(Value.TOTAL) || requesters().contains(term.requester()))) {
                throw new IllegalStateException("measure " + measure + ", form " + form + ": no cell "
                        + term.indicator() + "|" + term.requester());
            }
        }
        return formula;
    }

    private static Set<String> codes(Catalogue catalogue, String form) {
        Set<String> codes = new TreeSet<>();
        for (Form.Table table : catalogue.form(form).tables()) {
            Catalogue.indicators(catalogue.form(form), table).forEach(i -> codes.add(i.code()));
        }
        return codes;
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalStateException("measures.json: field " + field + " is missing in " + node);
        }
        return node.path(field).asText();
    }
}
