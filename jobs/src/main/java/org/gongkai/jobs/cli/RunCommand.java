package org.gongkai.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code gongkai run INPUT…}: ingest, and every step after it, in one session. */
@Command(
        name = "run",
        header = "Read documents, compute the marts and publish a release.",
        footerHeading = "%nExamples:%n",
        footer = {"  gongkai run data/sample", "  gongkai run --master 'local[2]' --home /data/gongkai crawl.jsonl"},
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Files, folders and globs: .txt .html .json .jsonl .parquet .zip .tar.gz .gz")
    private List<String> inputs = List.of();

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
        options.prepareLog();
        return new Pipeline(options, spec.commandLine())
                .run(new Pipeline.Order(inputs, false, strict, true, limits.limits()));
    }
}
