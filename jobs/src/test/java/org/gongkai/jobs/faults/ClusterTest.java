package org.gongkai.jobs.faults;

import org.gongkai.jobs.synth.Synthesis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A standalone cluster of two workers: the same contents as on one machine, also when a worker dies half-way. */
@Tag("fault")
class ClusterTest {
    private static final int REPORTS = Integer.getInteger("gongkai.cluster.reports", 600);

    @TempDir
    Path folder;

    @Test
    void aWorkerThatDiesMidwayChangesNothing() throws IOException, InterruptedException {
        Synthesis.write(REPORTS, 2014, 2020, "all", 5, folder.resolve("corpus"), "files");
        Path input = folder.resolve("corpus/documents");
        Site two = new Site(folder.resolve("two"));
        assertThat(two.ingest(input).ledger().documentsIn()).isEqualTo(REPORTS);
        var expected = two.contents();

        Site one = new Site(folder.resolve("one"));
        Command single = new Command(folder.resolve("one.log"));
        assertThat(single.run("ingest", input.toString(), "--home", one.home().toString(), "--master", "local[1]"))
                .as(single.log())
                .isZero();
        assertThat(one.contents()).as("local[1] against local[2]").isEqualTo(expected);

        try (Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            Site site = new Site(folder.resolve("clustered"));
            Command command = cluster.command(folder.resolve("clustered.log"), "512m");
            Process driver = command.start(
                    "ingest", input.toString(), "--home", site.home().toString(), "--master", cluster.address());
            try {
                Path data = site.home().resolve("lake/warehouse/gongkai/documents/data");
                while (driver.isAlive() && filesIn(data) == 0) {
                    Thread.sleep(20);
                }
                assertThat(driver.isAlive())
                        .as("the job is running: " + command.log())
                        .isTrue();
                cluster.kill(0);
                assertThat(driver.waitFor(Command.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(driver.exitValue()).as(command.log()).isZero();
            } finally {
                driver.destroyForcibly();
            }
            assertThat(site.contents()).as("the cluster that lost a worker").isEqualTo(expected);
        }
        System.out.println("cluster: " + REPORTS
                + " reports, same contents on local[1], local[2] and a cluster that lost" + " one of two workers");
    }

    @Test
    void anExecutorOutOfMemoryLeavesTheLakeAsItWas() throws IOException, InterruptedException {
        Site site = new Site(folder.resolve("home"));
        site.ingest(Site.halves().get(0).get(0));
        Map<String, ?> before = site.contents();
        Path huge = folder.resolve("huge.txt");
        byte[] block = "本年度公开信息12条。\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(huge)) {
            for (int i = 0; i < 120; i++) {
                out.write(block);
            }
        }
        try (Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            Command command = cluster.command(folder.resolve("oom.log"), "450m");
            int exit = command.run(
                    "ingest",
                    huge.toString(),
                    "--home",
                    site.home().toString(),
                    "--master",
                    cluster.address(),
                    "--max-document",
                    "1024",
                    "--max-characters",
                    "1000000000",
                    "--max-lines",
                    "1000000000");
            assertThat(exit).as(command.log()).isEqualTo(3);
            assertThat(command.log()).contains("memory").doesNotContain("defect");
            assertThat(site.contents()).isEqualTo(before);
            // The same with the usual limits: the document costs itself.
            assertThat(command.run(
                            "ingest", huge.toString(), "--home", site.home().toString(), "--master", cluster.address()))
                    .as(command.log())
                    .isZero();
        }
    }

    private static long filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
