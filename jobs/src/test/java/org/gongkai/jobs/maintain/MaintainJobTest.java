package org.gongkai.jobs.maintain;

import org.gongkai.jobs.ingest.SparkForTests;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeException;
import org.gongkai.jobs.lake.LakeState;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.lake.TableCare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MaintainJobTest {
    private static final Duration DAYS = Duration.ofDays(3);

    @TempDir
    Path folder;

    private Path home;

    private Lake fourIngests() throws IOException {
        home = folder.resolve("h");
        Lake lake = SparkForTests.lake(home);
        for (int i = 1; i <= 3; i++) {
            Path report = Files.writeString(
                    folder.resolve(i + ".txt"), "body 64050" + i + "-司法局\nyear 2018\nform channel.weibo " + i);
            SparkForTests.ingest(lake, report);
        }
        // A later text of the first report: its rows of the first ingest go by a delete.
        Path again = Files.writeString(
                folder.resolve("4.txt"), "body 640501-司法局\nyear 2018\npublished 2019-03-01\nform channel.weibo 10");
        SparkForTests.ingest(lake, again);
        return lake;
    }

    private static MaintainSummary maintain(Lake lake, int retain, Duration age, boolean isDryRun) throws IOException {
        return MaintainJob.run(
                SparkForTests.session(), lake, new MaintainJob.Order(retain, age, isDryRun, Duration.ZERO), s -> {});
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            // The lock and the journal of the catalog come and go.
            return files.filter(f -> Files.isRegularFile(f) && f.startsWith(home.resolve("lake/warehouse")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static TableCare of(MaintainSummary summary, String table) {
        return summary.tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private void release(String id, String snapshots) throws IOException {
        Path release = Files.createDirectories(home.resolve("release").resolve(id));
        Files.writeString(
                release.resolve("datapackage.json"),
                "{\"lake_snapshots\": \"" + snapshots.replace("\"", "\\\"") + "\"}",
                StandardCharsets.UTF_8);
    }

    @Test
    void smallFilesBecomeOneAndNoRowChanges() throws IOException {
        try (Lake lake = fourIngests()) {
            Map<String, List<String>> before = SparkForTests.contents(lake);
            MaintainSummary first = maintain(lake, 1, Duration.ZERO, false);
            assertThat(of(first, "observations").compactedFrom()).isEqualTo(4);
            assertThat(of(first, "observations").compactedInto()).isEqualTo(1);
            assertThat(of(first, "ingests").compactedInto()).isEqualTo(1);
            assertThat(of(first, "observations").expired())
                    .as("of four ingests nothing stays but the compacted state")
                    .isGreaterThanOrEqualTo(4);
            assertThat(SparkForTests.contents(lake)).as("the rows").isEqualTo(before);
            assertThat(lake.read("ingests").count()).isEqualTo(4);
            try (Stream<Path> data = Files.walk(home.resolve("lake/warehouse/gongkai/observations/data"))) {
                assertThat(data.filter(f -> f.toString().endsWith(".parquet")))
                        .as("data and delete files on the disk after compaction and expiry")
                        .hasSize(1);
            }
            MaintainSummary second = maintain(lake, 1, Duration.ZERO, false);
            assertThat(second.tables())
                    .as("a second run finds nothing to compact")
                    .allMatch(t -> t.compactedFrom() == 0 && t.orphans() == 0);
            assertThat(SparkForTests.contents(lake)).isEqualTo(before);
            SparkForTests.ingest(
                    lake,
                    Files.writeString(folder.resolve("5.txt"), "body 640505-司法局\nyear 2018\nform channel.weibo 5"));
            assertThat(lake.state().ingestId())
                    .as("the ingest goes on counting")
                    .isEqualTo(5);
        }
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        try (Lake lake = fourIngests()) {
            List<String> files = files();
            MaintainSummary plan = maintain(lake, 1, Duration.ZERO, true);
            assertThat(of(plan, "observations").compactedFrom()).isEqualTo(4);
            assertThat(of(plan, "observations").expired()).isEqualTo(3);
            assertThat(files()).isEqualTo(files);
        }
    }

    @Test
    void whatAReleaseNamesStaysForever() throws IOException {
        home = folder.resolve("h");
        try (Lake lake = SparkForTests.lake(home)) {
            Path one = Files.writeString(folder.resolve("1.txt"), "body 640501-司法局\nyear 2018\nform channel.weibo 1");
            SparkForTests.ingest(lake, one);
            LakeState released = lake.state();
            release("0001", lake.snapshots());
            for (int i = 2; i <= 4; i++) {
                Path next = Files.writeString(
                        folder.resolve(i + ".txt"), "body 64050" + i + "-司法局\nyear 2018\nform channel.weibo " + i);
                SparkForTests.ingest(lake, next);
            }
            MaintainSummary summary = maintain(lake, 1, Duration.ZERO, false);
            assertThat(of(summary, "observations").expired())
                    .as("of four snapshots, all but the released one")
                    .isEqualTo(3);
            long snapshot = released.snapshots().get("observations");
            assertThat(SparkForTests.rowsAt(lake, "observations", snapshot))
                    .as("the released state is still readable")
                    .hasSize(1);
        }
    }

    @Test
    void aReleaseThatDoesNotSayItsSnapshotsStopsTheExpiry() throws IOException {
        try (Lake lake = fourIngests()) {
            release("0001", "s1");
            List<String> files = files();
            assertThatThrownBy(() -> maintain(lake, 1, Duration.ZERO, false))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("release 0001 does not say");
            assertThat(files()).isEqualTo(files);
        }
    }

    @Test
    void filesThatNoSnapshotNamesGoOnceTheyAreOld() throws IOException {
        try (Lake lake = fourIngests()) {
            Path data = home.resolve("lake/warehouse/gongkai/observations/data/report_year=2018");
            Path orphan = Files.writeString(data.resolve("00000-0-dead.parquet"), "left by a dead job");
            assertThat(of(maintain(lake, 10, DAYS, false), "observations").orphans())
                    .as("it may belong to a job that is running")
                    .isZero();
            assertThat(orphan).exists();
            Files.setLastModifiedTime(
                    orphan,
                    java.nio.file.attribute.FileTime.from(
                            java.time.Instant.now().minus(Duration.ofDays(4))));
            assertThat(of(maintain(lake, 10, DAYS, false), "observations").orphans())
                    .isEqualTo(1);
            assertThat(orphan).doesNotExist();
        }
    }

    @Test
    void whoBeganToReadBeforeTheMaintenanceReadsOn() throws IOException {
        try (Lake lake = fourIngests();
                Lake reader = SparkForTests.lake(home)) {
            Map<String, List<String>> before = SparkForTests.contents(lake);
            MaintainSummary summary = maintain(lake, 1, DAYS, false);
            assertThat(of(summary, "observations").compactedInto()).isEqualTo(1);
            assertThat(of(summary, "observations").expired()).isZero();
            assertThat(SparkForTests.contents(reader))
                    .as("the state that it opened")
                    .isEqualTo(before);
        }
    }

    @Test
    void itWaitsForAJobThatWrites() throws IOException {
        try (Lake lake = fourIngests();
                LakeWriter other = LakeWriter.open(lake, Duration.ZERO, s -> {})) {
            assertThat(other.before().ingestId()).isEqualTo(4);
            assertThatThrownBy(() -> maintain(lake, 1, Duration.ZERO, false))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("another job is writing");
        }
    }

    @Test
    void whatInterruptedJobsLeftOutsideTheLakeGoes() throws IOException {
        try (Lake lake = fourIngests()) {
            Files.createDirectories(home.resolve("marts/.staging-dead/measures"));
            Files.createDirectories(home.resolve("release/.staging-dead/csv"));
            Files.createSymbolicLink(home.resolve("release/.current-dead"), Path.of("0001"));
            MaintainSummary young = maintain(lake, 1, DAYS, false);
            assertThat(young.martSets() + young.leftovers()).isZero();
            MaintainSummary summary = maintain(lake, 1, Duration.ZERO, false);
            assertThat(summary.martSets()).isEqualTo(1);
            assertThat(summary.leftovers()).isEqualTo(2);
            assertThat(home.resolve("marts/.staging-dead")).doesNotExist();
            assertThat(home.resolve("release/.staging-dead")).doesNotExist();
        }
    }
}
