package org.gongkai.jobs.marts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A mart set is computed again when something that it is made from has changed, and only then. */
class AggregateAgainTest {
    private static final Fixture FIXTURE = new Fixture(TestSession.get(), "small");
    private static final MartInputs INPUTS = MartInputs.standard().with(FIXTURE.regions());

    @TempDir
    Path home;

    private AggregateSummary aggregate(String snapshots, MartInputs inputs, Optional<String> build) throws IOException {
        return AggregateJob.run(
                TestSession.get(), FIXTURE.lake(), snapshots, home.toUri(), inputs, (done, all) -> {}, build);
    }

    private AggregateSummary aggregate() throws IOException {
        return aggregate("s1", INPUTS, Optional.of("build"));
    }

    @BeforeEach
    void once() throws IOException {
        assertThat(aggregate().isNew()).isTrue();
    }

    @Test
    void nothingChangedAndTheNewestSetServes() throws IOException {
        AggregateSummary again = aggregate();
        assertThat(again.isNew()).isFalse();
        assertThat(again.id()).isEqualTo("0001");
        assertThat(again.rows()).containsKeys("measures", "observations").doesNotContainValue(null);
        assertThat(home.resolve("marts/0002")).doesNotExist();
    }

    @Test
    void anotherStateOfTheLake() throws IOException {
        assertThat(aggregate("s2", INPUTS, Optional.of("build")).id()).isEqualTo("0002");
    }

    @Test
    void anotherBuildOrNoneThatIsKnown() throws IOException {
        assertThat(aggregate("s1", INPUTS, Optional.of("other")).id()).isEqualTo("0002");
        assertThat(aggregate("s1", INPUTS, Optional.empty()).id()).isEqualTo("0003");
        assertThat(aggregate("s1", INPUTS, Optional.empty()).id())
                .as("what no build is known of serves nobody")
                .isEqualTo("0004");
    }

    @Test
    void otherRegions() throws IOException {
        assertThat(aggregate("s1", MartInputs.standard(), Optional.of("build")).isNew())
                .isTrue();
    }

    @Test
    void aRoster() throws IOException {
        Files.writeString(home.resolve("roster.csv"), "body_id,region_code,first_year,last_year\n640521-乙局,640521,,\n");
        assertThat(aggregate().isNew()).isTrue();
        assertThat(aggregate().isNew()).isFalse();
    }

    @Test
    void aSetThatIsNotWhole() throws IOException {
        Files.delete(home.resolve("marts/0001/followers/part-00000.parquet"));
        Files.deleteIfExists(home.resolve("marts/0001/followers/.part-00000.parquet.crc"));
        Files.delete(home.resolve("marts/0001/followers"));
        assertThat(aggregate().id()).isEqualTo("0002");
    }
}
