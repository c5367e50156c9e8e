package org.gongkai.jobs.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The README of a release, from {@code README.template.md}. */
final class ReleaseReadme {
    private ReleaseReadme() {}

    static String of(String id, Optional<String> before, String snapshots, Map<String, Long> rows, long changes)
            throws IOException {
        try (InputStream in = ReleaseReadme.class.getResourceAsStream("README.template.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{id}", id)
                    .replace("{before}", before.orElse("(none before this)"))
                    .replace("{changes}", Long.toString(changes))
                    .replace("{snapshots}", snapshots)
                    .replace(
                            "{rows}",
                            rows.entrySet().stream()
                                    .map(e -> "| `" + e.getKey() + "` | " + e.getValue() + " |")
                                    .collect(Collectors.joining("\n")));
        }
    }
}
