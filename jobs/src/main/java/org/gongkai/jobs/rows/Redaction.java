package org.gongkai.jobs.rows;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Free text without persons, phone numbers and e-mail addresses, by the rules of {@code redaction.json}. A label stands in
 * thousands of reports, so what came out is remembered. Thread-safe.
 */
public final class Redaction {
    /** Texts remembered by a thread. The labels of all forms are some hundred. */
    private static final int MEMORY = 4096;

    /** A rule; it finds nothing in a text without one of {@code any}, where that is not empty, or with fewer digits. */
    private record Step(Pattern pattern, String replacement, String any, int digits) {
        boolean isPossible(String text, int digitsInText) {
            return digitsInText >= digits && (any.isEmpty() || text.chars().anyMatch(c -> any.indexOf(c) >= 0));
        }
    }

    private static final List<Step> STEPS = steps();

    private static final ThreadLocal<Map<String, String>> SEEN = ThreadLocal.withInitial(() -> new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MEMORY;
        }
    });

    private Redaction() {}

    /** The rules as they stand, each tried on every text: what {@link #of} must come to. */
    static String tryingEveryRule(String text) {
        String redacted = text;
        for (Step step : STEPS) {
            redacted = step.pattern().matcher(redacted).replaceAll(step.replacement());
        }
        return redacted;
    }

    /** The text as a release may show it; {@code null}, which is how Spark says missing, stays. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        Map<String, String> seen = SEEN.get();
        String known = seen.get(text);
        if (known == null) {
            known = apply(text);
            seen.put(text, known);
        }
        return known;
    }

    private static String apply(String text) {
        String redacted = text;
        int digits = (int) text.chars().filter(Character::isDigit).count();
        for (Step step : STEPS) {
            if (step.isPossible(redacted, digits)) {
                redacted = step.pattern().matcher(redacted).replaceAll(step.replacement());
            }
        }
        return redacted;
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode rule : Reference.json("redaction.json").path("rules")) {
            steps.add(new Step(
                    Pattern.compile(rule.path("pattern").asText()),
                    rule.path("replacement").asText(),
                    rule.path("any").asText(""),
                    rule.path("digits").asInt(0)));
        }
        return List.copyOf(steps);
    }
}
