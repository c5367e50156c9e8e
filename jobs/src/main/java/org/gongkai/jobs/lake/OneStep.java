package org.gongkai.jobs.lake;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;

/** A finished folder gets its name in one step, or not at all: the last step of everything that readers must not see half. */
public final class OneStep {
    private OneStep() {}

    /**
     * Moves a folder that is not empty to a name that nobody has. Of two at once, one gets the name.
     *
     * @return whether it has got it; otherwise the folder is where it was
     */
    public static boolean move(FileSystem fs, Path folder, Path name) throws IOException {
        if (fs.exists(name)) {
            return false;
        }
        if (!(fs instanceof LocalFileSystem || fs instanceof RawLocalFileSystem)) {
            return fs.rename(folder, name);
        }
        try {
            // Hadoop's own rename would move into a folder that came up meanwhile; this one fails, since it is not
            // empty.
            Files.move(local(fs, folder), local(fs, name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            // Java has no class of its own for what the operating system says of a folder that is not empty.
            if (fs.exists(name) && fs.exists(folder)) {
                return false;
            }
            throw e;
        }
    }

    private static java.nio.file.Path local(FileSystem fs, Path path) {
        return Paths.get(fs.makeQualified(path).toUri().getPath());
    }
}
