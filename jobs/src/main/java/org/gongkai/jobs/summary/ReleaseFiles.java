package org.gongkai.jobs.summary;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.dashboard.DashboardFiles;
import org.gongkai.jobs.lake.Home;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The dashboard's files of a release in a home: straight from the disk, or through Hadoop from anywhere else. */
public final class ReleaseFiles {
    private static final String CURRENT = "current";

    private ReleaseFiles() {}

    /**
     * The files of a release.
     *
     * @param home where the releases stand
     * @param release its number, or {@code current}
     */
    public static DashboardFiles.Source of(Home home, String release) throws IOException {
        if (!release.matches("\\d+|" + CURRENT)) {
            throw new FileNotFoundException("no release " + release + "; a release is a number or “current”");
        }
        Optional<Path> local = home.local();
        if (local.isPresent()) {
            Path folder = local.get().resolve("release").resolve(release).resolve(Dashboard.FOLDER);
            return path -> {
                Path file = folder.resolve(path);
                return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            };
        }
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(home.inside("release"));
        FileSystem fs = root.getFileSystem(new Configuration());
        String number = release;
        if (release.equals(CURRENT)) {
            String pointer = text(fs, new org.apache.hadoop.fs.Path(root, "current.json"))
                    .orElseThrow(() -> new FileNotFoundException("no release in " + home.shown()));
            number = pointer.replaceAll("[^0-9]", "");
        }
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root, number + "/" + Dashboard.FOLDER);
        return path -> text(fs, new org.apache.hadoop.fs.Path(folder, path));
    }

    private static Optional<String> text(FileSystem fs, org.apache.hadoop.fs.Path file) throws IOException {
        if (!fs.exists(file)) {
            return Optional.empty();
        }
        try (FSDataInputStream in = fs.open(file)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
