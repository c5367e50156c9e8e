package org.gongkai.jobs.cli;

import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.AggregateSummary;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.jobs.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** {@code gongkai aggregate}: computes the marts from the lake. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        header = "Compute the marts from the lake. 由数据湖计算汇总表。",
        footerHeading = "%nExamples:%n",
        footer = {"  gongkai aggregate", "  gongkai aggregate --home /data/gongkai-home"})
public final class AggregateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description =
                    "Documented corrections: body_id,report_year,indicator,requester,printed_value,corrected_value,"
                            + "reason,evidence. Default: corrections.csv in the home, if it is there.")
    private Optional<String> corrections = Optional.empty();

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        AggregateSummary summary = Workplace.during(options, "aggregate", place -> {
            try (Progress progress = Progress.on(
                    spec.commandLine().getErr(), Words.of(options.language()).get("progress.aggregate"))) {
                return AggregateJob.run(
                        place.spark(),
                        place.lake(),
                        place.snapshots(),
                        place.home(),
                        MartInputs.standard().with(corrections),
                        progress::at);
            }
        });
        java.io.PrintWriter out = spec.commandLine().getOut();
        new TreeMap<>(summary.rows()).forEach((table, rows) -> out.printf("%,12d  %s%n", rows, table));
        out.printf(
                summary.isNew() ? "marts %s: %s (%.1f s)%n" : "marts %s, nothing new to compute: %s (%.1f s)%n",
                summary.id(),
                summary.path(),
                summary.took().toMillis() / 1000.0);
        out.flush();
        return ExitCode.DONE;
    }
}
