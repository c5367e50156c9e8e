package org.gongkai.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rules that the words around a figure fit.
 *
 * @param memory what the document has said so far
 * @param ahead what follows in the sentence
 * @param said tags of the sentence so far
 * @param inClause tags of the clause so far
 */
record RuleMatcher(Memory memory, Ahead ahead, Tags said, Tags inClause) {
    private static final String RECEIVED = "requests.received";
    /** Tag of words with nothing unknown among them: {@code 举办培训班2期}, not {@code 举办调解员培训班2期}. */
    private static final String PLAIN = "#plain";

    private static final class Holder {
        private static final Map<String, List<Rule>> BY_UNIT = byUnit();
    }

    /**
     * The codes that the rules give to a figure.
     *
     * @param i index of the figure among the marks of the sentence
     * @param spans the words that are said of it, those before it first
     * @return empty where no rule fits; one empty code where a rule knows the figure as something that is not read
     */
    List<String> match(Mark.Figure figure, int i, Span... spans) {
        Tags tags = tags(spans);
        Rule.Around around =
                new Rule.Around(memory.topic, memory.paragraph, said, inClause, ahead.tags(i), memory.reportYear);
        List<Rule> matched = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (Rule rule : candidates(figure, i)) {
            if (!groups.contains(rule.group()) && rule.fits(tags, around)) {
                groups.add(rule.group());
                matched.add(rule);
            }
        }
        if (matched.isEmpty()) {
            return List.of();
        }
        boolean shared = matched.size() > 1;
        if (shared && !tags.contains("each") && figure.numeral().amount().signum() != 0) {
            return List.of("");
        }
        List<String> codes =
                matched.stream().flatMap(r -> r.indicators().stream()).toList();
        boolean asked = codes.contains(RECEIVED) || codes.contains(Claim.HANDLED);
        boolean known = codes.isEmpty() || asked && ahead.includesCarried(i);
        return known ? List.of("") : codes;
    }

    /** The rules whose measure word the figure carries; without one only few rules take it, and any takes a zero. */
    private List<Rule> candidates(Mark.Figure figure, int i) {
        if (!figure.unit().isEmpty()) {
            return Holder.BY_UNIT.getOrDefault(figure.unit(), List.of());
        }
        if (!ahead.endsAtPoint(i)) {
            return List.of();
        }
        return figure.numeral().amount().signum() == 0
                ? Rule.every()
                : Rule.every().stream().filter(Rule::unitless).toList();
    }

    private Tags tags(Span... spans) {
        Tags all = new Tags();
        for (Span span : spans) {
            all.addAll(Routes.tags(span));
            addYears(span, all);
        }
        boolean asked = Memory.REQUEST.equals(memory.topic) || memory.heading.contains(Memory.REQUEST);
        boolean plainly = Span.hasAny(all, "receive", "reply")
                && !Span.hasAny(memory.paragraph, "business", "enquiry")
                && isPlainApplication(spans);
        if (all.contains("apply") && (asked || plainly || Span.hasAny(all, "info", "infowork"))) {
            all.add(Memory.REQUEST);
        }
        if (isBySite(all)) {
            all.add("route.online");
        }
        if (spans.length == 1 && spans[0].unknown() <= 1) {
            all.add(PLAIN);
        }
        return all;
    }

    /** {@code 受理申请5件}, not {@code 受理各类业务申请1300件}. */
    private static boolean isPlainApplication(Span... spans) {
        for (Span span : spans) {
            int apply = span.last("apply");
            if (apply >= 0 && span.unknownBefore(apply) > 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code 通过门户网站提交3件}, {@code 收到申请5件，其中网站3件}: the site is the way by which requests came. */
    private boolean isBySite(Tags all) {
        return all.contains("at.website")
                && Memory.REQUEST.equals(memory.topic)
                && (all.contains("submit") || said.contains("receive") && said.contains("#figure"))
                && !Span.hasAny(all, "publish", "info", "setup", "column", "views");
    }

    /** Notes whether a year that is named lies before or after that of the report: 2020年结转, 结转2022年. */
    private void addYears(Span span, Set<String> tags) {
        if (memory.reportYear.isEmpty()) {
            return;
        }
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Year named && named.year() != memory.reportYear.getAsInt()) {
                tags.add(named.year() < memory.reportYear.getAsInt() ? "#past" : "#next");
            }
        }
    }

    private static Map<String, List<Rule>> byUnit() {
        Map<String, List<Rule>> byUnit = new HashMap<>();
        for (String unit : Vocabulary.get().units()) {
            byUnit.put(
                    unit,
                    Rule.every().stream()
                            .filter(r -> Vocabulary.get().isUnit(unit, r.unit()))
                            .toList());
        }
        return byUnit;
    }
}
