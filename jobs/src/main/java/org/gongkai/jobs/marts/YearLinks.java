package org.gongkai.jobs.marts;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Identity;
import org.gongkai.catalogue.Indicator;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;
import org.gongkai.reference.Reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
