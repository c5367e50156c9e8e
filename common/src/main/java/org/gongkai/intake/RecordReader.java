package org.gongkai.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.report.Content;
import org.gongkai.report.Digests;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A record {@code {"source","title","publisher","region_code","report_year","published_on","text"|"html"|"pages"|
 * "values"}} as a submission. All fields but one of the last four may be missing or null; a field of another type makes
 * the record a damaged document that says which. Stateless.
 */
public final class RecordReader {
    private static final String PAGE_BREAK = "\f";

    private RecordReader() {}

    /**
     * Reads a record.
     *
     * @param place where it stands; its source where it names none
     * @param record the record, whatever it holds
     */
    public static Submission read(String place, JsonNode record) {
        if (!record.isObject()) {
            return damaged(place, record, "not an object");
        }
        Optional<String> wrong = wrongField(record);
        if (wrong.isPresent()) {
            return damaged(place, record, "field " + wrong.get());
        }
        Particulars particulars = new Particulars(
                text(record, "source").orElse(place),
                text(record, "title"),
                text(record, "publisher"),
                text(record, "region_code"),
                text(record, "report_year")
                        .map(y -> OptionalInt.of(Integer.parseInt(y)))
                        .orElse(OptionalInt.empty()),
                text(record, "published_on").map(RecordReader::day));
        if (record.hasNonNull("text")) {
            return new Submission(
                    particulars, new Content.Text(record.get("text").asText()));
        }
        if (record.hasNonNull("html")) {
            return new Submission(
                    particulars, new Content.Html(record.get("html").asText()));
        }
        if (record.hasNonNull("pages")) {
            List<String> pages = new ArrayList<>();
            record.get("pages").forEach(p -> pages.add(p.asText("")));
            return new Submission(particulars, new Content.Text(String.join(PAGE_BREAK, pages)));
        }
        if (record.hasNonNull("values")) {
            return values(place, record, particulars);
        }
        return damaged(place, record, "none of text, html, pages, values");
    }

    private static Submission values(String place, JsonNode record, Particulars particulars) {
        List<Content.Figure> figures = new ArrayList<>();
        for (JsonNode value : record.get("values")) {
            Optional<String> indicator = text(value, "indicator");
            JsonNode number = value.path("value");
            boolean missing = number.isMissingNode() || number.isNull();
            if (indicator.isEmpty() || !(missing || isFinite(number))) {
                return damaged(place, record, "values[" + figures.size() + "]");
            }
            figures.add(new Content.Figure(
                    indicator.get(),
                    text(value, "requester").orElse(Value.TOTAL),
                    missing ? Optional.empty() : Optional.of(number.decimalValue()),
                    text(value, "unit").orElse("")));
        }
        return new Submission(particulars, new Content.Figures(figures));
    }

    private static Optional<String> wrongField(JsonNode record) {
        for (String field : List.of("source", "title", "publisher", "text", "html")) {
            if (record.hasNonNull(field) && !record.get(field).isTextual()) {
                return Optional.of(field);
            }
        }
        for (String field : List.of("pages", "values")) {
            if (record.hasNonNull(field) && !record.get(field).isArray()) {
                return Optional.of(field);
            }
        }
        if (text(record, "region_code").filter(c -> !c.matches("[0-9]{6}")).isPresent()) {
            return Optional.of("region_code");
        }
        if (text(record, "report_year")
                .filter(y -> !y.matches("(19|20)[0-9]{2}"))
                .isPresent()) {
            return Optional.of("report_year");
        }
        try {
            text(record, "published_on").map(RecordReader::day);
        } catch (DateTimeException e) {
            return Optional.of("published_on");
        }
        return Optional.empty();
    }

    /** A day, also out of a time stamp. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static Optional<String> text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (!value.isValueNode() || value.isNull() || value.isBoolean()) {
            return Optional.empty();
        }
        // 1e999 is no number that a field could hold; its text will not do for any field that has to be one.
        String text = isFinite(value) ? new BigDecimal(value.asText()).toPlainString() : value.asText();
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && (!value.isFloatingPointNumber() || Double.isFinite(value.doubleValue()));
    }

    private static Submission damaged(String place, JsonNode record, String detail) {
        return new Submission(
                Particulars.ofSource(place),
                new Content.Unusable(Rejection.DAMAGED, detail, Digests.sha256(record.toString())));
    }
}
