package org.gongkai.jobs.marts;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Free text without persons, phone numbers and e-mail addresses, by the rules of {@code redaction.json}. A label stands in
 * thousands of reports, so what came out is remembered. Thread-safe.
 */
final class Redaction {
    /** Texts remembered by a thread. The labels of all forms are some hundred. */
    private static final int MEMORY = 4096;

    private record Step(Pattern pattern, String replacement) {}

    private static final List<Step> STEPS = steps();

    private static final ThreadLocal<Map<String, String>> SEEN = ThreadLocal.withInitial(() -> new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MEMORY;
        }
    });

    private Redaction() {}

    /** The text as a release may show it; {@code null}, which is how Spark says missing, stays. */
    static String of(String text) {
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
        for (Step step : STEPS) {
            Matcher matcher = step.pattern().matcher(redacted);
            redacted = matcher.replaceAll(step.replacement());
        }
        return redacted;
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode rule : Reference.json("redaction.json").path("rules")) {
            steps.add(new Step(
                    Pattern.compile(rule.path("pattern").asText()),
                    rule.path("replacement").asText()));
        }
        return List.copyOf(steps);
    }
}
