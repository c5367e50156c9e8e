package org.gongkai.jobs.cli;

import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.dashboard.DashboardFiles;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.summary.Html;
import org.gongkai.jobs.summary.ReleaseFiles;
import org.gongkai.jobs.summary.Summaries;
import org.gongkai.jobs.summary.Summary;
import org.gongkai.jobs.summary.Workbooks;
import org.gongkai.jobs.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Files.createDirectories(folder);
        int newest = index.years().get(index.years().size() - 1);
        int written = 0;
        if (region.isPresent()) {
            Index.Place place = index.region(region.get())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "no region has the code " + region.get() + " (GB/T 2260, six digits)"));
            Path page = write(summaries, place.code(), year.orElse(newest), folder);
            say.println(page);
            say.println(page.resolveSibling(page.getFileName().toString().replace(".html", ".xlsx")));
            written++;
        } else {
            for (Index.Place place : index.regions().values()) {
                if (ALL_LEVELS.contains(place.level())) {
                    for (int each : place.years()) {
                        if (year.isEmpty() || year.get() == each) {
                            write(summaries, place.code(), each, folder);
                            written++;
                        }
                    }
                }
            }
            say.println(folder);
        }
        say.println(Words.of(options.language(), Dashboard.WORDS)
                .get("summary.done", written, String.format("%.1f", (System.nanoTime() - began) / 1e9)));
        say.flush();
        return ExitCode.DONE;
    }

    private Path write(Summaries summaries, String code, int of, Path folder) throws IOException {
        Summary summary = summaries.of(code, of);
        String name = code + "-" + of;
        Path page = folder.resolve(name + ".html");
        Path draft = folder.resolve("." + name + ".draft");
        Files.write(draft, Html.page(summary, options.language()).getBytes(StandardCharsets.UTF_8));
        Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
            Workbooks.write(summary, Words.of(options.language(), Dashboard.WORDS), stream);
        }
        Files.move(draft, folder.resolve(name + ".xlsx"), StandardCopyOption.REPLACE_EXISTING);
        return page;
    }
}
