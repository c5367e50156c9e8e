package org.gongkai.jobs.session;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.gongkai.jobs.ingest.SparkForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

class LocalFilesTest {
    @TempDir
    java.nio.file.Path folder;

    private static FileSystem files(Class<? extends FileSystem> how) throws IOException {
        Configuration conf = new Configuration(false);
        conf.setClass("fs.file.impl", how, FileSystem.class);
        return FileSystem.newInstance(URI.create("file:///"), conf);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x--x", "rw-r--r--", "r--rw-rwx", "---------"})
    void setsThePermissionsThatAreAskedFor(String wanted) throws IOException {
        Files.createFile(folder.resolve("f"));
        try (FileSystem files = files(LocalFiles.class)) {
            files.setPermission(new Path(folder.resolve("f").toString()), FsPermission.valueOf("-" + wanted));
        }
        assertThat(permissions("f")).isEqualTo(wanted);
    }

    @Test
    void makesFilesAndFoldersAsHadoopDoes() throws IOException {
        for (Class<? extends FileSystem> how : java.util.List.of(LocalFiles.class, LocalFileSystem.class)) {
            String name = how.getSimpleName();
            try (FileSystem files = files(how)) {
                Path path = new Path(folder.resolve(name).toString());
                files.mkdirs(path);
                files.create(new Path(path, "file")).close();
            }
        }
        for (String below : java.util.List.of("", "/file", "/.file.crc")) {
            assertThat(permissions("LocalFiles" + below)).isEqualTo(permissions("LocalFileSystem" + below));
        }
    }

    @Test
    void isWhatALocalSessionUses() throws IOException {
        SparkForTests.lake(folder.resolve("h")).close();
        Configuration conf = SparkForTests.session().sparkContext().hadoopConfiguration();
        try (FileSystem files = FileSystem.newInstance(URI.create("file:///"), conf)) {
            assertThat(files).isInstanceOf(LocalFiles.class);
        }
    }
}
