package org.gongkai.jobs.faults;

import org.gongkai.jobs.ingest.SparkForTests;
import org.gongkai.jobs.lake.Lake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs that open a new lake at the same moment: its catalog makes its tables then, and all of them get it. */
@Tag("fault")
class CatalogOpeningTest {
    private static final int JOBS = 6;
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    private void allOpen(TwoWritersTest.Catalogs catalogs) throws Exception {
        SparkForTests.lake(folder.resolve("any")).close();
        ExecutorService pool = Executors.newFixedThreadPool(JOBS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Path home = folder.resolve("round" + round);
                String catalog = catalogs.of(home);
                CyclicBarrier start = new CyclicBarrier(JOBS);
                List<Future<Integer>> openings = new ArrayList<>();
                for (int job = 0; job < JOBS; job++) {
                    openings.add(pool.submit((Callable<Integer>) () -> {
                        start.await();
                        try (Lake lake = WriterProcess.open(SparkForTests.session(), home.toString(), catalog)) {
                            return lake.state().ingestId();
                        }
                    }));
                }
                for (Future<Integer> opening : openings) {
                    assertThat(opening.get())
                            .as("ingests in a lake opened by " + JOBS + " jobs at once, round " + round)
                            .isZero();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void onTheEmbeddedCatalog() throws Exception {
        allOpen(home -> "jdbc:sqlite:" + home.resolve("lake/catalog.db"));
    }

    @Test
    void onPostgres() throws Exception {
        try (Postgres postgres = Postgres.start(folder)) {
            allOpen(home -> postgres.database());
        }
    }
}
