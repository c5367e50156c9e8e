package org.gongkai.jobs.summary;

import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.dashboard.DashboardFiles;
import org.gongkai.jobs.dashboard.Fact;
import org.gongkai.jobs.dashboard.Index;
import org.gongkai.jobs.dashboard.RegionFile;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the yearly summary of a region from the files of a release's dashboard. Holds one region and those below it. */
public final class Summaries {
    /** Reports named one by one; of more, the region's own and a count. */
    private static final int NAMED_SOURCES = 400;

    private final DashboardFiles files;
    private final Index index;
    private final Language language;
    private final Words words;

    /** Summaries of a release in a language. */
    public Summaries(DashboardFiles files, Language language) throws IOException {
        this.files = files;
        this.index = files.index();
        this.language = language;
        this.words = Words.of(language, Dashboard.WORDS);
    }

    /** Regions and years of the release. */
    public Index index() {
        return index;
    }

    /**
     * The summary of a region and year. Where nobody reported, it says so and shows no figure.
     *
     * @throws IllegalArgumentException for a region that is not in the release's list
     */
    public Summary of(String code, int year) throws IOException {
        Index.Place region =
                index.region(code).orElseThrow(() -> new IllegalArgumentException("no region has the code " + code));
        RegionFile file = files.region(code);
        Figures figures = new Figures(index, file, region, year, language, words);
        Sections sections = new Sections(figures);
        Grounds grounds = new Grounds(figures);
        Optional<Fact> coverage = file.rows("coverage", year).stream().findFirst();
        String title = words.get("summary.title", region.name(), year);
        List<Summary.Section> all = new ArrayList<>();
        if (coverage.isEmpty()) {
            all.add(new Summary.Section(
                    "none",
                    words.get("section.headline"),
                    List.of(new Block.Notes(List.of(words.get("summary.none", region.name(), year))))));
            below(figures, region).ifPresent(all::add);
            all.add(grounds.method());
            return new Summary(title, words.get("summary.none", region.name(), year), all);
        }
        all.add(sections.headline());
        all.add(sections.channels());
        all.add(sections.requests());
        all.add(sections.followers());
        below(figures, region).ifPresent(all::add);
        all.add(sections.form());
        all.add(grounds.coverage());
        all.add(grounds.comparability());
        all.add(grounds.quality());
        all.add(sources(grounds, region, year, file, coverage.get()));
        all.add(grounds.method());
        String subtitle = words.get(
                "summary.subtitle",
                coverage.get().count("n_seen"),
                coverage.get().count("n_expected"),
                index.release());
        return new Summary(title, subtitle, all);
    }

    private Optional<Summary.Section> below(Figures figures, Index.Place region) throws IOException {
        List<RegionFile> below = new ArrayList<>();
        for (Index.Place child : index.children(region.code())) {
            below.add(files.region(child.code(), RegionFile.Part.of(figures.year(), "measures", "coverage")));
        }
        return Below.section(figures, below);
    }

    private Summary.Section sources(Grounds grounds, Index.Place region, int year, RegionFile file, Fact coverage)
            throws IOException {
        boolean isWhole = coverage.count("n_seen") <= NAMED_SOURCES;
        List<RegionFile> read = new ArrayList<>(List.of(file));
        if (isWhole) {
            collect(region.code(), year, read);
        }
        return grounds.sources(read, isWhole);
    }

    private void collect(String code, int year, List<RegionFile> read) throws IOException {
        for (Index.Place child : index.children(code)) {
            if (child.years().contains(year)) {
                read.add(files.region(child.code(), RegionFile.Part.of(year, "reports")));
                collect(child.code(), year, read);
            }
        }
    }
}
