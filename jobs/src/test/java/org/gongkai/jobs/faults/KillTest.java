package org.gongkai.jobs.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that are killed at random moments. After each kill a reader finds the lake and the release as they were or as
 * they will be; after the rerun everything is as in a run that nobody disturbed, byte by byte.
 *
 * <p>{@code -Dgongkai.kills=60} for the long version, {@code -Dgongkai.seed} for other moments.
 */
@Tag("fault")
class KillTest {
    private static final int KILLS = Integer.getInteger("gongkai.kills", 8);
    /** Of the sample every so manieth file: the moments are what counts, and there are more of them in the same time. */
    private static final int SHARE = 4;

    private static final long SEED = Long.getLong("gongkai.seed", 20260101L);

    @TempDir
    Path folder;

    private Site site;
    private List<Path> second;
    private Path log;

    private record State(Path copy, Map<String, List<String>> lake, Map<String, String> release) {}

    private State state(String name) throws IOException {
        return new State(site.keep(folder.resolve(name)), site.contents(), Site.tables(site.current()));
    }

    private String[] arguments(String step) {
        List<String> words = new ArrayList<>(List.of(step, "--home", site.home().toString(), "--master", "local[2]"));
        if (step.equals("ingest") || step.equals("run")) {
            second.forEach(f -> words.add(f.toString()));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void aKilledCommandLeavesEverythingAsItWasOrAsItWillBe() throws IOException, InterruptedException {
        site = new Site(folder.resolve("home"));
        log = folder.resolve("commands.log");
        List<List<Path>> halves = Site.halves(SHARE);
        second = halves.get(1);
        site.ingest(halves.get(0).toArray(Path[]::new));
        site.aggregate();
        site.publish();

        // The undisturbed run, step by step and by the commands themselves, with the time that each takes here and now.
        Map<String, State> before = new LinkedHashMap<>();
        Map<String, Long> millis = new LinkedHashMap<>();
        for (String step : List.of("ingest", "aggregate", "publish")) {
            before.put(step, state("before-" + step));
            long start = System.nanoTime();
            assertThat(new Command(log).run(arguments(step)))
                    .as(step + ": " + new Command(log).log())
                    .isZero();
            millis.put(step, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        before.put("run", before.get("ingest"));
        millis.put("run", millis.values().stream().mapToLong(Long::longValue).sum() * 2 / 3);
        State after = state("after");
        assertThat(after.lake())
                .as("the ingest did something")
                .isNotEqualTo(before.get("ingest").lake());
        assertThat(after.release())
                .as("so did the publication")
                .isNotEqualTo(before.get("ingest").release());

        Random random = new Random(SEED);
        List<String> steps = List.copyOf(before.keySet());
        Map<String, Integer> kills = new LinkedHashMap<>();
        int killed = 0;
        int landed = 0;
        int published = 0;
        for (int attempt = 0; killed < KILLS && attempt < 3 * KILLS; attempt++) {
            String step = steps.get(attempt % steps.size());
            site.putBack(before.get(step).copy());
            Process process = new Command(log).start(arguments(step));
            // The first third of a command is the start of Java and Spark.
            long pause = (long) (millis.get(step) * (0.3 + 0.75 * random.nextDouble()));
            boolean ended = process.waitFor(pause, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (!ended) {
                killed++;
                kills.merge(step, 1, Integer::sum);
            }
            String where = step + " killed after " + pause + " ms (kill " + killed + ", seed " + SEED + ")";
            Map<String, List<String>> lake = site.contents();
            assertThat(lake).as("the lake after " + where).isIn(before.get(step).lake(), after.lake());
            Path release = site.current();
            Site.assertWhole(release);
            assertThat(Site.tables(release))
                    .as("the release after " + where)
                    .isIn(before.get(step).release(), after.release());
            published += !ended && release.endsWith("0002") ? 1 : 0;
            landed += !ended
                            && lake.equals(after.lake())
                            && !before.get(step).lake().equals(after.lake())
                    ? 1
                    : 0;

            // The rerun of that command. What is computed from the lake shows in the release that is made from it.
            if (before.get(step) == before.get("ingest")) {
                site.ingest(second.toArray(Path[]::new));
            }
            System.out.println(where);
            assertThat(site.contents()).as("the lake after the rerun, " + where).isEqualTo(after.lake());
            if (step.equals("ingest")) {
                continue;
            }
            if (!step.equals("publish")) {
                site.aggregate();
            }
            site.publish();
            assertThat(Site.tables(site.current()))
                    .as("the release after the rerun, " + where)
                    .isEqualTo(after.release());
            assertThat(site.current().getFileName()).hasToString("0002");
        }
        System.out.println("kills: " + kills + ", of which the ingest had landed: " + landed + ", the release: "
                + published + ", times " + millis);
        assertThat(killed).as("commands that were killed before they ended").isEqualTo(KILLS);
    }
}
