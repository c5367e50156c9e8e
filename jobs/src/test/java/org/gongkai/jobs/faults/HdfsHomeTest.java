package org.gongkai.jobs.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A home and an input on HDFS, with the catalog in PostgreSQL: every command works there, and the releases are those of a
 * local home, byte by byte. Where there is no link, {@code release/current.json} names the newest release.
 */
@Tag("fault")
class HdfsHomeTest {
    /** Of the sample every so manieth file. */
    private static final int SHARE = 8;

    @TempDir
    Path folder;

    private FileSystem hdfs;
    private String root;
    private String catalog;

    private String commanded(String step, String... words) throws IOException, InterruptedException {
        Command command = new Command(folder.resolve(step + ".log"))
                .environment("GONGKAI_CATALOG_URI", catalog)
                .environment("GONGKAI_CATALOG_USER", Postgres.USER)
                .environment("GONGKAI_CATALOG_PASSWORD", Postgres.PASSWORD);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", root + "/home"));
        assertThat(command.run(all.toArray(String[]::new)))
                .as(String.join(" ", all) + ": " + command.log())
                .isZero();
        return command.log();
    }

    /** The files of one half of the sample as a folder of HDFS. */
    private String uploaded(String name, List<Path> files) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(root + "/input/" + name);
        hdfs.mkdirs(target);
        for (Path file : files) {
            hdfs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
        }
        return target.toString();
    }

    private String current() throws IOException {
        try (FSDataInputStream in = hdfs.open(new org.apache.hadoop.fs.Path(root + "/home/release/current.json"))) {
            return new ObjectMapper().readTree((InputStream) in).path("release").asText();
        }
    }

    /** A release of HDFS, brought here and checked against its own checksums. */
    private Map<String, String> tables(String release) throws IOException {
        Path here = folder.resolve("brought").resolve(release);
        Files.createDirectories(here.getParent());
        hdfs.copyToLocalFile(
                false,
                new org.apache.hadoop.fs.Path(root + "/home/release/" + release),
                new org.apache.hadoop.fs.Path(here.toUri()),
                true);
        Site.assertWhole(here);
        return Site.tables(here);
    }

    @Test
    void everyCommandWorksOnHdfs() throws Exception {
        List<List<Path>> halves = Site.halves(SHARE);
        Configuration settings = new Configuration();
        settings.set("hdfs.minidfs.basedir", folder.resolve("dfs").toString());
        try (Postgres postgres = Postgres.start(folder);
                MiniDFSCluster cluster =
                        new MiniDFSCluster.Builder(settings).numDataNodes(1).build()) {
            cluster.waitClusterUp();
            hdfs = cluster.getFileSystem();
            root = hdfs.getUri().toString();
            catalog = postgres.database();

            Site local = new Site(folder.resolve("local"));
            for (int i = 0; i < halves.size(); i++) {
                String input = uploaded("half" + i, halves.get(i));
                Command beside = new Command(folder.resolve("local.log"));
                assertThat(beside.run("run", input, "--home", local.home().toString()))
                        .as("a local home: " + beside.log())
                        .isZero();
                commanded("half" + i, "run", input);
                String release = "000" + (i + 1);
                assertThat(current()).as("the release that is named").isEqualTo(release);
                assertThat(tables(release)).as("release " + release).isEqualTo(Site.tables(local.current()));
            }

            assertThat(commanded("diff", "diff", "0001", "0002")).contains("added", "filed", "cells differ");
            assertThat(commanded(
                            "trace", "trace", "--region", "640000", "--year", "2018", "--indicator", "channel.weibo"))
                    .contains("hdfs://");
            Path summaries = folder.resolve("summaries");
            commanded("summarize", "summarize", "--region", "640000", "--year", "2018", "--out", summaries.toString());
            assertThat(summaries.resolve("640000-2018.html")).isNotEmptyFile();
            commanded("maintain", "maintain", "--older-than", "0h", "--retain", "1");
            assertThat(commanded("again", "run", root + "/input")).contains("0002");
            assertThat(current()).as("nothing is new, nothing is published").isEqualTo("0002");

            Command alone = new Command(folder.resolve("alone.log"));
            assertThat(alone.run("run", root + "/input", "--home", root + "/other"))
                    .as("a home on HDFS without a catalog: " + alone.log())
                    .isEqualTo(3);
            assertThat(alone.log()).contains("is not on a local disk, so the lake cannot keep its catalog there");
        }
    }
}
