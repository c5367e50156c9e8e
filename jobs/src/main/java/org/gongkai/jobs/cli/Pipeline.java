package org.gongkai.jobs.cli;

import org.apache.spark.sql.SparkSession;
import org.gongkai.finding.Severity;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.ingest.IngestJob;
import org.gongkai.jobs.ingest.IngestRequest;
import org.gongkai.jobs.ingest.IngestSummary;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.AggregateSummary;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.jobs.release.PublishJob;
import org.gongkai.jobs.release.PublishSummary;
import org.gongkai.jobs.session.Sessions;
import org.gongkai.jobs.words.Words;
import org.gongkai.report.ReportReader;
import org.gongkai.report.TextLimits;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of a run in one Spark session. Loaded by a command only when it is called. */
final class Pipeline {
    private final JobOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Words words;

    /**
     * What is to be done.
     *
     * @param inputs files, folders and globs
     * @param reparse whether to read the documents of the lake again
     * @param strict whether rejections, unmapped lines and errors are a failure
     * @param all whether the steps after the ingest follow
     * @param limits how much one input may cost
     */
    record Order(List<String> inputs, boolean reparse, boolean strict, boolean all, IntakeLimits limits) {}

    /** A step after the ingest. */
    @FunctionalInterface
    interface Step {
        /** Does it; gives the lines to print. */
        List<String> run(SparkSession spark, Lake lake, Home home) throws IOException;
    }

    /** What follows the ingest, in order. */
    private final List<Step> steps = List.of(this::aggregate, this::publish);

    Pipeline(JobOptions options, CommandLine command) {
        this.options = options;
        this.out = command.getOut();
        this.err = command.getErr();
        this.words = Words.of(options.language());
    }

    /** Runs it; gives the exit code. */
    int run(Order order) throws IOException {
        long began = System.nanoTime();
        Home home = Home.of(options.home());
        boolean failed = false;
        try (SparkSession spark = Sessions.open(order.all() ? "run" : "ingest", home, options.master());
                Lake lake = Lake.open(spark, options.home())) {
            if (order.reparse()) {
                Optional<IngestSummary> again = watched(
                        spark, () -> IngestJob.reparse(spark, lake, request(List.of(), order.limits()), this::say));
                failed |= again.filter(this::isFailure).isPresent();
                again.ifPresentOrElse(this::print, () -> out.println(words.get("ingest.nothing_to_reparse")));
            }
            if (!order.inputs().isEmpty()) {
                IngestSummary summary = watched(
                        spark, () -> IngestJob.run(spark, lake, request(order.inputs(), order.limits()), this::say));
                print(summary);
                failed |= isFailure(summary);
            }
            if (order.all()) {
                for (Step step : steps) {
                    step.run(spark, lake, home).forEach(out::println);
                }
            }
        }
        out.println(words.get("run.home", home.shown()));
        out.println(words.get("run.time", String.format("%.1f", (System.nanoTime() - began) / 1e9)));
        out.flush();
        return order.strict() && failed ? ExitCode.QUALITY : ExitCode.DONE;
    }

    /** Does a piece of the ingest with a line of progress, where somebody watches. */
    private <T> T watched(SparkSession spark, Supplier<T> work) {
        if (!Progress.isTerminal()) {
            return work.get();
        }
        try (Progress progress = Progress.on(err, words.get("progress.ingest"))) {
            IngestWatch watch = new IngestWatch(progress);
            spark.sparkContext().addSparkListener(watch);
            try {
                return work.get();
            } finally {
                spark.sparkContext().removeSparkListener(watch);
            }
        }
    }

    private List<String> aggregate(SparkSession spark, Lake lake, Home home) throws IOException {
        AggregateSummary summary;
        try (Progress progress = Progress.on(err, words.get("progress.aggregate"))) {
            summary = AggregateJob.run(
                    spark,
                    lake::read,
                    lake.snapshots(),
                    URI.create(home.address()),
                    MartInputs.standard(),
                    progress::at);
        }
        long rows = summary.rows().values().stream().mapToLong(Long::longValue).sum();
        return List.of(words.get(
                summary.isNew() ? "aggregate.done" : "aggregate.unchanged",
                summary.id(),
                summary.rows().size(),
                rows));
    }

    private List<String> publish(SparkSession spark, Lake lake, Home home) throws IOException {
        PublishSummary summary = PublishJob.run(spark, URI.create(home.address()));
        return List.of(words.get(
                summary.isNew() ? "publish.done" : "publish.unchanged",
                summary.id(),
                Home.shown(summary.path()),
                summary.changes()));
    }

    private static IngestRequest request(List<String> inputs, IntakeLimits limits) {
        TextLimits text = limits.text();
        return new IngestRequest(
                inputs,
                (submission, sha256) -> ReportReader.read(submission, sha256, text),
                ReportReader.VERSION,
                limits,
                LakeWriter.PATIENCE);
    }

    private boolean isFailure(IngestSummary summary) {
        return summary.ledger().rejected() > 0
                || summary.unmapped() > 0
                || summary.findings().getOrDefault(Severity.ERROR, 0) > 0;
    }

    private void print(IngestSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get("ingest.title", summary.ingestId(), summary.files()));
        lines.add(row("ingest.documents_in", summary.ledger().documentsIn()));
        lines.add(row("ingest.parsed", summary.ledger().parsed()));
        lines.add(look(
                row("ingest.rejected", summary.ledger().rejected()),
                summary.ledger().rejected(),
                "yellow"));
        summary.rejections().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> lines.add("    " + count(e.getValue()) + "  " + words.get("rejection." + e.getKey())));
        lines.add(row("ingest.duplicate", summary.ledger().duplicate()));
        lines.add(row("ingest.unchanged", summary.ledger().unchanged()));
        lines.add(row("ingest.reports", summary.reports()));
        lines.add(row("ingest.observations", summary.observations()));
        lines.add(row("ingest.unmapped", summary.unmapped()));
        for (Severity severity : Severity.values()) {
            int count = summary.findings().getOrDefault(severity, 0);
            String colour = severity == Severity.ERROR ? "red" : severity == Severity.WARN ? "yellow" : "faint";
            lines.add(look(row("ingest.findings." + severity.code(), count), count, colour));
        }
        lines.forEach(out::println);
        out.flush();
    }

    /** A row that is worth a look stands out, on a terminal; nothing is said by colour alone. */
    private static String look(String row, long count, String style) {
        return count == 0 ? row : CommandLine.Help.Ansi.AUTO.string("@|" + style + " " + row + "|@");
    }

    private String row(String key, long count) {
        return count(count) + "  " + words.get(key);
    }

    private static String count(long count) {
        return String.format("%12d", count);
    }

    private void say(String sentence) {
        err.println("gongkai: " + sentence);
        err.flush();
    }
}
