package org.gongkai.jobs.cli;

import org.gongkai.jobs.release.Trace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gongkai trace}: from a figure in a mart back to the printed lines it comes from. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        header = "Show the printed lines behind a figure. 追溯一个数到报告原文。",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai trace --region 640500 --year 2018 --indicator channel.weibo",
            "  gongkai trace --region 000000 --year 2019 --indicator outcome.granted --release 0003",
            "  gongkai trace --region 640500 --year 2018 --table channel_shares --indicator weibo",
            "  gongkai trace --region 640500 --year 2018 --table trends --indicator requests.received",
            "  gongkai trace --region 640500 --year 2021 --indicator carry_over     # the lines that break a rule",
            "  gongkai trace --region 640500 --year 2020 --table coverage        # who reported, and who did not"
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
            paramLabel = "CODE",
            description =
                    "Measure or indicator, such as outcome.granted or channel.weibo; a rule; or what the row or the"
                            + " column of the table is called.")
    private String indicator = "";

    @Option(
            names = "--table",
            paramLabel = "MART",
            description = "The mart of the row. Default: told from the indicator, else measures.")
    private String table = "";

    @Option(
            names = "--requester",
            paramLabel = "CODE",
            description = "Applicant column, such as requester.natural_person. Default: the total.")
    private Optional<String> requester = Optional.empty();

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
        if (indicator.isEmpty() && table.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "needs --indicator, or --table, or both");
        }
        List<String> lines;
        try {
            Trace.Question question = new Trace.Question(release, table, region, year, indicator, requester, basis);
            lines = Workplace.during(options, "trace", place -> Trace.lines(place.spark(), place.home(), question));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (FileNotFoundException e) {
            spec.commandLine().getErr().println("gongkai: " + e.getMessage());
            return ExitCode.INPUT;
        }
        if (lines.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "no printed figure of %s stands behind region %s, year %d, basis %s%n",
                            (table + " " + indicator).strip(), region, year, basis);
            return ExitCode.INPUT;
        }
        out.println(String.join("\t", Trace.COLUMNS));
        lines.forEach(out::println);
        out.flush();
        return ExitCode.DONE;
    }
}
