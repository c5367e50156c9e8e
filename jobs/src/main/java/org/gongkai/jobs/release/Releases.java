package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.gongkai.jobs.lake.OneStep;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder {@code <home>/release}: which releases are there, which is current, and the one step that makes a finished
 * folder a release. Nothing here changes a release that is there.
 */
public final class Releases {
    private static final String FOLDER = "release";
    private static final String CURRENT = "current";
    /** A folder that is not a release yet; an interrupted run leaves it. */
    private static final String STAGING = ".staging-";
    /** A link that is not current yet. */
    private static final String POINTER = ".current-";
    /** After this time nobody works on it any more, and the next run removes it. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final FileSystem fs;
    private final Path root;
    private final Optional<java.nio.file.Path> local;

    private Releases(FileSystem fs, Path root, Optional<java.nio.file.Path> local) {
        this.fs = fs;
        this.root = root;
        this.local = local;
    }

    /** The releases of a home; without checksum files beside ours on a local disk. */
    public static Releases of(URI home, Configuration configuration) throws IOException {
        Path root = new Path(new Path(home), FOLDER);
        FileSystem fs = root.getFileSystem(configuration);
        if (fs instanceof LocalFileSystem disk) {
            Path full = fs.makeQualified(root);
            return new Releases(
                    disk.getRawFileSystem(),
                    full,
                    Optional.of(Paths.get(full.toUri().getPath())));
        }
        return new Releases(fs, root, Optional.empty());
    }

    /** The file system of the folder. */
    FileSystem fs() {
        return fs;
    }

    /** The releases, oldest first. */
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        if (fs.exists(root)) {
            for (FileStatus status : fs.listStatus(root)) {
                if (status.getPath().getName().matches("\\d{4,}")) {
                    ids.add(status.getPath().getName());
                }
            }
        }
        ids.sort(java.util.Comparator.comparingInt(Integer::parseInt));
        return ids;
    }

    /** The newest release. */
    public Optional<String> newest() throws IOException {
        List<String> ids = ids();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    /** Where a release stands; {@link FileNotFoundException} where there is none of that number. */
    public Path path(String id) throws IOException {
        String number = id.equals(CURRENT) ? newest().orElse(id) : id;
        Path path = new Path(root, number);
        if (!ids().contains(number)) {
            throw new FileNotFoundException("no release " + id + " in " + root + "; there are " + ids());
        }
        return path;
    }

    /** The lake snapshots that a release was made from, as the JSON text that it carries. */
    public String snapshots(String id) throws IOException {
        return new ObjectMapper()
                .readTree(read(new Path(path(id), DataPackage.FILE)))
                .path(DataPackage.SNAPSHOTS)
                .asText();
    }

    /** A new empty folder beside the releases, after what interrupted runs left is gone. */
    Path stage() throws IOException {
        fs.mkdirs(root);
        sweep(ABANDONED, false);
        Path staging = new Path(root, STAGING + UUID.randomUUID());
        fs.mkdirs(staging);
        return staging;
    }

    /**
     * Removes what interrupted runs left: folders that did not become releases, links that did not become current.
     *
     * @param age what is younger may still be worked on and stays
     * @param isDryRun whether to count only
     * @return how many
     */
    public int sweep(Duration age, boolean isDryRun) throws IOException {
        int swept = local.isPresent() ? sweepLinks(local.get(), age, isDryRun) : 0;
        long old = System.currentTimeMillis() - age.toMillis();
        for (FileStatus status : fs.exists(root) ? fs.listStatus(root) : new FileStatus[0]) {
            String name = status.getPath().getName();
            boolean isPointer = name.startsWith(POINTER) && local.isEmpty();
            if ((name.startsWith(STAGING) || isPointer) && status.getModificationTime() <= old) {
                swept++;
                if (!isDryRun) {
                    fs.delete(status.getPath(), true);
                }
            }
        }
        return swept;
    }

    /** Links, which Hadoop's file system does not show where they lead nowhere. */
    private static int sweepLinks(java.nio.file.Path root, Duration age, boolean isDryRun) throws IOException {
        int swept = 0;
        if (Files.isDirectory(root)) {
            FileTime old = FileTime.fromMillis(System.currentTimeMillis() - age.toMillis());
            try (DirectoryStream<java.nio.file.Path> links = Files.newDirectoryStream(root, POINTER + "*")) {
                for (java.nio.file.Path link : links) {
                    if (Files.getLastModifiedTime(link, LinkOption.NOFOLLOW_LINKS)
                                    .compareTo(old)
                            <= 0) {
                        swept++;
                        if (!isDryRun) {
                            Files.deleteIfExists(link);
                        }
                    }
                }
            }
        }
        return swept;
    }

    /** Removes a folder that did not become a release. */
    void discard(Path staging) throws IOException {
        fs.delete(staging, true);
    }

    /**
     * Makes a finished folder the release of a number, in one step, and then the newest release the current one.
     *
     * @return whether it has become that; not where another publication has taken the number
     */
    boolean complete(Path staging, String id) throws IOException {
        if (!OneStep.move(fs, staging, new Path(root, id))) {
            return false;
        }
        pointToNewest();
        return true;
    }

    /** Makes the newest release the current one; two that do so at once end at the newer. */
    void pointToNewest() throws IOException {
        for (Optional<String> newest = newest(); newest.isPresent(); ) {
            point(newest.get());
            Optional<String> after = newest();
            if (after.equals(newest)) {
                return;
            }
            newest = after;
        }
    }

    /** Makes a release the current one: a link on a local disk, swapped in one step; {@code current.json} elsewhere. */
    private void point(String id) throws IOException {
        if (local.isPresent()) {
            java.nio.file.Path link = local.get().resolve(POINTER + UUID.randomUUID());
            Files.createSymbolicLink(link, Paths.get(id));
            Files.move(
                    link,
                    local.get().resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Path temporary = new Path(root, POINTER + UUID.randomUUID());
        write(temporary, ("{\"release\": \"" + id + "\"}\n").getBytes(StandardCharsets.UTF_8));
        FileContext.getFileContext(root.toUri(), fs.getConf())
                .rename(temporary, new Path(root, CURRENT + ".json"), Options.Rename.OVERWRITE);
    }

    /** Writes a small file. */
    void write(Path file, byte[] content) throws IOException {
        try (FSDataOutputStream out = fs.create(file, true)) {
            out.write(content);
        }
    }

    /** Reads a small text file. */
    String read(Path file) throws IOException {
        try (FSDataInputStream in = fs.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every file below a folder, by its path relative to it, in order. */
    List<String> files(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        collect(folder, "", files);
        files.sort(java.util.Comparator.naturalOrder());
        return files;
    }

    private void collect(Path folder, String prefix, List<String> files) throws IOException {
        for (FileStatus status : fs.listStatus(folder)) {
            String name = prefix + status.getPath().getName();
            if (status.isDirectory()) {
                collect(status.getPath(), name + "/", files);
            } else {
                files.add(name);
            }
        }
    }
}
