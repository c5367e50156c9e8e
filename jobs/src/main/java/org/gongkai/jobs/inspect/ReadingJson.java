package org.gongkai.jobs.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.gongkai.finding.Finding;
import org.gongkai.place.Identification;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.table.Unmapped;
import org.gongkai.value.Value;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;

/** A reading as one line of JSON, in the shape that the contract gives to {@code inspect --json}. */
public final class ReadingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReadingJson() {}

    /** One object on one line, without the line end. */
    public static String of(Reading reading) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(reading, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail", e);
        }
        return out.toString();
    }

    private static void write(Reading reading, JsonGenerator json) throws IOException {
        Optional<Report> report = reading.report();
        json.writeStartObject();
        json.writeStringField("source", reading.manuscript().particulars().source());
        json.writeStringField("sha256", reading.sha256());
        if (reading.outcome() instanceof Outcome.Rejected rejected) {
            json.writeStringField("outcome", "rejected");
            json.writeStringField("reason", rejected.reason().code());
            json.writeStringField("detail", rejected.detail());
        } else {
            json.writeStringField("outcome", "parsed");
            json.writeNullField("reason");
        }
        Optional<Identification> who = report.map(Report::identification);
        text(json, "title", who.map(Identification::title));
        text(json, "body", who.map(Identification::body));
        text(json, "body_id", who.map(Identification::bodyId));
        text(json, "region_code", who.map(Identification::regionCode));
        text(json, "region_name", who.map(Identification::regionName));
        text(json, "region_path", who.map(Identification::regionPath));
        if (who.isPresent() && who.get().reportYear().isPresent()) {
            json.writeNumberField("report_year", who.get().reportYear().getAsInt());
        } else {
            json.writeNullField("report_year");
        }
        text(json, "kind", who.map(w -> w.kind().code()));
        text(json, "form", report.map(Report::form));
        text(json, "scope", who.map(w -> w.scope().code()));
        text(json, "published_on", who.flatMap(w -> w.publishedOn().map(Object::toString)));
        json.writeArrayFieldStart("values");
        for (Value value : report.map(Report::values).orElse(java.util.List.of())) {
            value(json, value);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unmapped");
        for (Unmapped unmapped : report.map(Report::unmapped).orElse(java.util.List.of())) {
            json.writeStartObject();
            json.writeNumberField("line", unmapped.line());
            json.writeStringField("text", unmapped.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.map(Report::findings).orElse(java.util.List.of())) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("severity", finding.severity().code());
            json.writeStringField("message", finding.message());
            json.writeStringField("place", finding.place());
            json.writeNumberField("line", finding.leftLine());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Value value) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", value.indicator());
        json.writeStringField("requester", value.requester());
        Optional<BigDecimal> amount = value.amount();
        if (amount.isPresent()) {
            json.writeFieldName("value");
            json.writeNumber(plain(amount.get()));
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("unit", value.unit());
        json.writeStringField("status", value.status().code());
        json.writeStringField("origin", value.origin().code());
        json.writeNumberField("line", value.line());
        json.writeStringField("printed_label", value.printedLabel());
        json.writeStringField("printed_value", value.printedValue());
        json.writeEndObject();
    }

    /** Without an exponent and without idle zeros: 321000, not 3.21E+5. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent() && !value.get().isEmpty()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
