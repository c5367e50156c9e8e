package org.gongkai.jobs.session;

import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * The files of this machine as Hadoop sees them. Without its native library Hadoop starts {@code chmod} for every file
 * and every checksum beside it; Java sets the same permissions itself.
 */
public final class LocalFiles extends LocalFileSystem {
    /** As Hadoop makes it, by its configuration. */
    public LocalFiles() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            if (permission.toShort() >> 9 == 0
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, permissions(permission));
            } else {
                super.setPermission(path, permission);
            }
        }
    }

    /** Nine bits, from the owner's right to read to everybody's to execute, which is the order in which Java lists them. */
    private static Set<PosixFilePermission> permissions(FsPermission permission) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission right : PosixFilePermission.values()) {
            if ((permission.toShort() >> 8 - right.ordinal() & 1) == 1) {
                permissions.add(right);
            }
        }
        return permissions;
    }
}
