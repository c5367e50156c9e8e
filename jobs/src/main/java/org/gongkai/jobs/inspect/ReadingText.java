package org.gongkai.jobs.inspect;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.jobs.words.Words;
import org.gongkai.place.Evidence;
import org.gongkai.place.Identification;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.table.Unmapped;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reading for a person at a terminal: what needs attention comes first, then what the document is, its table beside
 * the printed lines, its prose figures with their sentence, and the lines that nobody understood.
 */
public final class ReadingText {
    private static final int LABEL = 44;
    private static final int SENTENCE = 70;
    private static final int NOTHING_STATED_SHOWN = 12;

    private final Words words;

    /** Speaks in these words. */
    public ReadingText(Words words) {
        this.words = words;
    }

    /** Lines in picocli's markup ({@code @|bold …|@}); the text of the document itself never holds markup. */
    public List<String> of(Reading reading) {
        List<String> out = new ArrayList<>();
        Optional<Report> report = reading.report();
        head(out, reading, report);
        report.ifPresent(r -> {
            findings(out, r);
            table(out, r);
            prose(out, r);
            unmapped(out, r);
        });
        return out;
    }

    private void head(List<String> out, Reading reading, Optional<Report> report) {
        out.add("@|bold " + plain(reading.manuscript().particulars().source()) + "|@");
        if (reading.outcome() instanceof Outcome.Rejected rejected) {
            out.add("  @|red " + words.get("inspect.rejected") + "|@ "
                    + words.get("rejection." + rejected.reason().code())
                    + (rejected.detail().isEmpty() ? "" : ": " + plain(rejected.detail())));
        }
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
                            plain(evidence.seen()))
                    + (evidence.line() > 0 ? words.get("inspect.at_line", evidence.line()) : "") + "|@");
        }
    }

    private void field(List<String> out, String key, String value) {
        out.add("  " + Columns.left(words.get("inspect." + key), 10) + plain(value));
    }

    private void findings(List<String> out, Report report) {
        if (report.findings().isEmpty()) {
            out.add("");
            out.add("  @|green " + words.get("inspect.no_findings") + "|@");
            return;
        }
        heading(out, words.get("inspect.findings", report.findings().size()));
        for (Severity severity : Severity.values()) {
            for (Finding finding : report.findings()) {
                if (finding.severity() == severity) {
                    String colour = severity == Severity.ERROR ? "red" : severity == Severity.WARN ? "yellow" : "cyan";
                    out.add("  @|" + colour + " " + Columns.left(words.get("severity." + severity.code()), 8) + "|@"
                            + Columns.left(finding.rule(), 22) + plain(finding.message())
                            + lines(finding.leftLine(), finding.rightLine()));
                }
            }
        }
    }

    private String lines(int left, int right) {
        if (left == 0 && right == 0) {
            return "";
        }
        return " @|faint "
                + words.get(
                        "inspect.at_line", left == 0 ? right : right == 0 || right == left ? left : left + ", " + right)
                + "|@";
    }

    private void table(List<String> out, Report report) {
        List<Value> cells =
                report.values().stream().filter(v -> v.origin() != Origin.PROSE).toList();
        if (cells.isEmpty()) {
            return;
        }
        long numbers = cells.stream().filter(v -> v.status().hasNumber()).count();
        heading(out, words.get("inspect.table", words.get("form." + report.form()), numbers, cells.size()));
        int notStated = 0;
        for (Value cell : cells) {
            if (cell.status() == Status.NOT_FOUND && ++notStated > NOTHING_STATED_SHOWN) {
                continue;
            }
            out.add(row(cell, LABEL));
        }
        if (notStated > NOTHING_STATED_SHOWN) {
            out.add("  @|faint " + words.get("inspect.more_not_found", notStated - NOTHING_STATED_SHOWN) + "|@");
        }
    }

    private String row(Value value, int label) {
        String amount = value.amount()
                .map(ReadingText::number)
                .orElse(words.get("status." + value.status().code()));
        String requester = value.requester().equals(Value.TOTAL) ? "" : "  " + value.requester();
        return "  " + Columns.right("" + value.line(), 5) + "  "
                + Columns.left(plain(value.printedLabel()), label) + " "
                + (value.status().hasNumber() ? "" : "@|faint ") + Columns.right(amount, 12)
                + (value.status().hasNumber() ? "" : "|@") + " "
                + Columns.left(value.unit(), 5)
                + (value.status() == Status.APPROXIMATE ? "@|yellow ≈|@ " : "  ")
                + "@|faint " + value.indicator() + requester + "|@";
    }

    private void prose(List<String> out, Report report) {
        List<Value> said =
                report.values().stream().filter(v -> v.origin() == Origin.PROSE).toList();
        if (said.isEmpty()) {
            return;
        }
        heading(out, words.get("inspect.prose", said.size()));
        for (Value value : said) {
            out.add(row(value, SENTENCE));
        }
    }

    private void unmapped(List<String> out, Report report) {
        if (report.unmapped().isEmpty()) {
            return;
        }
        heading(out, words.get("inspect.unmapped", report.unmapped().size()));
        for (Unmapped unmapped : report.unmapped()) {
            out.add("  " + Columns.right("" + unmapped.line(), 5) + "  @|yellow "
                    + Columns.cut(plain(unmapped.text()), 110) + "|@");
        }
    }

    private static void heading(List<String> out, String text) {
        out.add("");
        out.add("@|bold " + text + "|@");
    }

    private static String number(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** The document's own characters, made harmless for a terminal: no control characters, no markup of ours. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control =
                    Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
            out.append(control ? ' ' : c);
        }
        return out.toString().replace("@|", "@ |").replace("|@", "| @");
    }
}
