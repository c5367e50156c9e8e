package org.gongkai.report;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.finding.Finding;
import org.gongkai.office.OfficeFiles;
import org.gongkai.office.Opened;
import org.gongkai.place.Identification;
import org.gongkai.place.Identifier;
import org.gongkai.prose.Breakdown;
import org.gongkai.prose.ProseReader;
import org.gongkai.prose.ProseReading;
import org.gongkai.quality.IdentityRules;
import org.gongkai.quality.OriginRules;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;
import org.gongkai.table.TableReader;
import org.gongkai.table.TableReading;
import org.gongkai.text.Decoded;
import org.gongkai.text.Decoder;
import org.gongkai.text.HtmlText;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The one door: a submission in, what it says out. Stateless and thread-safe; linear in the length of the document.
 *
 * <p>Bad input is a {@link Outcome.Rejected}, never an exception; an exception out of here is a defect.
 */
public final class ReportReader {
    /**
     * Version of the reading: it rises whenever the same document may be read differently, so that a lake knows which
     * reports an older reader read.
     */
    public static final String VERSION = "3";

    private static final Set<String> TWO_REPORTS = Set.of("document.two_reports", "document.two_tables");

    private ReportReader() {}

    /** Reads one document, within the usual limits. */
    public static Reading read(Submission submission) {
        return read(submission, TextLimits.DEFAULT);
    }

    /** Reads one document; one with more text than the limits allow is rejected and not read. */
    public static Reading read(Submission submission, TextLimits limits) {
        return read(submission, submission.sha256(), limits);
    }

    /** Reads one document whose digest is known, within the usual limits. */
    public static Reading read(Submission submission, String sha256) {
        return read(submission, sha256, TextLimits.DEFAULT);
    }

    /**
     * Reads one document whose digest is known.
     *
     * @param submission the document
     * @param sha256 its {@link Submission#sha256()}, which takes a tenth of the time of reading it
     * @param limits one with more text is rejected and not read
     */
    public static Reading read(Submission submission, String sha256, TextLimits limits) {
        Particulars particulars = submission.particulars();
        Content content = submission.content();
        if (content instanceof Content.Unusable unusable) {
            return rejected(sha256, "application/octet-stream", particulars, unusable.reason(), unusable.detail());
        }
        if (content instanceof Content.Bytes file) {
            return readFile(sha256, particulars, file, limits);
        }
        if (content instanceof Content.Html html) {
            return readHtml(sha256, "text/html", particulars, html.html(), limits);
        }
        if (content instanceof Content.Figures given) {
            Manuscript nothing = new Manuscript(particulars, List.of());
            return conclude(sha256, "application/json", nothing, StatedFigures.report(nothing, given));
        }
        return readText(sha256, "text/plain", particulars, ((Content.Text) content).text(), limits);
    }

    private static Reading readFile(String sha256, Particulars particulars, Content.Bytes file, TextLimits limits) {
        Decoded decoded = Decoder.decode(file.bytes());
        if (decoded instanceof Decoded.Binary binary) {
            Optional<OfficeFiles.Kind> office = OfficeFiles.kind(binary.format());
            if (office.isPresent()) {
                return readOffice(sha256, particulars, office.get(), file.bytes(), limits);
            }
            Rejection reason = file.bytes().length == 0 ? Rejection.EMPTY : Rejection.BINARY;
            return rejected(sha256, "application/octet-stream", particulars, reason, binary.reason());
        }
        String text = ((Decoded.Text) decoded).text();
        boolean html = file.mediaType().equals("text/html") || HtmlText.looksLikeHtml(text);
        return html
                ? readHtml(sha256, "text/html", particulars, text, limits)
                : readText(sha256, "text/plain", particulars, text, limits);
    }

    private static Reading readHtml(
            String sha256, String mediaType, Particulars particulars, String html, TextLimits limits) {
        if (html.length() > limits.characters()) {
            return tooLarge(sha256, mediaType, particulars, limits.characters() + " characters");
        }
        Manuscript manuscript = HtmlText.read(particulars, html);
        return manuscript.lines().size() > limits.lines()
                ? tooLarge(sha256, mediaType, particulars, limits.lines() + " lines")
                : read(sha256, mediaType, manuscript);
    }

    private static Reading readText(
            String sha256, String mediaType, Particulars particulars, String text, TextLimits limits) {
        if (text.length() > limits.characters()) {
            return tooLarge(sha256, mediaType, particulars, limits.characters() + " characters");
        }
        return hasMoreLines(text, limits.lines())
                ? tooLarge(sha256, mediaType, particulars, limits.lines() + " lines")
                : read(sha256, mediaType, Manuscript.ofText(particulars, text));
    }

