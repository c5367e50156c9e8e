package org.gongkai.jobs.inspect;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.report.Report;
import org.gongkai.table.Unmapped;
import org.gongkai.value.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sign in front of a line that needs attention: ✗ a rule of weight is broken, ! a doubt, ? belongs to no cell. */
final class Marks {
    static final String ERROR = "@|bold,red ✗|@";
    static final String DOUBT = "@|bold,yellow !|@";
    static final String STRANGE = "@|bold,magenta ?|@";
    private static final String NONE = " ";

    private final Map<Integer, Map<String, Severity>> severities = new HashMap<>();
    private final Map<Integer, String> strange = new TreeMap<>();
    private final Set<String> indicators = new HashSet<>();

    Marks(Report report) {
        report.values().forEach(v -> indicators.add(v.indicator()));
        for (Finding finding : report.findings()) {
            note(finding.leftLine(), finding);
            note(finding.rightLine(), finding);
        }
        for (Unmapped unmapped : report.unmapped()) {
            strange.put(unmapped.line(), unmapped.text());
        }
    }

    private void note(int line, Finding finding) {
        if (line > 0 && finding.severity() != Severity.INFO) {
            String place = finding.place().split("[|]", 2)[0];
            severities
                    .computeIfAbsent(line, l -> new HashMap<>())
                    .merge(
                            indicators.contains(place) ? place : "",
                            finding.severity(),
                            (a, b) -> a == Severity.ERROR ? a : b);
        }
    }

    /** The sign of a value: of findings about its indicator, and of those about its line as a whole. One column, with markup. */
    String of(Value value) {
        Map<String, Severity> there = severities.getOrDefault(value.line(), Map.of());
        return sign(Stream.of("", value.indicator()).map(there::get), value.line());
    }

    /** The sign of a line as a whole. */
    String of(int line) {
        return sign(severities.getOrDefault(line, Map.of()).values().stream(), line);
    }

    private String sign(Stream<Severity> found, int line) {
        Set<Severity> severity = found.filter(Objects::nonNull).collect(Collectors.toSet());
        if (severity.contains(Severity.ERROR)) {
            return ERROR;
        }
        if (!severity.isEmpty()) {
            return DOUBT;
        }
        return strange.containsKey(line) ? STRANGE : NONE;
    }

    static String of(Severity severity) {
        return severity == Severity.ERROR ? ERROR : severity == Severity.WARN ? DOUBT : "@|cyan ·|@";
    }

    /** Lines inside the table that belong to no cell, by their numbers. */
    Map<Integer, String> strange() {
        return strange;
    }
}
