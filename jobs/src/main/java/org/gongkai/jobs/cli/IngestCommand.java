package org.gongkai.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--reparse",
            description = "Read every document of the lake again, from the text in the lake, if another version of the"
                    + " reader read it.")
    private boolean reparse;

    @Mixin
    private ReadOptions reads;

    @Mixin
    private JobOptions options;

    @Override
    public Integer call() throws java.io.IOException {
        Pipeline.Order order = reads.order(reparse, false);
        options.prepareLog();
        return new Pipeline(options, spec.commandLine()).run(order);
    }
}
