package org.gongkai.jobs.ingest;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gongkai.intake.FileKind;
import org.gongkai.jobs.lake.Home;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input, listed and cut. Files stand in the order of their names, whatever the order in which they were asked for,
 * so that of two equal documents always the same one counts.
 *
 * @param slices what the tasks read
 * @param files how many files
 * @param bytes their size
 * @param leftOut files of folders whose names say that they hold no documents, and folders to which a second link leads
 */
record InputPlan(List<InputSlice> slices, int files, long bytes, List<String> leftOut) {
    /** A range of a large file of lines, and the size up to which small files are put together. */
    private static final long SLICE_BYTES = 16L << 20;

    /** Opening a file costs about as much as reading this much of it. */
    private static final long OPEN_COST = 64L << 10;

    private static final int DEPTH = 64;

    private record Found(Path path, String name, FileKind kind, long length) {}

    /**
     * Lists the input.
     *
     * @param inputs files, folders and globs, local or of any Hadoop file system
     * @throws InputMissing naming the input that is not there
     */
    static InputPlan of(List<String> inputs, Configuration hadoop) {
        List<Found> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (String input : inputs) {
            try {
                Path path = new Path(input);
                FileSystem system = path.getFileSystem(hadoop);
                for (FileStatus status : expand(system, path, input)) {
                    list(system, status, files, leftOut, new HashSet<>(), 0);
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new InputMissing("cannot list the input " + input + ": " + e.getMessage(), e);
            }
        }
        files.sort(Comparator.comparing(Found::name));
        return new InputPlan(
                cut(files),
                files.size(),
                files.stream().mapToLong(Found::length).sum(),
                List.copyOf(leftOut));
    }

    private static List<FileStatus> expand(FileSystem system, Path path, String input) throws IOException {
        try {
            return List.of(system.getFileStatus(path)); // a name may hold the signs of a glob
        } catch (FileNotFoundException e) {
            FileStatus[] matches = system.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new InputMissing("no such input: " + input, e);
            }
            return Arrays.asList(matches);
        }
    }

    private static void list(
            FileSystem system,
            FileStatus status,
            List<Found> files,
            List<String> leftOut,
            Set<String> visited,
            int depth)
            throws IOException {
        if (!status.isDirectory()) {
            String name = shown(status.getPath());
            Optional<FileKind> kind = FileKind.of(name);
            if (kind.isEmpty() && depth > 0) {
                leftOut.add(name);
            } else {
                // A file that is asked for by its name is read whatever its name says.
                files.add(new Found(status.getPath(), name, kind.orElse(FileKind.TEXT), status.getLen()));
            }
            return;
        }
        // A folder is listed once, whatever links lead to it: one that leads back to itself would never end.
        if (depth > DEPTH || !visited.add(real(status.getPath()))) {
            leftOut.add(shown(status.getPath()));
            return;
        }
        for (FileStatus child : system.listStatus(status.getPath())) {
            String name = child.getPath().getName();
            // Names that file systems and Spark keep for themselves: .DS_Store, _SUCCESS.
            if (!name.startsWith(".") && !name.startsWith("_")) {
                list(system, child, files, leftOut, visited, depth + 1);
            }
        }
    }

    /** What tells a folder apart from others: on a local disk where it really stands. */
    private static String real(Path path) throws IOException {
        return "file".equals(path.toUri().getScheme())
                ? Paths.get(path.toUri().getPath()).toRealPath().toString()
                : path.toString();
    }

    /** The name that the tables carry. */
    private static String shown(Path path) {
        return Home.shown(path.toString());
    }

    private static List<InputSlice> cut(List<Found> files) {
        List<InputSlice> slices = new ArrayList<>();
        List<InputSlice.Piece> small = new ArrayList<>();
        long weight = 0;
        for (int number = 0; number < files.size(); number++) {
            Found file = files.get(number);
            FileKind kind = file.kind();
            if (kind == FileKind.JSON_LINES && file.length() > SLICE_BYTES) {
                for (long start = 0; start < file.length(); start += SLICE_BYTES) {
                    long end = Math.min(start + SLICE_BYTES, file.length());
                    slices.add(new InputSlice(List.of(piece(number, file, kind, start, end))));
                }
                continue;
            }
            small.add(piece(number, file, kind, 0, file.length()));
            weight += file.length() + OPEN_COST;
            if (weight >= SLICE_BYTES) {
                slices.add(new InputSlice(small));
                small = new ArrayList<>();
                weight = 0;
            }
        }
        if (!small.isEmpty()) {
            slices.add(new InputSlice(small));
        }
        return List.copyOf(slices);
    }

    private static InputSlice.Piece piece(int number, Found file, FileKind kind, long start, long end) {
        return new InputSlice.Piece(
                number, file.path().toString(), file.name(), kind, start, end, start == 0 && end == file.length());
    }
}
