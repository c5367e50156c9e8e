package org.gongkai.jobs.ingest;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.place.Identification;
import org.gongkai.place.Level;
import org.gongkai.place.ReporterKind;
import org.gongkai.place.Scope;
import org.gongkai.report.Content;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.Rejection;
import org.gongkai.report.Report;
import org.gongkai.report.Submission;
import org.gongkai.table.Unmapped;
import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a made-up form so plain that a test says in one line what it means: {@code body 640502-司法局}, {@code year 2018},
 * {@code published 2019-01-04}, {@code form channel.weibo 105}, {@code prose channel.weibo 104}, {@code blank
 * channel.wechat}, {@code warn some.rule}, {@code unmapped ...}, {@code crash}.
 */
final class PlainReader {
    private PlainReader() {}

    static Reading read(Submission submission) {
        if (submission.content() instanceof Content.Unusable unusable) {
            return rejected(submission, "application/octet-stream", unusable.reason(), unusable.detail(), "");
        }
        String text = submission.content() instanceof Content.Bytes file
                ? new String(file.bytes(), StandardCharsets.UTF_8)
                : ((Content.Text) submission.content()).text();
        String body = "";
        OptionalInt year = OptionalInt.empty();
        Optional<LocalDate> published = Optional.empty();
        List<Value> values = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Unmapped> unmapped = new ArrayList<>();
        Manuscript manuscript = Manuscript.ofText(submission.particulars(), text);
        for (Line line : manuscript.lines()) {
            String[] word = line.text().split(" ");
            switch (word[0]) {
                case "body" -> body = word[1];
                case "year" -> year = OptionalInt.of(Integer.parseInt(word[1]));
                case "published" -> published = Optional.of(LocalDate.parse(word[1]));
                case "form" -> values.add(value(word, line, Origin.FORM, Status.NORMAL));
                case "prose" -> values.add(value(word, line, Origin.PROSE, Status.NORMAL));
                case "blank" -> values.add(value(word, line, Origin.FORM, Status.NOT_STATED));
                case "warn" -> findings.add(Finding.at(word[1], "", Severity.WARN, "请核对", line.number()));
                case "unmapped" -> unmapped.add(new Unmapped(line.number(), line.printed()));
                case "crash" -> throw new IllegalStateException("a defect");
                default -> {
                    // prose that nobody asked for
                }
            }
        }
        if (body.isEmpty()) {
            return rejected(submission, "text/plain", Rejection.NOT_A_REPORT, "", text);
        }
        Identification who = new Identification(
                "标题",
                "某机关",
                body,
                body.substring(0, 6),
                "某地",
                "某省/某地",
                Optional.of(Level.COUNTY),
                ReporterKind.DEPARTMENT,
                Scope.BODY,
                year,
                Optional.empty(),
                Optional.empty(),
                published,
                List.of(),
                List.of());
        Report report = new Report(who, "2014", values, unmapped, findings);
        return new Reading(submission.sha256(), "text/plain", manuscript, new Outcome.Parsed(report));
    }

    private static Value value(String[] word, Line line, Origin origin, Status status) {
        Optional<BigDecimal> amount = status.hasNumber() ? Optional.of(new BigDecimal(word[2])) : Optional.empty();
        return new Value(
                word[1],
                Value.TOTAL,
                amount,
                "条",
                status,
                origin,
                line.number(),
                word[1],
                word.length > 2 ? word[2] : "");
    }

    private static Reading rejected(Submission s, String type, Rejection reason, String detail, String text) {
        return new Reading(
                s.sha256(),
                type,
                Manuscript.ofText(s.particulars(), text),
                new Outcome.Rejected(reason, detail, Optional.empty()));
    }
}
