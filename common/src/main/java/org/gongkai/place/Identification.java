package org.gongkai.place;

import org.gongkai.finding.Finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who reports, where and for which year, as far as the document shows it. What it does not show stays empty and is a
 * finding; nothing is guessed.
 *
 * @param title the title as read, on one line, empty where there is none
 * @param body full name of the body, with its place where the document shows it: {@code 中卫市沙坡头区司法局}; empty
 *     where unresolved
 * @param bodyId stable over years: code of the region and name without its place, {@code 640502-司法局}; empty where
 *     the body is unresolved
 * @param regionCode GB/T 2260 code as of the report year, {@code 000000} for the nation, empty where unresolved; a
 *     township carries its county's
 * @param regionName name of the region (for a township: its own)
 * @param regionPath names from the province down, joined by {@code /}
 * @param level level of the reporting body's region
 * @param kind kind of body
 * @param scope what the figures cover
 * @param reportYear year it reports on, empty where the document does not show it
 * @param periodFrom first day of the stated period
 * @param periodTo last day of the stated period
 * @param publishedOn day of publication or signature
 * @param evidence what the reading rests on
 * @param findings years that disagree, an unresolved region …
 */
public record Identification(
        String title,
        String body,
        String bodyId,
        String regionCode,
        String regionName,
        String regionPath,
        Optional<Level> level,
        ReporterKind kind,
        Scope scope,
        OptionalInt reportYear,
        Optional<LocalDate> periodFrom,
        Optional<LocalDate> periodTo,
        Optional<LocalDate> publishedOn,
        List<Evidence> evidence,
        List<Finding> findings) {
    public Identification {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
    }
}
