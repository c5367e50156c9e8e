package org.gongkai.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code gongkai ingest INPUT…}: reads documents into the lake. */
@Command(
        name = "ingest",
        header = "Read documents into the lake; what is there already is not read again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai ingest reports/",
            "  gongkai ingest 'crawl/2018-*.jsonl' archive.zip --home /data/gongkai",
            "  gongkai ingest --reparse"
        },
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Files, folders and globs: .txt .html .json .jsonl .parquet .zip .tar.gz .gz")
    private List<String> inputs = List.of();

    @Option(
            names = "--reparse",
            description = "Read every document of the lake again, from the text in the lake, if another version of the"
                    + " reader read it.")
    private boolean reparse;

    @Option(
            names = "--strict",
            description =
                    "Exit with 4 where a document is rejected, a line of a table belongs to no cell, or a report breaks a"
                            + " rule of severity error.")
    private boolean strict;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private JobOptions options;

    @Override
    public Integer call() throws java.io.IOException {
        if (inputs.isEmpty() && !reparse) {
            throw new picocli.CommandLine.ParameterException(spec.commandLine(), "an INPUT is needed");
        }
        options.prepareLog();
        return new Pipeline(options, spec.commandLine())
                .run(new Pipeline.Order(inputs, reparse, strict, false, limits.limits()));
    }
}
