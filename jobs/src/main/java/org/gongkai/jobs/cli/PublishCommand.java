package org.gongkai.jobs.cli;

import org.gongkai.jobs.release.PublishJob;
import org.gongkai.jobs.release.PublishSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** {@code gongkai publish}: writes a release from the marts. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        header = "Write a release from the newest marts. 由汇总表生成发布版本。",
        footerHeading = "%nExamples:%n",
        footer = {"  gongkai publish", "  gongkai publish --home /data/gongkai-home"})
public final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PublishSummary summary;
        try {
            summary = Workplace.during(options, "publish", place -> PublishJob.run(place.spark(), place.home()));
        } catch (FileNotFoundException e) {
            spec.commandLine().getErr().println("gongkai: " + e.getMessage());
            return ExitCode.INPUT;
        }
        if (summary.isNew()) {
            out.printf(
                    "release %s: %s, %,d changed cells (%.1f s)%n",
                    summary.id(),
                    summary.path(),
                    summary.changes(),
                    summary.took().toMillis() / 1000.0);
        } else {
            out.printf("unchanged: release %s is what the marts say, %s%n", summary.id(), summary.path());
        }
        out.flush();
        return ExitCode.DONE;
    }
}
