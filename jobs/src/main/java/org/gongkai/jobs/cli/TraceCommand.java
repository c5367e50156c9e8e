package org.gongkai.jobs.cli;

import org.gongkai.jobs.release.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code gongkai trace}: from a figure in a mart back to the printed lines it comes from. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        header = "Show the printed lines behind a figure. 追溯一个数到报告原文。",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai trace --region 640500 --year 2018 --indicator channel.weibo",
            "  gongkai trace --region 000000 --year 2019 --indicator outcome.granted --release 0003"
        })
public final class TraceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--region",
            required = true,
            paramLabel = "CODE",
            description = "GB/T 2260 code; 000000 is the nation.")
    private String region;

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "Report year.")
    private int year;

    @Option(
            names = "--indicator",
            required = true,
            paramLabel = "CODE",
            description = "Indicator or measure, such as channel.weibo or outcome.granted.")
    private String indicator;

    @Option(
            names = "--basis",
            defaultValue = "bodies",
            paramLabel = "bodies|territory",
            description = "What was added up. Default: ${DEFAULT-VALUE}.")
    private String basis;

    @Option(
            names = "--release",
            defaultValue = "current",
            paramLabel = "ID",
            description = "Which release. Default: ${DEFAULT-VALUE}.")
    private String release;

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<String> lines;
        try {
            lines = Workplace.during(
                    options,
                    "trace",
                    place -> Trace.lines(place.spark(), place.home(), release, region, year, indicator, basis));
        } catch (FileNotFoundException e) {
            spec.commandLine().getErr().println("gongkai: " + e.getMessage());
            return ExitCode.INPUT;
        }
        if (lines.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "no printed figure of %s stands behind region %s, year %d, basis %s%n",
                            indicator, region, year, basis);
            return ExitCode.INPUT;
        }
        out.println(String.join("\t", Trace.COLUMNS));
        lines.forEach(out::println);
        out.flush();
        return ExitCode.DONE;
    }
}
