package org.gongkai.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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

    @Mixin
    private ReadOptions reads;

    @Mixin
    private JobOptions options;

    @Override
    public Integer call() throws java.io.IOException {
        Pipeline.Order order = reads.order(false, true);
        options.prepareLog();
        return new Pipeline(options, spec.commandLine()).run(order);
    }
}
