package org.gongkai.jobs.cli;

import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.dashboard.DashboardFiles;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.summary.ReleaseFiles;
import org.gongkai.jobs.summary.Shelf;
import org.gongkai.jobs.summary.Summaries;
import org.gongkai.jobs.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gongkai summarize}: the yearly summary of a region, as a page and a workbook. Reads the release; no Spark. */
@Command(
        name = "summarize",
        mixinStandardHelpOptions = true,
        header = "Write the yearly summary of a region as HTML and XLSX. 生成某地区年度汇总页。",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gongkai summarize --region 640000 --year 2018",
            "  gongkai summarize --region 640500 --year 2021 --lang en --out summaries",
            "  gongkai summarize --all --year 2020"
        })
public final class SummarizeCommand implements Callable<Integer> {
    private static final List<String> ALL_LEVELS = List.of("nation", "province", "prefecture");

    @Spec
    private CommandSpec spec;

    @Option(names = "--region", paramLabel = "CODE", description = "GB/T 2260 code; 000000 is the nation.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "Report year. Default: the newest; with --all: every year.")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--all", description = "Every province and prefecture, and the nation, that has reports.")
    private boolean all;

    @Option(
            names = "--release",
            defaultValue = "current",
            paramLabel = "ID",
            description = "Which release. Default: ${DEFAULT-VALUE}.")
    private String release = "current";

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: summaries in the home.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private JobOptions options;

    @Override
    public Integer call() throws IOException {
        long began = System.nanoTime();
        if (all == region.isPresent()) {
            throw new ParameterException(spec.commandLine(), "give either --region CODE or --all");
        }
        Home home = Home.of(options.home());
        Path folder = out.or(() -> home.local().map(h -> h.resolve("summaries")))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "the home is not on this machine: say with --out where to write"));
        Words words = Words.of(options.language());
        PrintWriter say = spec.commandLine().getOut();
        Summaries summaries;
        try {
            summaries = new Summaries(new DashboardFiles(ReleaseFiles.of(home, release)), options.language());
        } catch (FileNotFoundException e) {
            spec.commandLine().getErr().println("gongkai: " + e.getMessage());
            return ExitCode.INPUT;
        }
        Index index = summaries.index();
        if (index.years().isEmpty()) {
            spec.commandLine().getErr().println("gongkai: the release holds no report");
            return ExitCode.INPUT;
        }
        Shelf shelf = Shelf.open(folder);
        int newest = index.years().get(index.years().size() - 1);
        int written = 0;
        if (region.isPresent()) {
            Index.Place place = index.region(region.get())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "no region has the code " + region.get() + " (GB/T 2260, six digits)"));
            Path page = write(shelf, summaries, place.code(), year.orElse(newest));
            say.println(page);
            say.println(Shelf.workbook(page));
            written++;
        } else {
            List<Index.Place> places = index.regions().values().stream()
                    .filter(p -> ALL_LEVELS.contains(p.level()))
                    .toList();
            long total = places.stream().mapToLong(p -> years(p).size()).sum();
            try (Progress progress = Progress.on(spec.commandLine().getErr(), words.get("progress.summaries"))) {
                for (Index.Place place : places) {
                    for (int each : years(place)) {
                        write(shelf, summaries, place.code(), each);
                        written++;
                        progress.at(written, total);
                    }
                }
            }
            say.println(folder);
        }
        shelf.save();
        say.println(Words.of(options.language(), Dashboard.WORDS)
                .get("summary.done", written, String.format("%.1f", (System.nanoTime() - began) / 1e9)));
        say.flush();
        return ExitCode.DONE;
    }

    private List<Integer> years(Index.Place place) {
        return place.years().stream()
                .filter(y -> year.isEmpty() || year.get().equals(y))
                .toList();
    }

    private Path write(Shelf shelf, Summaries summaries, String code, int of) throws IOException {
        return shelf.put(
                Shelf.name(code, of, options.language()),
                summaries.index().release(),
                summaries.of(code, of),
                options.language());
    }
}
