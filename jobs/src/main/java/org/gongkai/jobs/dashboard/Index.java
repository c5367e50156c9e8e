package org.gongkai.jobs.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of a dashboard: its regions, years and measures.
 *
 * @param release number of the release
 * @param years report years with a report
 * @param regions by code, in order of the codes; those without a report too
 * @param regimes first years of the forms, from which comparability steps
 * @param measures by code
 * @param comparability how far a measure can be followed into a regime
 */
public record Index(
        String release,
        List<Integer> years,
        Map<String, Place> regions,
        List<String> regimes,
        Map<String, Label> measures,
        List<Step> comparability) {
    private static final String HEAD = "gongkai.index(";
    private static final String TAIL = ");\n";

    /**
     * A region.
     *
     * @param years report years with a report in it
     */
    public record Place(String code, String name, String level, String parent, List<Integer> years) {
        public Place {
            years = List.copyOf(years);
        }
    }

    /** A measure: names, unit ({@code 1} for a ratio) and kind. */
    public record Label(String zh, String en, String unit, String kind) {}

    /** A step of a measure into a regime: its grade and why. */
    public record Step(String measure, String from, String to, String grade, String reason) {}

    public Index {
        years = List.copyOf(years);
        regimes = List.copyOf(regimes);
        comparability = List.copyOf(comparability);
    }

    /** Reads the text of {@code data/index.js}; {@link IOException} where it is none. */
    public static Index read(String script) throws IOException {
        if (!script.startsWith(HEAD) || !script.endsWith(TAIL)) {
            throw new IOException("not an index of a dashboard: it does not begin with " + HEAD);
        }
        JsonNode root = new ObjectMapper().readTree(script.substring(HEAD.length(), script.length() - TAIL.length()));
        Map<String, Place> regions = new LinkedHashMap<>();
        for (JsonNode r : root.path("regions")) {
            regions.put(
                    r.path(0).asText(),
                    new Place(
                            r.path(0).asText(),
                            r.path(1).asText(),
                            r.path(2).asText(),
                            r.path(3).asText(),
                            whole(r.path(4))));
        }
        Map<String, Label> measures = new LinkedHashMap<>();
        for (JsonNode m : root.path("measures_dictionary")) {
            measures.put(
                    m.path(0).asText(),
                    new Label(
                            m.path(1).asText(),
                            m.path(2).asText(),
                            m.path(3).asText(),
                            m.path(4).asText()));
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode s : root.path("comparability")) {
            steps.add(new Step(
                    s.path(0).asText(),
                    s.path(1).asText(),
                    s.path(2).asText(),
                    s.path(3).asText(),
                    s.path(4).asText()));
        }
        List<String> regimes = new ArrayList<>();
        root.path("regimes").forEach(r -> regimes.add(r.asText()));
        return new Index(root.path("release").asText(), whole(root.path("years")), regions, regimes, measures, steps);
    }

    private static List<Integer> whole(JsonNode numbers) {
        List<Integer> years = new ArrayList<>();
        numbers.forEach(n -> years.add(n.asInt()));
        return years;
    }

    /** The region of that code. */
    public Optional<Place> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /** The regions right below one, in order of their codes. */
    public List<Place> children(String code) {
        return regions.values().stream().filter(r -> r.parent().equals(code)).toList();
    }
}
