package org.gongkai.jobs.faults;

import org.apache.spark.sql.SparkSession;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.ingest.IngestJob;
import org.gongkai.jobs.ingest.IngestRequest;
import org.gongkai.jobs.ingest.IngestSummary;
import org.gongkai.jobs.ingest.SparkForTests;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.release.PublishJob;
import org.gongkai.jobs.release.PublishSummary;
import org.gongkai.report.ReportReader;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A home and what a reader finds in it; with the steps of a run in the session of the tests, which is warm. */
record Site(Path home) {
    /** The invented reports; surefire runs in the folder of the module. */
    static final Path SAMPLE =
            Path.of("..", "data", "sample", "reports").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Command.PATIENCE;

    Lake lake() {
        return SparkForTests.lake(home);
    }

    IngestSummary ingest(Path... inputs) {
        try (Lake lake = lake()) {
            return ingest(lake, inputs);
        }
    }

    static IngestSummary ingest(Lake lake, Path... inputs) {
        return ingest(SparkForTests.session(), lake, inputs);
    }

    static IngestSummary ingest(SparkSession session, Lake lake, Path... inputs) {
        List<String> names = Stream.of(inputs).map(Path::toString).toList();
        return IngestJob.run(
                session,
                lake,
                new IngestRequest(names, ReportReader::read, ReportReader.VERSION, IntakeLimits.DEFAULT, PATIENCE),
                s -> {});
    }

    void aggregate() throws IOException {
        try (Lake lake = lake()) {
            SparkSession session = lake.read("reports").sparkSession();
            AggregateJob.run(session, lake::read, lake.snapshots(), uri());
        }
    }

    PublishSummary publish() throws IOException {
        return PublishJob.run(SparkForTests.session(), uri());
    }

    URI uri() {
        return URI.create("file://" + home);
    }

    /** The rows of the lake, as of its last complete ingest. */
    Map<String, List<String>> contents() {
        try (Lake lake = lake()) {
            return SparkForTests.contents(lake);
        }
    }

    /** The release that a reader finds: the link is followed once, so that all files are of one release. */
    Path current() throws IOException {
        return home.resolve("release/current").toRealPath();
    }

    /** The tables of a release by their bytes: name to SHA-256 of every CSV file. */
    static Map<String, String> tables(Path release) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(release.resolve("csv"))) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), sha256(file));
            }
        }
        tables.put("sdmx", sha256(release.resolve("sdmx/measures.csv")));
        return tables;
    }

    /** Fails unless every file of a release is there with the checksum that the release states. */
    static void assertWhole(Path release) throws IOException {
        List<String> lines = Files.readAllLines(release.resolve("checksums.sha256"), StandardCharsets.UTF_8);
        assertThat(lines).as("checksums of " + release).hasSizeGreaterThan(20);
        for (String line : lines) {
            String[] parts = line.split("  ", 2);
            assertThat(sha256(release.resolve(parts[1])))
                    .as("checksum of " + parts[1] + " in " + release)
                    .isEqualTo(parts[0]);
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the home as it is, to be put back later: tables name their files by absolute paths. */
    Path keep(Path copy) throws IOException {
        copy(home, copy);
        return copy;
    }

    void putBack(Path copy) throws IOException {
        delete(home);
        copy(copy, home);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The files of the sample in two disjoint halves. */
    static List<List<Path>> halves() throws IOException {
        return halves(1);
    }

    /** The same of every so manieth file. */
    static List<List<Path>> halves(int share) throws IOException {
        List<Path> first = new ArrayList<>();
        List<Path> second = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (int i = 0; i < sorted.size(); i += share) {
                Path file = sorted.get(i);
                (first.size() <= second.size() ? first : second).add(file);
            }
        }
        return List.of(first, second);
    }
}
