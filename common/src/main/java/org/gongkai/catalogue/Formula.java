package org.gongkai.catalogue;

import org.gongkai.value.Value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a measure is made of the cells of one form: {@code reply.already_public + reply.granted}, {@code review.total -
 * review.pending}, {@code (a + b) / c}, {@code sum(reply.denied.*)}. Every term is needed; a missing one makes the
 * value missing.
 *
 * @param text as written in the reference data
 * @param numerator terms that are added up
 * @param denominator terms of the divisor; empty where the measure is no ratio
 */
public record Formula(String text, List<Term> numerator, List<Term> denominator) implements Serializable {
    private static final Pattern TERM = Pattern.compile("\\s*(?<sign>[+-])?\\s*(?:(?<number>\\d+(?:\\.\\d+)?)\\s+)?"
            + "(?:sum\\((?<sum>[a-z_.]+)\\.\\*\\)|(?<indicator>[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*(?:\\.\\*)?))"
            + "(?:\\|(?<requester>[a-z_.T]+))?\\s*");

    /**
     * One addend.
     *
     * @param indicator code of the catalogue, or one that ends in {@code .*} in the formula of an open family
     * @param requester applicant column, {@code _T} unless the formula names another
     * @param coefficient what the figure is multiplied by, negative where it is taken off
     */
    public record Term(String indicator, String requester, BigDecimal coefficient) implements Serializable {
        public Term {
            if (coefficient.signum() == 0) {
                throw new IllegalArgumentException("term " + indicator + " counts for nothing");
            }
        }
    }

    public Formula {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        if (numerator.isEmpty()) {
            throw new IllegalArgumentException("formula " + text + " has no term");
        }
    }

    /**
     * Reads a formula.
     *
     * @param text as in the reference data
     * @param below the cells that stand below a code on the form, for {@code sum(code.*)}
     * @throws IllegalArgumentException where the text is no formula
     */
    static Formula parse(String text, Function<String, List<String>> below) {
        String[] sides = text.split(" / ", -1);
        if (sides.length > 2) {
            throw new IllegalArgumentException("formula " + text + " divides more than once");
        }
        return new Formula(text, terms(sides[0], below), sides.length == 1 ? List.of() : terms(sides[1], below));
    }

    /** Whether it divides. */
    public boolean isRatio() {
        return !denominator.isEmpty();
    }

    /** All terms, numerator first. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>(numerator);
        terms.addAll(denominator);
        return terms;
    }

    /** The formula of one member of an open family: {@code .*} becomes {@code .member} in text and terms. */
    Formula member(String member) {
        return new Formula(text.replace(".*", "." + member), members(numerator, member), members(denominator, member));
    }

    private static List<Term> members(List<Term> terms, String member) {
        return terms.stream()
                .map(t -> new Term(t.indicator().replace(".*", "." + member), t.requester(), t.coefficient()))
                .toList();
    }

    private static List<Term> terms(String side, Function<String, List<String>> below) {
        String sum = side.strip();
        if (sum.startsWith("(") && sum.endsWith(")")) {
            sum = sum.substring(1, sum.length() - 1);
        }
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(sum);
        int at = 0;
        while (at < sum.length()) {
            matcher.region(at, sum.length());
            if (!matcher.lookingAt() || (matcher.group("sign") == null) != (at == 0)) {
                throw new IllegalArgumentException(
                        "formula “" + side + "” cannot be read from “" + sum.substring(at) + "”");
            }
            BigDecimal coefficient =
                    matcher.group("number") == null ? BigDecimal.ONE : new BigDecimal(matcher.group("number"));
            BigDecimal signed = "-".equals(matcher.group("sign")) ? coefficient.negate() : coefficient;
            String requester = matcher.group("requester") == null ? Value.TOTAL : matcher.group("requester");
            List<String> indicators = matcher.group("sum") == null
                    ? List.of(matcher.group("indicator"))
                    : below.apply(matcher.group("sum"));
            if (indicators.isEmpty()) {
                throw new IllegalArgumentException(
                        "formula “" + side + "”: nothing stands below " + matcher.group("sum"));
            }
            indicators.forEach(i -> terms.add(new Term(i, requester, signed)));
            at = matcher.end();
        }
        return terms;
    }
}