    /** Whether a text has more lines than that; looked at before any line is made, so that none is made in vain. */
    private static boolean hasMoreLines(String text, int most) {
        if (text.length() <= most) {
            return false;
        }
        int ended = 0;
        int start = 0;
        for (int i = 0; i < text.length() && ended <= most; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                ended++;
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        return ended + (start < text.length() ? 1 : 0) > most;
    }

    private static Reading tooLarge(String sha256, String mediaType, Particulars particulars, String limit) {
        return rejected(sha256, mediaType, particulars, Rejection.TOO_LARGE, "more than " + limit);
    }

    private static Reading readOffice(
            String sha256, Particulars particulars, OfficeFiles.Kind kind, byte[] bytes, TextLimits limits) {
        Opened opened = OfficeFiles.open(kind, bytes);
        if (opened instanceof Opened.Closed closed) {
            Rejection reason = switch (closed.why()) {
                case DAMAGED -> Rejection.DAMAGED;
                case NO_TEXT -> Rejection.NO_TEXT;
                case TOO_LARGE -> Rejection.TOO_LARGE;
            };
            return rejected(sha256, kind.mediaType(), particulars, reason, closed.detail());
        }
        return opened instanceof Opened.Markup word
                ? readHtml(sha256, kind.mediaType(), particulars, word.html(), limits)
                : readText(sha256, kind.mediaType(), particulars, ((Opened.Pages) opened).text(), limits);
    }

    private static Reading read(String sha256, String mediaType, Manuscript manuscript) {
        if (manuscript.lines().stream().allMatch(l -> l.isBlank())) {
            return rejected(sha256, mediaType, manuscript.particulars(), Rejection.EMPTY, "");
        }
        TableReading table = TableReader.read(manuscript);
        int heading = table.headingYear().isPresent() ? table.headingYearLine() : table.firstLine();
        Identification who = Identifier.identify(manuscript, table.headingYear(), heading);
        ProseReading prose = ProseReader.read(manuscript, table.tableLines(), who.reportYear());

        List<Value> values = new ArrayList<>(table.values());
        values.addAll(prose.values());
        List<Finding> findings = new ArrayList<>(who.findings());
        findings.addAll(table.findings());
        formOfAnotherYear(table, who.reportYear()).ifPresent(findings::add);
        findings.addAll(IdentityRules.check(table.form(), values));
        findings.addAll(OriginRules.check(values));
        prose.breakdowns().forEach(b -> partsOfATotal(b).ifPresent(findings::add));

        return conclude(
                sha256,
                mediaType,
                manuscript,
                new Report(who, table.form(), values, table.unmapped(), distinct(findings)));
    }

    /** Whether the report counts: it must be one report, of a year. */
    private static Reading conclude(String sha256, String mediaType, Manuscript manuscript, Report report) {
        Optional<Finding> two = report.findings().stream()
                .filter(f -> TWO_REPORTS.contains(f.rule()))
                .findFirst();
        Optional<Rejection> reason = Optional.empty();
        String detail = "";
        boolean saysNothing =
                report.form().equals(TableReading.NO_FORM) && report.values().isEmpty();
        if (saysNothing && report.identification().title().isEmpty()) {
            reason = Optional.of(Rejection.NOT_A_REPORT);
        } else if (two.isPresent()) {
            reason = Optional.of(Rejection.TWO_REPORTS);
            detail = two.get().message();
        } else if (report.identification().reportYear().isEmpty()) {
            reason = Optional.of(Rejection.NO_REPORT_YEAR);
        }
        Outcome outcome = reason.isEmpty()
                ? new Outcome.Parsed(report)
                : new Outcome.Rejected(reason.get(), detail, Optional.of(report));
        return new Reading(sha256, mediaType, manuscript, outcome);
    }

    private static Reading rejected(
            String sha256, String mediaType, Particulars particulars, Rejection reason, String detail) {
        return new Reading(
                sha256,
                mediaType,
                new Manuscript(particulars, List.of()),
                new Outcome.Rejected(reason, detail, Optional.empty()));
    }

    private static Optional<Finding> formOfAnotherYear(TableReading table, OptionalInt year) {
        Optional<Form> form = Catalogue.get().forms().stream()
                .filter(f -> f.form().equals(table.form()))
                .findFirst();
        if (form.isEmpty() || year.isEmpty() || form.get().isFor(year.getAsInt())) {
            return Optional.empty();
        }
        Rule rule = RuleBook.get().rule("form.not_of_year");
        String message = rule.messageZh(Map.of(
                "left",
                table.form(),
                "right",
                "" + year.getAsInt(),
                "year",
                "" + year.getAsInt(),
                "place",
                table.form()));
        return Optional.of(Finding.at(rule.code(), "", rule.severity(), message, table.firstLine()));
    }

    private static Optional<Finding> partsOfATotal(Breakdown parts) {
        if (parts.balances()) {
            return Optional.empty();
        }
        Rule rule = RuleBook.get().rule("prose.parts");
        String message = rule.messageZh(Map.of(
                "left", parts.total().toPlainString(),
                "right", parts.sum().toPlainString(),
                "place", Catalogue.get().label(parts.indicator())));
        return Optional.of(new Finding(
                rule.code(),
                parts.indicator(),
                rule.severity(),
                message,
                Optional.of(parts.total()),
                Optional.of(parts.sum()),
                parts.totalLine(),
                parts.lastLine()));
    }

    /** (rule, place) is the grain of findings: of two alike the first stays. */
    private static List<Finding> distinct(List<Finding> findings) {
        Map<String, Finding> byPlace = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byPlace.putIfAbsent(finding.rule() + "\n" + finding.place(), finding);
        }
        return List.copyOf(byPlace.values());
    }
}
