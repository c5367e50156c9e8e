package org.gongkai.jobs.cli;

import org.gongkai.jobs.synth.Synthesis;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code gongkai synthesize}: a corpus of invented reports of any size, with its true values. */
@Command(
        name = "synthesize",
        header = "Write invented reports with their true values, for trials and benchmarks.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai synthesize --reports 20000 --out /tmp/corpus",
            "  gongkai synthesize --reports 1000 --years 2019-2021 --layouts html,tabs --format files --out trial"
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SynthesizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--reports", required = true, paramLabel = "N", description = "How many documents.")
    private long reports;

    @Option(names = "--years", defaultValue = "2014-2024", paramLabel = "FROM-TO", description = "Report years.")
    private String years = "";

    @Option(
            names = "--layouts",
            defaultValue = "all",
            paramLabel = "NAMES",
            description = "How tables are printed: all, or some of html,pipes,tabs,cell_a_line,columns.")
    private String layouts = "";

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same bytes.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets documents/ and truth.csv.")
    private Path out;

    @Option(names = "--format", defaultValue = "jsonl", description = "jsonl, parquet, files or zip.")
    private String format = "";

    @Override
    public Integer call() throws IOException {
        try {
            String[] span = years.split("-");
            Synthesis.write(
                    reports,
                    Integer.parseInt(span[0]),
                    Integer.parseInt(span[span.length - 1]),
                    layouts,
                    seed,
                    out,
                    format);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        spec.commandLine()
                .getOut()
                .println(reports + " documents: " + out.resolve("documents") + ", " + out.resolve("truth.csv"));
        return ExitCode.DONE;
    }
}
