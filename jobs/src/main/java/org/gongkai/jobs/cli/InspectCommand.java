package org.gongkai.jobs.cli;

import org.gongkai.finding.Severity;
import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.inspect.ReadingJson;
import org.gongkai.jobs.inspect.ReadingText;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;
import org.gongkai.report.Outcome;
import org.gongkai.report.Reading;
import org.gongkai.report.ReportReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code gongkai inspect FILE…}: what one document says, without Spark, in about a second. */
@Command(
        name = "inspect",
        header = "Show what one report says: values with their lines, what was not understood, what breaks a rule.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai inspect report.txt",
            "  gongkai inspect --lang en report.html",
            "  gongkai inspect --json reports/*.txt > readings.jsonl"
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Reports: .txt .html .pdf .docx .doc .json .jsonl .zip .tar.gz .gz, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a document, one a line.")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", description = "Language of what is said about the report.")
    private Language language = Language.zh;

    @Option(
            names = "--strict",
            description =
                    "Exit with 4 where a document does not count, breaks a rule of severity error or has unmapped lines.")
    private boolean strict;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Columns of the terminal.",
            defaultValue = "${env:COLUMNS:-100}")
    private int width;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean missing = false;
        boolean broken = false;
        for (Path file : files) {
            if (!Files.exists(file)) {
                complain("no such file: " + file);
                missing = true;
                continue;
            }
            try {
                for (Path one : filesOf(file)) {
                    broken |= inspect(one, out);
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                complain("cannot read " + file + ": " + e.getMessage());
                missing = true;
            }
        }
        out.flush();
        return missing ? ExitCode.INPUT : strict && broken ? ExitCode.QUALITY : ExitCode.DONE;
    }

    /** A folder's files in the order of their names; a file itself, whatever its name. */
    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(p -> FileKind.of(p.toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private boolean inspect(Path file, PrintWriter out) throws IOException {
        FileKind kind = FileKind.of(file.toString()).orElse(FileKind.TEXT);
        if (kind == FileKind.PARQUET) {
            complain(file + ": Parquet is read by 'gongkai ingest'; inspect shows texts");
            return true;
        }
        boolean broken = false;
        ReadingText text = new ReadingText(Words.of(language), width);
        try (InputStream in = Files.newInputStream(file);
                Intake intake = Intake.open(file.toString(), in, kind, IntakeLimits.DEFAULT)) {
            while (intake.hasNext()) {
                Reading reading = ReportReader.read(intake.next());
                if (json) {
                    out.println(ReadingJson.of(reading));
                } else {
                    List<String> lines = new ArrayList<>(text.of(reading));
                    lines.forEach(l -> out.println(CommandLine.Help.Ansi.AUTO.string(l)));
                    out.println();
                }
                broken |= breaksStrictness(reading);
            }
        }
        return broken;
    }

    private static boolean breaksStrictness(Reading reading) {
        return reading.outcome() instanceof Outcome.Rejected
                || reading.report()
                        .filter(r -> !r.unmapped().isEmpty()
                                || r.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR))
                        .isPresent();
    }

    private void complain(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("gongkai: " + message);
        err.flush();
    }
}
