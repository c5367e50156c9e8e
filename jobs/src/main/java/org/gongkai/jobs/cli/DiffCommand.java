package org.gongkai.jobs.cli;

import org.gongkai.jobs.release.Diff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code gongkai diff}: which published cells changed between two releases, and why. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        header = "Show which published cells changed between two releases, and why. 比较两次发布。",
        footerHeading = "%nExamples:%n",
        footer = {"  gongkai diff 0001 0002", "  gongkai diff 0001 current"})
public final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The older release.")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The newer release, or current.")
    private String after;

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> changes;
        try {
            changes = Workplace.during(
                    options, "diff", place -> Diff.between(place.spark(), place.home(), before, after));
        } catch (FileNotFoundException e) {
            spec.commandLine().getErr().println("gongkai: " + e.getMessage());
            return ExitCode.INPUT;
        }
        out.println(String.join("\t", Diff.columns()));
        changes.forEach(c -> out.println(String.join("\t", c)));
        out.printf("%,d cells differ%n", changes.size());
        out.flush();
        return ExitCode.DONE;
    }
}
