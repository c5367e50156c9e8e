package org.gongkai.quality;

import org.gongkai.finding.Finding;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report says in words against what its own table says. Stateless and thread-safe. */
public final class OriginRules {
    /** The rule of a prose figure that is not the figure of the table. */
    public static final String PROSE_AGAINST_TABLE = "prose.table";

    private OriginRules() {}

    /** A finding for every exact prose figure that differs from the table's figure of the same indicator. */
    public static List<Finding> check(List<Value> values) {
        if (values.stream().noneMatch(v -> v.origin() == Origin.PROSE)) {
            return List.of();
        }
        Figures table = new Figures(values, Origin.FORM);
        Figures prose = new Figures(values, Origin.PROSE);
        List<Finding> findings = new ArrayList<>();
        Rule rule = RuleBook.get().rule(PROSE_AGAINST_TABLE);
        for (Value value : values) {
            if (value.origin() != Origin.PROSE) {
                continue;
            }
            Optional<Value> said = prose.exact(value.indicator(), value.requester());
            Optional<Value> printed = table.exact(value.indicator(), value.requester());
            if (said.isEmpty() || printed.isEmpty()) {
                continue;
            }
            BigDecimal left = said.get().amount().orElseThrow();
            BigDecimal right = printed.get().amount().orElseThrow();
            if (left.compareTo(right) != 0) {
                String place = value.indicator();
                findings.add(new Finding(
                        rule.code(),
                        place,
                        rule.severity(),
                        rule.messageZh(Map.of(
                                "place", printed.get().printedLabel(),
                                "left", left.toPlainString(),
                                "right", right.toPlainString())),
                        Optional.of(left),
                        Optional.of(right),
                        said.get().line(),
                        printed.get().line()));
            }
        }
        return findings;
    }
}
