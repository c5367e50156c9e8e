package org.gongkai.jobs.inspect;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.jobs.words.FindingText;
import org.gongkai.jobs.words.Plain;
import org.gongkai.jobs.words.Words;
import org.gongkai.place.Evidence;
import org.gongkai.place.Identification;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reading for a person at a terminal: what needs attention comes first, then what the document is, its table beside
 * the printed lines, its prose figures with their sentence, and the lines that nobody understood.
 */
public final class ReadingText {
    private static final int NARROWEST = 80;
    private static final int SEVERITY = 6;
    private static final Map<Severity, String> COLOURS =
            Map.of(Severity.ERROR, "red", Severity.WARN, "yellow", Severity.INFO, "cyan");

    private final Words words;
    private final int width;

    /**
     * Speaks in these words.
     *
     * @param words Chinese or English
     * @param width columns of the terminal; narrower than 80 is taken as 80
     */
    public ReadingText(Words words, int width) {
        this.words = words;
        this.width = Math.max(NARROWEST, width);
    }

    /** Lines in picocli's markup ({@code @|bold …|@}); the text of the document itself never holds markup. */
    public List<String> of(Reading reading) {
        List<String> out = new ArrayList<>();
        Optional<Report> report = reading.report();
        head(out, reading, report);
        report.ifPresent(r -> {
            Marks marks = new Marks(r);
            findings(out, r);
            table(out, r, marks);
            prose(out, r, marks);
        });
        return out;
    }

    private void head(List<String> out, Reading reading, Optional<Report> report) {
        out.add("@|bold " + Plain.of(reading.manuscript().particulars().source()) + "|@");
        if (reading.outcome() instanceof Outcome.Rejected rejected) {
            out.add("  @|red " + words.get("inspect.rejected") + "|@ "
                    + words.get("rejection." + rejected.reason().code())
                    + (rejected.detail().isEmpty() ? "" : ": " + Plain.of(rejected.detail())));
        }
        report.ifPresent(r -> out.add("  " + summary(r)));
        report.map(Report::identification)
                .ifPresent(who -> identification(out, who, report.get().form()));
    }

    private void identification(List<String> out, Identification who, String form) {
        field(out, "body", who.body().isEmpty() ? words.get("inspect.unresolved") : who.body());
        field(
                out,
                "year",
                who.reportYear().isPresent() ? "" + who.reportYear().getAsInt() : words.get("inspect.unresolved"));
        field(
                out,
                "region",
                who.regionCode().isEmpty()
                        ? words.get("inspect.unresolved")
                        : who.regionCode() + "  " + who.regionPath().replace("/", " / "));
        field(
                out,
                "form",
                words.get("form." + form) + "   "
                        + words.get("scope." + who.scope().code()) + "   "
                        + words.get("kind." + who.kind().code()));
        if (who.periodFrom().isPresent() && who.periodTo().isPresent()) {
            field(out, "period", who.periodFrom().get() + " – " + who.periodTo().get());
        }
        who.publishedOn().ifPresent(day -> field(out, "published", day.toString()));
        if (!who.title().isEmpty()) {
            field(out, "title", who.title());
        }
        for (Evidence evidence : who.evidence()) {
            out.add("    @|faint "
                    + words.get(
                            "inspect.because",
                            words.get("evidence.about." + evidence.about()),
                            words.get("evidence.from." + evidence.from()),
                            Plain.of(evidence.seen()))
                    + (evidence.line() > 0 ? words.get("inspect.at_line", evidence.line()) : "") + "|@");
        }
    }

    private void field(List<String> out, String key, String value) {
        out.add("  " + Columns.left(words.get("inspect." + key), 10) + Plain.of(value));
    }

    private void findings(List<String> out, Report report) {
        if (report.findings().isEmpty()) {
            return;
        }
        heading(out, words.get("inspect.findings", report.findings().size()));
        for (Severity severity : Severity.values()) {
            for (Finding finding : report.findings()) {
                if (finding.severity() == severity) {
                    finding(out, finding);
                }
            }
        }
    }

    private void finding(List<String> out, Finding finding) {
        String severity = finding.severity().code();
        String colour = COLOURS.get(finding.severity());
        String start = Marks.of(finding.severity()) + " @|" + colour + " "
                + Columns.left(words.get("severity." + severity), SEVERITY) + "|@";
        String message = Plain.of(new FindingText(words.language()).of(finding))
                + lines(finding.leftLine(), finding.rightLine());
        List<String> lines = Columns.wrap(message, width - SEVERITY - 4);
        for (String line : lines) {
            out.add(start + line);
            start = " ".repeat(SEVERITY + 2);
        }
        int left = width - SEVERITY - 4 - Columns.width(lines.get(lines.size() - 1));
        String rule = "@|faint " + finding.rule() + "|@";
        if (left > finding.rule().length()) {
            out.set(out.size() - 1, out.get(out.size() - 1) + "  " + rule);
        } else {
            out.add(" ".repeat(SEVERITY + 2) + rule);
        }
    }

    /** What needs attention, in one line: how many of what weight, lines of the table that belong to no cell, figures read. */
    private String summary(Report report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARN, Severity.INFO)) {
            long count = report.findings().stream()
                    .filter(f -> f.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(Marks.of(severity) + " @|bold," + COLOURS.get(severity) + " "
                        + words.get("inspect.count." + severity.code(), count) + "|@");
            }
        }
        if (!report.unmapped().isEmpty()) {
            parts.add(Marks.STRANGE + " @|bold,magenta "
                    + words.get("inspect.unmapped", report.unmapped().size()) + "|@");
        }
        if (parts.isEmpty()) {
            parts.add("@|bold,green ✓ " + words.get("inspect.no_findings") + "|@");
        }
        List<Value> cells =
                report.values().stream().filter(v -> v.origin() != Origin.PROSE).toList();
        if (!cells.isEmpty()) {
            parts.add(tableWords(report, cells));
        }
        return String.join("  ", parts);
    }

    private String lines(int left, int right) {
        if (left == 0 && right == 0) {
            return "";
        }
        return " "
                + words.get(
                                "inspect.at_line",
                                left == 0 ? right : right == 0 || right == left ? left : left + ", " + right)
                        .strip();
    }

    private void table(List<String> out, Report report, Marks marks) {
        List<Value> cells =
                report.values().stream().filter(v -> v.origin() != Origin.PROSE).toList();
        if (cells.isEmpty()) {
            return;
        }
        heading(out, tableWords(report, cells));
        out.addAll(new TableText(words, width, marks).of(report));
    }

    private String tableWords(Report report, List<Value> cells) {
        long numbers = cells.stream().filter(v -> v.status().hasNumber()).count();
        return words.get("inspect.table", words.get("form." + report.form()), numbers, cells.size());
    }

    private void prose(List<String> out, Report report, Marks marks) {
        List<Value> said =
                report.values().stream().filter(v -> v.origin() == Origin.PROSE).toList();
        if (said.isEmpty()) {
            return;
        }
        heading(out, words.get("inspect.prose", said.size()));
        TableText rows = new TableText(words, width, marks);
        said.forEach(value -> out.add(rows.single(value)));
    }

    private static void heading(List<String> out, String text) {
        out.add("");
        out.add("@|bold " + text + "|@");
    }
}
