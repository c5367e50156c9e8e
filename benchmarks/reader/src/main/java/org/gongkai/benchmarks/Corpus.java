package org.gongkai.benchmarks;

import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.place.Identifier;
import org.gongkai.report.Content;
import org.gongkai.report.ReportReader;
import org.gongkai.report.Submission;
import org.gongkai.table.TableReader;
import org.gongkai.table.TableReading;
import org.gongkai.text.HtmlText;
import org.gongkai.text.Manuscript;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Documents of every layout in memory, each as far as the stage before has brought it; one after the other is handed
 * out. The folder of JSON lines is the system property {@code corpus}.
 */
@State(Scope.Thread)
public class Corpus {
    private final List<Document> documents = new ArrayList<>();
    private int next;

    /**
     * A document and what the stages make of it.
     *
     * @param submission as it came in
     * @param bytes its characters as UTF-8
     * @param text its characters
     * @param html whether it is a page of HTML
     * @param manuscript its lines
     * @param table its statutory table
     * @param year its year
     */
    public record Document(
            Submission submission,
            byte[] bytes,
            String text,
            boolean html,
            Manuscript manuscript,
            TableReading table,
            OptionalInt year) {
        /** The line by which the place of the statutory table is told. */
        public int headingLine() {
            return table.headingYear().isPresent() ? table.headingYearLine() : table.firstLine();
        }

        /** The lines, read anew. */
        public Manuscript lines() {
            return html
                    ? HtmlText.read(submission.particulars(), text)
                    : Manuscript.ofText(submission.particulars(), text);
        }
    }

    /** Reads the folder and every document of it once. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("corpus")))) {
            for (Path file : files.sorted().toList()) {
                try (InputStream in = Files.newInputStream(file);
                        Intake intake = Intake.open(file.toString(), in, FileKind.JSON_LINES, IntakeLimits.DEFAULT)) {
                    intake.forEachRemaining(s -> documents.add(document(s)));
                }
            }
        }
        long size = documents.stream().mapToLong(d -> d.bytes().length).sum();
        System.out.printf("%d documents, %d bytes each%n", documents.size(), size / documents.size());
    }

    /** The next document; behind the last one comes the first. */
    public Document next() {
        next = next + 1 == documents.size() ? 0 : next + 1;
        return documents.get(next);
    }

    private static Document document(Submission submission) {
        boolean html = submission.content() instanceof Content.Html;
        String text = submission.content() instanceof Content.Html page
                ? page.html()
                : ((Content.Text) submission.content()).text();
        Manuscript manuscript = ReportReader.read(submission).manuscript();
        TableReading table = TableReader.read(manuscript);
        Document read = new Document(
                submission, text.getBytes(StandardCharsets.UTF_8), text, html, manuscript, table, OptionalInt.empty());
        OptionalInt year = Identifier.identify(manuscript, table.headingYear(), read.headingLine())
                .reportYear();
        return new Document(submission, read.bytes(), text, html, manuscript, table, year);
    }
}
