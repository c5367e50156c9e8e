package org.gongkai.jobs.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.util.List;

/** What a command that reads documents asks for: which, within which limits, and what counts as a failure. */
public final class ReadOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Files, folders and globs: .txt .html .json .jsonl .parquet .zip .tar.gz .gz .pdf .docx .doc")
    private List<String> inputs = List.of();

    @Option(
            names = "--strict",
            description =
                    "Exit with 4 where a document is rejected, a line of a table belongs to no cell, or a report breaks a"
                            + " rule of severity error.")
    private boolean strict;

    @Mixin
    private LimitOptions limits;

    /**
     * The work as the pipeline takes it.
     *
     * @param reparse whether the documents of the lake are read again; without it an INPUT is needed
     * @param publish whether marts and a release follow
     */
    Pipeline.Order order(boolean reparse, boolean publish) {
        if (inputs.isEmpty() && !reparse) {
            throw new ParameterException(spec.commandLine(), "an INPUT is needed");
        }
        return new Pipeline.Order(inputs, reparse, strict, publish, limits.limits());
    }
}
