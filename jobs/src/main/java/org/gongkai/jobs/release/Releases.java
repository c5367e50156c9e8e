package org.gongkai.jobs.release;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
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
    /** After this time nobody works on it any more, and the next run removes it. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final int ATTEMPTS = 8;

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

    /** A new empty folder beside the releases, after what interrupted runs left is gone. */
    Path stage() throws IOException {
        fs.mkdirs(root);
        long old = System.currentTimeMillis() - ABANDONED.toMillis();
        for (FileStatus status : fs.listStatus(root)) {
            if (status.getPath().getName().startsWith(STAGING) && status.getModificationTime() < old) {
                fs.delete(status.getPath(), true);
            }
        }
        Path staging = new Path(root, STAGING + UUID.randomUUID());
        fs.mkdirs(staging);
        return staging;
    }

    /** Removes a folder that did not become a release. */
    void discard(Path staging) throws IOException {
        fs.delete(staging, true);
    }

    /**
     * Makes a finished folder the next release, in one step, and then the current one. Of two at once, the slower takes
     * the number after.
     *
     * @return the number
     */
    String complete(Path staging) throws IOException {
        int number = newest().map(Integer::parseInt).orElse(0) + 1;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++, number++) {
            String id = String.format("%04d", number);
            if (move(staging, id)) {
                point(id);
                return id;
            }
        }
        throw new IOException("cannot move the finished release to " + new Path(root, String.format("%04d", number)));
    }

    private boolean move(Path staging, String id) throws IOException {
        Path target = new Path(root, id);
        if (fs.exists(target)) {
            return false;
        }
        if (local.isEmpty()) {
            return fs.rename(staging, target);
        }
        try {
            // A rename onto a folder that came up meanwhile fails, since a release is never empty.
            Files.move(local.get().resolve(staging.getName()), local.get().resolve(id), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Makes a release the current one: a link on a local disk, swapped in one step; {@code current.json} elsewhere. */
    void point(String id) throws IOException {
        if (local.isPresent()) {
            java.nio.file.Path link = local.get().resolve(".current-" + UUID.randomUUID());
            Files.createSymbolicLink(link, Paths.get(id));
            Files.move(
                    link,
                    local.get().resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Path temporary = new Path(root, ".current.json");
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
