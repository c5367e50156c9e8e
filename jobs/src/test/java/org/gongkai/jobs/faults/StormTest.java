package org.gongkai.jobs.faults;

import org.gongkai.jobs.lake.Lake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers that open the release and the lake again and again while runs ingest, aggregate and publish. {@code
 * -Dgongkai.publishes=20 -Dgongkai.reads=2000} for the long version.
 */
@Tag("fault")
class StormTest {
    private static final int PUBLISHES = Integer.getInteger("gongkai.publishes", 4);
    private static final int READS = Integer.getInteger("gongkai.reads", 200);

    private static final int READERS = 2;

    private static final String STEMS = "乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    @TempDir
    Path folder;

    /** A report of its own body, so that the n-th ingest makes n reports. */
    private Path report(int number) throws IOException {
        String name = "" + STEMS.charAt(number % STEMS.length()) + STEMS.charAt(number / STEMS.length());
        String text = "沙坡头区" + name + "镇人民政府" + (2015 + number % 5) + "年政府信息公开工作年度报告\n" + "本年度通过政府网站公开信息"
                + (100 + number) + "条，微信公众号公开信息" + number + "条。\n";
        return Files.writeString(folder.resolve(number + ".txt"), text, StandardCharsets.UTF_8);
    }

    @Test
    void readersNeverMeetAnErrorOrAMixedState() throws Exception {
        Site site = new Site(folder.resolve("home"));
        site.ingest(report(0));
        site.aggregate();
        site.publish();
        Set<String> releases = ConcurrentHashMap.newKeySet();
        Set<Integer> states = ConcurrentHashMap.newKeySet();
        AtomicInteger reads = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(1 + READERS);
        try {
            // As long as there is a read to come there is a publication beside it.
            Future<Integer> writing = pool.submit(() -> {
                int published = 0;
                while (published < PUBLISHES || reads.get() < READS && !isOver.get()) {
                    site.ingest(report(1 + published));
                    site.aggregate();
                    assertThat(site.publish().isNew())
                            .as("publication " + published + " made a release")
                            .isTrue();
                    published++;
                }
                return published;
            });
            List<Future<Void>> reading = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(reader);
                reading.add(pool.submit(() -> {
                    while (!writing.isDone()) {
                        releases.add(readRelease(site, random, random.nextInt(100) == 0));
                        states.add(readLake(site));
                        reads.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<Void> reader : reading) {
                reader.get();
            }
            int published = writing.get();
            System.out.println("storm: " + reads + " reads of " + READERS + " readers during " + published
                    + " publications; releases seen " + releases.size() + ", states of the lake " + states.size());
            assertThat(published).as("publications").isGreaterThanOrEqualTo(PUBLISHES);
            assertThat(reads).as("reads beside them").hasValueGreaterThanOrEqualTo(READS);
            assertThat(releases).as("releases that the readers saw").hasSizeGreaterThan(1);
            assertThat(states).hasSizeGreaterThan(1);
        } finally {
            isOver.set(true);
            pool.shutdownNow();
        }
    }

    private static String readRelease(Site site, Random random, boolean isThorough) throws IOException {
        // By the link, as a dashboard would: the file is there, whichever release it is of.
        assertThat(Files.size(site.home().resolve("release/current/datapackage.json")))
                .isPositive();
        Path release = site.current();
        if (isThorough) {
            Site.assertWhole(release);
        } else {
            List<String> sums = new ArrayList<>(Files.readAllLines(release.resolve("checksums.sha256")));
            for (int i = 0; i < 3; i++) {
                String[] parts = sums.get(random.nextInt(sums.size())).split("  ", 2);
                assertThat(Site.sha256(release.resolve(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
            }
        }
        return release.getFileName().toString();
    }

    /** Every ingest adds one document and one report, so that tables of two states cannot agree. */
    private static int readLake(Site site) {
        try (Lake lake = site.lake()) {
            int ingest = lake.state().ingestId();
            Map<String, Long> rows = Map.of(
                    "documents", lake.read("documents").count(),
                    "reports", lake.read("reports").count());
            assertThat(rows)
                    .as("rows after ingest " + ingest)
                    .isEqualTo(Map.of("documents", (long) ingest, "reports", (long) ingest));
            return ingest;
        }
    }
}
