package org.gongkai.jobs.release;

import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.Fixture;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.jobs.marts.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sample has not: territories, renamed and split regions, rules between years, a correction, a roster. */
class CheckedCasesTest {
    @TempDir
    private Path home;

    @Test
    void anotherEngineComputesTheSameOverManyBodiesAndYears() throws IOException, SQLException {
        Files.writeString(home.resolve("corrections.csv"), """
                body_id,report_year,indicator,requester,printed_value,corrected_value,reason,evidence
                640502-乙局,2017,budget.special,_T,15000,1.5,按元填写,决算表
                """);
        SecondEngine second = check("across");
        assertThat(second.differences()).as("cells that differ").isEmpty();
        assertThat(second.figures())
                .containsKeys("findings", "quality", "scorecard", "expected_bodies", "form_cells")
                .containsEntry("corrections", 1L)
                .allSatisfy((mart, figures) ->
                        assertThat(figures).as(mart).isGreaterThanOrEqualTo(mart.equals("followers") ? 0 : 1));
    }

    @Test
    void anotherEngineComputesTheSameUnderARoster() throws IOException, SQLException {
        Files.writeString(home.resolve("roster.csv"), """
                body_id,region_code,first_year,last_year
                640521-乙局,640521,,
                640502-甲局,640502,2017,2019
                110228-戊局,110228,2014,2016
                640105-寅局,640105,2018,
                """);
        SecondEngine second = check("small");
        assertThat(second.differences()).as("cells that differ").isEmpty();
        assertThat(Files.readAllLines(home.resolve("release/0001/csv/expected_bodies.csv")))
                .as("the release says who is on the roster; a renamed county goes on under its new code")
                .contains("bodies,640521-乙局,640521,2017,seen,true", "bodies,640521-乙局,640521,2019,roster,true")
                .contains("bodies,110118-戊局,110118,2015,seen,true", "bodies,110118-戊局,110228,2016,roster,true")
                .noneMatch(l -> l.contains("silent") || l.contains("between"));
    }

    private SecondEngine check(String folder) throws IOException, SQLException {
        SparkSession spark = TestSession.get();
        Fixture fixture = new Fixture(spark, folder);
        MartInputs inputs = MartInputs.standard().with(fixture.regions());
        AggregateJob.run(spark, fixture.lake(), "s1", home.toUri(), inputs);
        PublishJob.run(spark, home.toUri(), fixture.regions());
        return SecondEngine.check(home.resolve("release/0001"));
    }
}
