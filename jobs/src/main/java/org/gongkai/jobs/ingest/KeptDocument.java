package org.gongkai.jobs.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.gongkai.intake.RecordReader;
import org.gongkai.report.Content;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A document as the lake keeps it.
 *
 * @param entry who it is and when it came
 * @param source where it came from
 * @param given what came beside the text, as a JSON object; HTML and figures stand in it
 * @param text its text
 * @param reason why it was rejected, empty where it was not
 * @param detail what shows it
 */
record KeptDocument(IngestTask.Entry entry, String source, String given, String text, String reason, String detail) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLUMNS =
            List.of("sha256", "ingest_id", "ingested_at", "source", "given", "text", "reason", "detail");

    /** The columns of the table that make it. */
    static Column[] columns() {
        return COLUMNS.stream().map(functions::col).toArray(Column[]::new);
    }

    /** From a row of these columns. */
    static KeptDocument of(Row row) {
        IngestTask.Entry entry = new IngestTask.Entry(
                row.getString(0), row.getInt(1), row.getTimestamp(2).toInstant());
        return new KeptDocument(
                entry, row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7));
    }

    /** The document again; what was not text then is still none, for the same reason. */
    Submission again() {
        try {
            ObjectNode record = (ObjectNode) JSON.readTree(given);
            record.put("source", source);
            if (!record.path("html").asText("").isEmpty() || record.has("values")) {
                return RecordReader.read(source, record);
            }
            if (text.isEmpty() && !reason.isEmpty()) {
                Rejection why = Arrays.stream(Rejection.values())
                        .filter(r -> r.code().equals(reason))
                        .findFirst()
                        .orElse(Rejection.DAMAGED);
                return new Submission(Particulars.ofSource(source), new Content.Unusable(why, detail, entry.sha256()));
            }
            record.remove("html");
            return RecordReader.read(source, record.put("text", text));
        } catch (IOException e) {
            throw new UncheckedIOException("documents.given of " + source + " is not JSON", e);
        }
    }
}
