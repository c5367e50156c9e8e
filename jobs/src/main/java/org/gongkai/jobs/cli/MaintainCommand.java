package org.gongkai.jobs.cli;

import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.lake.TableCare;
import org.gongkai.jobs.maintain.MaintainJob;
import org.gongkai.jobs.maintain.MaintainSummary;
import org.gongkai.jobs.session.Sessions;
import org.gongkai.jobs.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code gongkai maintain}: small files, old snapshots and orphans of the lake. */
@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        header = "Compact the lake, let old snapshots go and remove what interrupted jobs left. 维护数据湖。",
        description = {
            "Safe beside running jobs: it waits for a job that writes, and jobs that read go on with what they began with.",
            "No figure changes, no release is touched, and no snapshot goes that a release or a mart set names."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai maintain --dry-run",
            "  gongkai maintain --retain 30 --older-than 7d",
            "  gongkai maintain --older-than 0h    # when nothing else runs on this home"
        })
public final class MaintainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--retain",
            paramLabel = "N",
            defaultValue = "10",
            description = "The state after the last N ingests stays readable. Default: ${DEFAULT-VALUE}.")
    private int retain;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            defaultValue = "3d",
            description = "What is younger stays, as a running job may need it: 12h, 3d. Default: ${DEFAULT-VALUE}.")
    private String olderThan;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing of it.")
    private boolean dryRun;

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() throws IOException {
        if (retain < 1) {
            throw new ParameterException(spec.commandLine(), "--retain needs a number of 1 or more");
        }
        Duration age = age();
        options.prepareLog();
        Home home = Home.of(options.home());
        try (SparkSession spark = Sessions.open("maintain", home, options.master());
                Lake lake = Lake.open(spark, options.home())) {
            MaintainJob.Order order = new MaintainJob.Order(retain, age, dryRun, LakeWriter.PATIENCE);
            print(MaintainJob.run(spark, lake, order, this::say), home);
        }
        return ExitCode.DONE;
    }

    /** A number of hours or days: {@code 12h}, {@code 3d}. */
    private Duration age() {
        String text = olderThan.toUpperCase(Locale.ROOT);
        try {
            Duration age = Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
            if (!age.isNegative()) {
                return age;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new ParameterException(spec.commandLine(), "--older-than needs a time such as 12h or 3d");
    }

    private void print(MaintainSummary summary, Home home) {
        Words words = Words.of(options.language());
        PrintWriter out = spec.commandLine().getOut();
        String format = "%-14s %10s %10s %10s %10s %10s%n";
        out.printf(
                format,
                words.get("maintain.table"),
                words.get("maintain.from"),
                words.get("maintain.into"),
                words.get("maintain.expired"),
                words.get("maintain.files"),
                words.get("maintain.orphans"));
        for (TableCare table : summary.tables()) {
            out.printf(
                    format,
                    table.table(),
                    table.compactedFrom(),
                    dryRun ? "-" : table.compactedInto(),
                    table.expired(),
                    dryRun ? "-" : table.expiredFiles(),
                    table.orphans());
        }
        out.println(words.get("maintain.rest", summary.martSets(), summary.leftovers()));
        if (dryRun) {
            out.println(words.get("maintain.dry_run"));
        }
        out.println(words.get("run.home", home.shown()));
        out.println(words.get("run.time", String.format("%.1f", summary.took().toMillis() / 1e3)));
        out.flush();
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("gongkai: " + sentence);
        spec.commandLine().getErr().flush();
    }
}
