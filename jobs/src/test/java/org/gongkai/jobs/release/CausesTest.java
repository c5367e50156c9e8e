package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.catalogue.Measures;
import org.gongkai.jobs.marts.AggregateJob;
import org.gongkai.jobs.marts.Fixture;
import org.gongkai.jobs.marts.MartInputs;
import org.gongkai.jobs.marts.TestSession;
import org.gongkai.reference.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** One refiled report, two read by another version, one measure defined anew, one correction: each is named. */
class CausesTest {
    @TempDir
    private static Path home;

    private static List<List<String>> changes;

    @BeforeAll
    static void publish() throws IOException {
        SparkSession spark = TestSession.get();
        Fixture fixture = new Fixture(spark, "small");
        MartInputs inputs = MartInputs.standard().with(fixture.regions());
        AggregateJob.run(spark, t -> before(fixture, t), "s1", home.toUri(), inputs);
        PublishJob.run(spark, home.toUri(), fixture.regions());
        Files.writeString(home.resolve("corrections.csv"), """
                body_id,report_year,indicator,requester,printed_value,corrected_value,reason,evidence
                640502-甲局,2020,centralised_procurement.amount,_T,251000,252000,加总有误,政府采购公告
                """);
        AggregateJob.run(spark, t -> after(fixture, t), "s2", home.toUri(), inputs.with(redefined()));
        PublishJob.run(spark, home.toUri(), fixture.regions());
        changes = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve("release/0002/changes.csv"))) {
            changes.add(List.of(line.split(",", -1)));
        }
        changes.remove(0);
    }

    private static Dataset<Row> before(Fixture fixture, String table) {
        return fixture.editedLake((name, record) -> document(name, record, "d1", "1"))
                .apply(table);
    }

    private static Dataset<Row> after(Fixture fixture, String table) {
        return fixture.editedLake((name, record) -> {
                    String report = record.get("body_id") + " " + record.get("report_year");
                    boolean isRefiled = report.equals("640521-乙局 2018");
                    boolean isReread = report.equals("640502-甲局 2017");
                    boolean isRereadBesideIt = report.equals("640502-甲局 2018");
                    boolean isReceived = "requests.received".equals(record.get("indicator"));
                    if (name.equals("observations") && isRefiled && isReceived) {
                        record.put("value", "3");
                    }
                    if (name.equals("observations") && isReread && isReceived) {
                        record.put("value", "5");
                    }
                    if (name.equals("observations")
                            && isRereadBesideIt
                            && "channel.weibo".equals(record.get("indicator"))) {
                        record.put("value", "51");
                    }
                    String version = isReread || isRereadBesideIt ? "2" : "1";
                    return document(name, record, isRefiled ? "d2" : "d1", version);
                })
                .apply(table);
    }

    private static Map<String, String> document(
            String table, Map<String, String> record, String document, String version) {
        if (table.equals("reports")) {
            record.put("document", document);
            record.put("parser_version", version);
        }
        return record;
    }

    /** On the form of 2014, granted no longer counts what was public already. */
    private static Measures redefined() {
        JsonNode definitions = Reference.json("measures.json").deepCopy();
        for (JsonNode measure : definitions.path("measures")) {
            if (measure.path("measure").asText().equals("outcome.granted")) {
                ((ObjectNode) measure.path("formulas")).put("2014", "reply.granted");
            }
        }
        return Measures.of(definitions);
    }

    private static List<String> cells(String cause) {
        return changes.stream()
                .filter(c -> c.get(c.size() - 1).equals(cause))
                .map(c -> c.get(0) + " " + c.get(1) + " " + c.get(2) + " " + c.get(5) + " " + c.get(9) + " → "
                        + c.get(10))
                .toList();
    }

    @Test
    void aRefiledReportIsNamed() {
        assertThat(cells("refiled"))
                .containsExactlyInAnyOrder(
                        "observations 640521 2018 requests.received 0.000000 → 3.000000",
                        "measures 640521 2018 requests.received 0.000000 → 3.000000",
                        "measures 640500 2018 requests.received 10.000000 → 13.000000",
                        "measures 640000 2018 requests.received 10.000000 → 13.000000",
                        "measures 000000 2018 requests.received 10.000000 → 13.000000");
    }

    @Test
    void anotherVersionOfTheReaderIsNamed() {
        assertThat(cells("parser"))
                .containsExactlyInAnyOrder(
                        "observations 640502 2017 requests.received 4.000000 → 5.000000",
                        "measures 640502 2017 requests.received 6.000000 → 7.000000",
                        "measures 640500 2017 requests.received 12.000000 → 13.000000",
                        "measures 640000 2017 requests.received 12.000000 → 13.000000",
                        "measures 000000 2017 requests.received 12.000000 → 13.000000",
                        // In one region and year with the refiled report, but not one of its figures.
                        "observations 640502 2018 channel.weibo 50.000000 → 51.000000",
                        "measures 640502 2018 channel.weibo 50.000000 → 51.000000",
                        "measures 640500 2018 channel.weibo 50.000000 → 51.000000",
                        "measures 640000 2018 channel.weibo 50.000000 → 51.000000",
                        "measures 000000 2018 channel.weibo 50.000000 → 51.000000",
                        "measures 640502 2018 reach.weibo 0.250000 → 0.255000",
                        "measures 640500 2018 reach.weibo 0.250000 → 0.255000",
                        "measures 640000 2018 reach.weibo 0.250000 → 0.255000",
                        "measures 000000 2018 reach.weibo 0.250000 → 0.255000");
    }

    @Test
    void anotherDefinitionIsNamed() {
        assertThat(cells("definition"))
                .as("3 and 2 granted; 1 was public already, and where that is blank the sum was missing")
                .contains(
                        "measures 640502 2018 outcome.granted 4.000000 → 3.000000",
                        "measures 640521 2018 outcome.granted O → 2.000000",
                        "measures 640500 2018 outcome.granted 4.000000 → 5.000000")
                .allMatch(c -> c.contains("outcome.granted"));
    }

    @Test
    void aCorrectionIsNamed() {
        assertThat(cells("correction"))
                .isNotEmpty()
                .allMatch(c -> c.startsWith("measures ") && c.contains(" 2020 "))
                .anyMatch(c -> c.endsWith("25.100000 → 25.200000"));
    }

    @Test
    void everyChangedCellHasACause() {
        assertThat(changes).allMatch(c -> !c.get(c.size() - 1).isEmpty());
    }
}
