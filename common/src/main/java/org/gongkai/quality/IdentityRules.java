package org.gongkai.quality;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Identity;
import org.gongkai.catalogue.Indicator;
import org.gongkai.finding.Finding;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The identities of the forms ({@code data/reference/identities.json}), checked inside one report. A rule is checked
 * only where every figure it names is printed: a blank breaks nothing. Rules between years belong to the lake.
 *
 * <p>Stateless and thread-safe.
 */
public final class IdentityRules {
    private static final String TOTAL_COLUMN = "requester.total";

    private IdentityRules() {}

    /**
     * One comparison of an identity: of its codes themselves, of one row that it stands for, or of one applicant column.
     *
     * @param lhs codes on the left
     * @param rhs codes on the right; applicant columns where the sum goes along a row
     * @param requester the column that both sides are of
     * @param place what is added to the place of a finding, empty for nothing
     * @param alongRow whether the total of a row is compared with its columns
     */
    private record Check(
            Identity identity, List<String> lhs, List<String> rhs, String requester, String place, boolean alongRow) {}

    private static final class Holder {
        private static final Map<String, List<Check>> BY_FORM =
                Catalogue.get().forms().stream().collect(Collectors.toMap(Form::form, IdentityRules::checks));
    }

    /**
     * The identities of the form that the table figures of one report break.
     *
     * @param form code of the form, or {@code none}
     * @param values figures of the report; only those of {@link Origin#FORM} and {@link Origin#STRUCTURED} are looked at
     * @return findings in the order of the file, each with both figures and their lines
     */
    public static List<Finding> check(String form, List<Value> values) {
        List<Finding> findings = new ArrayList<>();
        List<Check> checks = Holder.BY_FORM.getOrDefault(form, List.of());
        if (checks.isEmpty()) {
            return findings;
        }
        Figures figures = new Figures(values, Origin.FORM);
        for (Check check : checks) {
            (check.alongRow() ? rowSum(check, figures) : compare(check, figures)).ifPresent(findings::add);
        }
        return findings;
    }

    /** Every comparison that the identities of a form come to, in the order of the file. */
    private static List<Check> checks(Form form) {
        List<Check> checks = new ArrayList<>();
        for (Identity identity : Catalogue.get().identities()) {
            if (!identity.form().equals(form.form())) {
                continue;
            }
            switch (identity.kind()) {
                case "sum", "upper_bound", "lower_bound_max", "subset", "soft" -> {
                    for (Identity single : spelledOut(identity, form)) {
                        checks.add(new Check(identity, single.lhs(), single.rhs(), Value.TOTAL, "", false));
                    }
                }
                case "column_balance", "column_sum" -> {
                    for (String requester : requesters(form)) {
                        checks.add(new Check(identity, identity.lhs(), identity.rhs(), requester, requester, false));
                    }
                }
                case "row_sum" -> {
                    for (String row : rows(form)) {
                        checks.add(new Check(identity, List.of(row), identity.rhs(), Value.TOTAL, "", true));
                    }
                }
                case "between_years" -> {
                    // needs two reports; checked over the lake
                }
                default ->
                    throw new IllegalStateException(
                            "identity " + identity.id() + " is of an unknown kind: " + identity.kind());
            }
        }
        return List.copyOf(checks);
    }

    /** {@code *.newly_published <= *.published_stock} becomes one identity a row that has both. */
    private static List<Identity> spelledOut(Identity identity, Form form) {
        if (identity.lhs().stream().noneMatch(c -> c.startsWith("*."))) {
            return List.of(identity);
        }
        String suffix = identity.lhs().get(0).substring(1);
        List<Identity> spelled = new ArrayList<>();
        for (Form.Table table : form.tables()) {
            for (Indicator indicator : Catalogue.indicators(form, table)) {
                if (indicator.code().endsWith(suffix)) {
                    String stem = indicator.code().substring(0, indicator.code().length() - suffix.length());
                    spelled.add(new Identity(
                            identity.form(),
                            identity.id(),
                            identity.kind(),
                            identity.lhs().stream()
                                    .map(c -> stem + c.substring(1))
                                    .toList(),
                            identity.op(),
                            identity.rhs().stream()
                                    .map(c -> stem + c.substring(1))
                                    .toList(),
                            identity.statedOnForm(),
                            identity.severity(),
                            identity.note()));
                }
            }
        }
        return spelled;
    }

    private static Optional<Finding> compare(Check check, Figures figures) {
        Optional<List<Value>> left = figures.all(check.lhs(), check.requester());
        Optional<List<Value>> right = left.isEmpty() ? Optional.empty() : figures.all(check.rhs(), check.requester());
        if (right.isEmpty()) {
            return Optional.empty();
        }
        Identity identity = check.identity();
        BigDecimal l = Figures.sum(left.get());
        BigDecimal r = identity.op().equals(">=max")
                ? right.get().stream()
                        .map(v -> v.amount().orElseThrow())
                        .max(BigDecimal::compareTo)
                        .orElseThrow()
                : Figures.sum(right.get());
        boolean holds = switch (identity.op()) {
            case "=", "~" -> l.compareTo(r) == 0;
            case "<=" -> l.compareTo(r) <= 0;
            case ">=max" -> l.compareTo(r) >= 0;
            default ->
                throw new IllegalStateException(
                        "identity " + identity.id() + " compares by an unknown sign: " + identity.op());
        };
        if (holds) {
            return Optional.empty();
        }
        String cell = check.lhs().get(0);
        String where = check.place().isEmpty() ? cell : cell + "|" + check.place();
        return Optional.of(finding(identity, where, l, r, left.get(), right.get()));
    }

    private static Optional<Finding> rowSum(Check check, Figures figures) {
        Identity identity = check.identity();
        String row = check.lhs().get(0);
        Optional<Value> total = figures.exact(row, Value.TOTAL);
        List<Value> parts = new ArrayList<>();
        for (String requester : identity.rhs()) {
            figures.exact(row, requester).ifPresent(parts::add);
        }
        if (total.isEmpty() || parts.size() < identity.rhs().size()) {
            return Optional.empty();
        }
        BigDecimal sum = Figures.sum(parts);
        return total.get().amount().orElseThrow().compareTo(sum) == 0
                ? Optional.empty()
                : Optional.of(
                        finding(identity, row, total.get().amount().orElseThrow(), sum, List.of(total.get()), parts));
    }

    private static Finding finding(
            Identity identity, String place, BigDecimal left, BigDecimal right, List<Value> l, List<Value> r) {
        Rule rule = RuleBook.get().rule(identity.id());
        String message =
                rule.messageZh(Map.of("left", left.toPlainString(), "right", right.toPlainString(), "place", place));
        return new Finding(
                identity.id(),
                place,
                identity.severity(),
                message,
                Optional.of(left),
                Optional.of(right),
                l.get(0).line(),
                r.get(0).line());
    }

    private static Set<String> requesters(Form form) {
        Set<String> requesters = new LinkedHashSet<>();
        for (Form.Table table : form.tables()) {
            if (table.cellCode().contains("|")) {
                for (Form.Entry column : table.columns()) {
                    if (!column.isHeading()) {
                        requesters.add(column.code().equals(TOTAL_COLUMN) ? Value.TOTAL : column.code());
                    }
                }
            }
        }
        return requesters;
    }

    private static Set<String> rows(Form form) {
        Set<String> rows = new LinkedHashSet<>();
        for (Form.Table table : form.tables()) {
            if (table.cellCode().contains("|")) {
                table.rows().stream().filter(r -> !r.isHeading()).forEach(r -> rows.add(r.code()));
            }
        }
        return rows;
    }
}
