package org.gongkai.jobs.faults;

import org.gongkai.jobs.ingest.SparkForTests;
import org.gongkai.jobs.lake.Lake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes that ingest disjoint halves at the same moment end in the lake of one ingest of the whole. {@code
 * -Dgongkai.rounds=20} for the long version.
 */
@Tag("fault")
class TwoWritersTest {
    private static final int ROUNDS = Integer.getInteger("gongkai.rounds", 3);

    @TempDir
    Path folder;

    /** Where the catalogs of new homes are. */
    @FunctionalInterface
    interface Catalogs {
        /** The address of the catalog of a new home. */
        String of(Path home) throws SQLException;
    }

    private void rounds(Catalogs catalogs) throws IOException, InterruptedException, SQLException {
        Path whole = folder.resolve("whole");
        Map<String, List<String>> expected;
        try (Lake lake = SparkForTests.lake(whole)) {
            Site.ingest(lake, Site.SAMPLE);
            expected = SparkForTests.contents(lake);
        }
        List<Path> files = new ArrayList<>(Stream.concat(Site.halves().get(0).stream(), Site.halves().get(1).stream())
                .toList());
        Random random = new Random(7);
        WriterProcess first = new WriterProcess(folder.resolve("first.log"));
        WriterProcess second = new WriterProcess(folder.resolve("second.log"));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                java.util.Collections.shuffle(files, random);
                int cut = files.size() / 2;
                Path home = folder.resolve("round" + round);
                String catalog = catalogs.of(home);
                first.order(home, catalog, files.subList(0, cut));
                second.order(home, catalog, files.subList(cut, files.size()));
                List<String> answers = List.of(first.answer(), second.answer());
                assertThat(answers)
                        .as("round " + round + ": both land, one after the other")
                        .containsExactlyInAnyOrder("done 1", "done 2");
                try (Lake lake = WriterProcess.open(SparkForTests.session(), home.toString(), catalog)) {
                    assertThat(SparkForTests.contents(lake))
                            .as("the lake after round " + round)
                            .isEqualTo(expected);
                }
            }
        } finally {
            first.end();
            second.end();
        }
        System.out.println(ROUNDS + " rounds of two writers, all equal to one ingest of the whole");
    }

    @Test
    void onTheEmbeddedCatalog() throws IOException, InterruptedException, SQLException {
        rounds(home -> "jdbc:sqlite:" + home.resolve("lake/catalog.db"));
    }

    @Test
    void onPostgres() throws IOException, InterruptedException, SQLException {
        try (Postgres postgres = Postgres.start(folder)) {
            rounds(home -> postgres.database());
        }
    }
}
