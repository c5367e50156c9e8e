package org.gongkai.report;

import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.value.Value;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The invented reports of {@code data/sample}, read whole and held against their true values. */
class SampleTest {
    private static final Path SAMPLE = Path.of("..", "data", "sample");
    private static final Map<String, Reading> READINGS = new HashMap<>();
    private static final List<Truth> TRUTH = new ArrayList<>();

    /** A line of truth.csv: what a report prints, or that a cell of it is blank. */
    private record Truth(
            String file,
            String region,
            String body,
            int year,
            String indicator,
            String requester,
            String value,
            String origin) {}

    @BeforeAll
    static void readTheSample() throws IOException {
        Path reports = SAMPLE.resolve("reports");
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = reports.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file);
                        Intake intake = Intake.open(name, in, FileKind.of(name).orElseThrow(), IntakeLimits.DEFAULT)) {
                    intake.forEachRemaining(s -> READINGS.put(s.particulars().source(), ReportReader.read(s)));
                }
            }
        }
        for (String line :
                Files.readAllLines(SAMPLE.resolve("truth.csv")).stream().skip(1).toList()) {
            String[] cell = line.split(",", -1);
            TRUTH.add(new Truth(
                    cell[0], cell[1], cell[2], Integer.parseInt(cell[3]), cell[4], cell[5], cell[6], cell[7]));
        }
    }

    @Test
    void every_document_is_a_report_of_the_body_the_region_and_the_year_that_it_is() {
        for (Truth truth : TRUTH) {
            Report report = reportOf(truth.file());
            assertThat(report.identification().body())
                    .as("body of %s", truth.file())
                    .isEqualTo(truth.body());
            assertThat(report.identification().regionCode())
                    .as("region of %s", truth.file())
                    .isEqualTo(truth.region());
            assertThat(report.identification().reportYear())
                    .as("year of %s", truth.file())
                    .hasValue(truth.year());
        }
    }

    @Test
    void no_figure_is_wrong_and_none_is_made_of_a_blank() {
        List<String> wrong = new ArrayList<>();
        for (Truth truth : TRUTH) {
            value(truth).flatMap(Value::amount).ifPresent(read -> {
                if (truth.value().isEmpty() || new BigDecimal(truth.value()).compareTo(read) != 0) {
                    wrong.add(truth + " read as " + read);
                }
            });
        }
        assertThat(wrong).as("figures read that are not the printed ones").isEmpty();
    }

    @Test
    void every_figure_of_a_table_is_read_and_nearly_every_one_of_the_prose() {
        Map<String, int[]> seenOfPrinted = new HashMap<>(Map.of("form", new int[2], "prose", new int[2]));
        for (Truth truth : TRUTH) {
            if (!truth.value().isEmpty()) {
                int[] count = seenOfPrinted.get(truth.origin());
                count[1]++;
                count[0] += value(truth).flatMap(Value::amount).isPresent() ? 1 : 0;
            }
        }
        int[] form = seenOfPrinted.get("form");
        int[] prose = seenOfPrinted.get("prose");
        assertThat(form[0]).as("figures of tables read, of %d printed", form[1]).isEqualTo(form[1]);
        assertThat(prose[0] / (double) prose[1])
                .as("share of the prose figures read")
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void every_line_inside_a_table_belongs_to_a_cell_or_to_the_form() {
        assertThat(READINGS.values())
                .allSatisfy(r -> assertThat(r.report().orElseThrow().unmapped())
                        .as("unmapped lines of %s", r.manuscript().particulars().source())
                        .isEmpty());
    }

    private static Report reportOf(String file) {
        assertThat(READINGS).as("documents read").containsKey(file);
        Outcome outcome = READINGS.get(file).outcome();
        assertThat(outcome).as("outcome of %s", file).isInstanceOf(Outcome.Parsed.class);
        return ((Outcome.Parsed) outcome).report();
    }

    private static java.util.Optional<Value> value(Truth truth) {
        return reportOf(truth.file()).values().stream()
                .filter(v -> v.indicator().equals(truth.indicator())
                        && v.requester().equals(truth.requester())
                        && v.origin().code().equals(truth.origin()))
                .findFirst();
    }
}
