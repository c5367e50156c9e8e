package org.gongkai.jobs.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.report.Content;
import org.gongkai.report.Reading;
import org.gongkai.report.Submission;
import org.gongkai.text.Decoded;
import org.gongkai.text.Decoder;
import org.gongkai.text.Line;
import org.gongkai.text.Particulars;

import java.util.StringJoiner;

/**
 * What the lake keeps of a document so that it can be read again: its text by lines, and the record that it came as
 * where lines are not all of it.
 */
final class Original {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HTML = "text/html";

    private Original() {}

    /** The text by lines as they are numbered; empty where it is no text. */
    static String text(Reading reading) {
        StringJoiner text = new StringJoiner("\n");
        for (Line line : reading.manuscript().lines()) {
            text.add(line.printed());
        }
        return text.toString();
    }

    /** The text of a document that the reader could not read, as far as it is characters already. */
    static String text(Submission submission) {
        if (submission.content() instanceof Content.Text text) {
            return text.text();
        }
        return submission.content() instanceof Content.Bytes file ? decoded(file) : "";
    }

    /** What was given beside the text, as a JSON object; figures given as data and HTML stand in it as well. */
    static String given(Submission submission) {
        Particulars particulars = submission.particulars();
        ObjectNode given = JSON.createObjectNode();
        particulars.title().ifPresent(t -> given.put("title", t));
        particulars.publisher().ifPresent(p -> given.put("publisher", p));
        particulars.regionCode().ifPresent(r -> given.put("region_code", r));
        particulars.reportYear().ifPresent(y -> given.put("report_year", y));
        particulars.publishedOn().ifPresent(d -> given.put("published_on", d.toString()));
        if (submission.content() instanceof Content.Html html) {
            given.put("html", html.html());
        } else if (submission.content() instanceof Content.Bytes file
                && file.mediaType().equals(HTML)) {
            given.put("html", decoded(file));
        } else if (submission.content() instanceof Content.Figures figures) {
            ArrayNode values = given.putArray("values");
            for (Content.Figure figure : figures.figures()) {
                ObjectNode value = values.addObject();
                value.put("indicator", figure.indicator());
                value.put("requester", figure.requester());
                value.put("value", figure.value().orElse(null));
                value.put("unit", figure.unit());
            }
        }
        return given.toString();
    }

    private static String decoded(Content.Bytes file) {
        return Decoder.decode(file.bytes()) instanceof Decoded.Text text ? text.text() : "";
    }
}
