package org.gongkai.jobs.marts;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Identity;
import org.gongkai.catalogue.Indicator;
import org.gongkai.catalogue.Measures;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;
import org.gongkai.reference.Reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The identities between the years of one body, as rows that {@code findings.sql} joins with. {@code
 * requests.carried_in@t = requests.carried_out@t-1} becomes one row a term; {@code *.in_force@t} one set of rows for each
 * stem on the form.
 */
final class YearLinks {
    /** What the columns of {@link #rows} are. {@code year_offset} counts from the year of the finding. */
    static final String COLUMNS = "rule STRING, form STRING, place STRING, term INT, n_terms BIGINT, side STRING, "
            + "indicator STRING, year_offset INT, coefficient DECIMAL(2,0)";

    /**
     * What the columns of {@link #reach} are: a rule applies to reports on {@code form} (any, where missing); if {@code
     * before} is there, to those whose body reported the year before on that form ({@code *}: on any or none); if {@code
     * territory}, to figures of a territory that stand beside those of its bodies.
     */
    static final String REACH_COLUMNS = "rule STRING, form STRING, before STRING, territory BOOLEAN";

    private static final String ANY = "*";

    private static final Pattern TERM = Pattern.compile("(-?)(\\*?)([a-z_.]+)@t([+-]\\d+)?");

    private YearLinks() {}

    private record Term(String side, boolean isMinus, boolean isOpen, String name, int year) {
        static Term of(String side, String text) {
            Matcher m = TERM.matcher(text);
            if (!m.matches()) {
                throw new IllegalStateException(
                        "identities.json: “" + text + "” is no term of an identity between years");
            }
            int year = m.group(4) == null ? 0 : Integer.parseInt(m.group(4).replace("+", ""));
            return new Term(side, !m.group(1).isEmpty(), !m.group(2).isEmpty(), m.group(3), year);
        }
    }

    /** One row a term. */
    static List<Row> rows() {
        Map<String, String> rules = rules();
        List<Row> rows = new ArrayList<>();
        for (Identity identity : Catalogue.get().identities()) {
            if (identity.kind().equals("between_years")) {
                List<Term> terms = Stream.concat(
                                identity.lhs().stream().map(t -> Term.of("left", t)),
                                identity.rhs().stream().map(t -> Term.of("right", t)))
                        .toList();
                String rule = rules.getOrDefault(identity.id(), identity.id());
                for (String stem : stems(identity.form(), terms.get(0))) {
                    rows.addAll(spelledOut(rule, identity.form(), stem, terms));
                }
            }
        }
        return rows;
    }

    /** The words of every rule. */
    static List<Row> words() {
        return RuleBook.get().all().stream()
                .map((Rule r) -> RowFactory.create(r.code(), r.severity().code(), r.zh()))
                .toList();
    }

    /** To which reports a rule applies, for the rules that do not apply to all of them. */
    static List<Row> reach() {
        Set<List<Object>> reach = new LinkedHashSet<>();
        for (Identity identity : Catalogue.get().identities()) {
            if (!identity.kind().equals("between_years")) {
                reach.add(Arrays.asList(identity.id(), identity.form(), null, false));
            }
        }
        Map<List<String>, Set<String>> earlier = new TreeMap<>(Comparator.comparing(List::toString));
        for (Row term : rows()) {
            Set<String> needed = earlier.computeIfAbsent(
                    List.of(term.getString(0), term.getString(1), term.getString(2)), k -> new TreeSet<>());
            if (term.getInt(7) < 0) {
                needed.add(term.getString(6));
            }
        }
        earlier.forEach((link, indicators) -> Catalogue.get().forms().stream()
                .map(Form::form)
                .filter(before -> indicators.stream().allMatch(i -> Measures.isCarried(before, i)))
                .forEach(before -> reach.add(Arrays.asList(link.get(0), link.get(1), before, false))));
        Set<String> linked = new TreeSet<>();
        earlier.keySet().forEach(link -> linked.add(link.get(0)));
        for (Rule rule : RuleBook.get().all()) {
            if (rule.kind().equals("series") && !linked.contains(rule.code())) {
                reach.add(Arrays.asList(rule.code(), null, ANY, false));
            }
            if (rule.kind().equals("territory")) {
                reach.add(Arrays.asList(rule.code(), null, null, true));
            }
        }
        return reach.stream().map(r -> RowFactory.create(r.toArray())).toList();
    }

    private static List<Row> spelledOut(String rule, String form, String stem, List<Term> terms) {
        int last = terms.stream().mapToInt(Term::year).max().orElseThrow();
        String place = stem + terms.get(0).name();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            rows.add(RowFactory.create(
                    rule,
                    form,
                    place,
                    i,
                    (long) terms.size(),
                    term.side(),
                    (term.isOpen() ? stem : "") + term.name(),
                    term.year() - last,
                    BigDecimal.valueOf(term.isMinus() ? -1 : 1)));
        }
        return rows;
    }

    /** What stands for the star on that form; the empty stem where there is no star. */
    private static TreeSet<String> stems(String code, Term first) {
        TreeSet<String> stems = new TreeSet<>();
        if (!first.isOpen()) {
            stems.add("");
            return stems;
        }
        for (Form form : Catalogue.get().forms()) {
            if (form.form().equals(code)) {
                form.tables().stream()
                        .flatMap(t -> Catalogue.indicators(form, t).stream())
                        .map(Indicator::code)
                        .filter(c -> c.endsWith(first.name()))
                        .forEach(c -> stems.add(
                                c.substring(0, c.length() - first.name().length())));
            }
        }
        return stems;
    }

    /** Identity → the rule that states it for all forms. */
    private static Map<String, String> rules() {
        Map<String, String> rules = new HashMap<>();
        for (JsonNode rule : Reference.json("rules.json")) {
            rule.path("identities")
                    .forEach(id -> rules.put(id.asText(), rule.path("code").asText()));
        }
        return rules;
    }
}
