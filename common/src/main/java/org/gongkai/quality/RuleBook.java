package org.gongkai.quality;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.finding.Severity;
import org.gongkai.reference.Reference;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every rule by its code, read from {@code data/reference/rules.json}. Immutable, safe to share. */
public final class RuleBook {
    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    private static final class Holder {
        private static final RuleBook INSTANCE = read();
    }

    /** The rules of this build. */
    public static RuleBook get() {
        return Holder.INSTANCE;
    }

    /** The rule of that code; {@link IllegalStateException} where it is not described: a rule without words is a defect. */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalStateException("rule " + code + " is not described in rules.json");
        }
        return rule;
    }

    /** All rules in the order of the file. */
    public Collection<Rule> all() {
        return rules.values();
    }

    private static RuleBook read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (JsonNode node : Reference.json("rules.json")) {
            Rule rule = new Rule(
                    node.path("code").asText(),
                    Severity.of(node.path("severity").asText()),
                    node.path("kind").asText(),
                    node.path("zh").asText(),
                    node.path("en").asText(),
                    node.path("source").asText());
            if (rules.put(rule.code(), rule) != null) {
                throw new IllegalStateException("rule " + rule.code() + " is described twice");
            }
        }
        return new RuleBook(rules);
    }
}
