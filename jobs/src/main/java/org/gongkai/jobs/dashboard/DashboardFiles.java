package org.gongkai.jobs.dashboard;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;

/** Reads the files of a published dashboard. Holds none of them; as thread-safe as what it reads from. */
public final class DashboardFiles {
    private final Source source;

    /** Where the files are. */
    @FunctionalInterface
    public interface Source {
        /** The text of a file by its path below the dashboard, empty where there is none. */
        Optional<String> text(String path) throws IOException;
    }

    /** The files of that source. */
    public DashboardFiles(Source source) {
        this.source = source;
    }

    /** The index; {@link FileNotFoundException} where the release has no dashboard. */
    public Index index() throws IOException {
        return Index.read(source.text("data/index.js")
                .orElseThrow(() -> new FileNotFoundException(
                        "no release with a dashboard; run “gongkai run” or “gongkai publish” first")));
    }

    /** The file of a region; an empty one where no report speaks of it. */
    public RegionFile region(String code) throws IOException {
        return region(code, RegionFile.Part.ALL);
    }

    /** A part of it. */
    public RegionFile region(String code, RegionFile.Part part) throws IOException {
        Optional<String> text = source.text("data/" + Dashboard.name(code) + ".js");
        return text.isPresent() ? RegionFile.read(text.get(), part) : RegionFile.empty(code);
    }
}
