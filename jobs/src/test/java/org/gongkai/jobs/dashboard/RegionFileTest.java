package org.gongkai.jobs.dashboard;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegionFileTest {
    @Test
    void aFileGivesBackWhatWasWritten() throws IOException {
        String text = new RegionScripts("640500")
                .row(
                        "measures",
                        "report_year",
                        "2018",
                        "measure",
                        "publication.total",
                        "value",
                        "1234567.5",
                        "n_bodies",
                        "3",
                        "coverage",
                        "0.75",
                        "status",
                        "A")
                .row("measures", "report_year", "2018", "measure", "requests.received", "status", "L")
                .row("reports", "report_year", "2018", "body", "</script><script>alert(1)</script>\u2028=1+1")
                .text();
        RegionFile file = RegionFile.read(text);
        assertThat(file.code()).isEqualTo("640500");
        Fact total = file.rows("measures", 2018).get(0);
        assertThat(total.number("value")).contains(new BigDecimal("1234567.5"));
        assertThat(total.count("n_bodies")).isEqualTo(3);
        Fact missing = file.rows("measures", 2018).get(1);
        assertThat(missing.number("value")).as("a missing figure is not 0").isEmpty();
        assertThat(file.rows("reports", 2018).get(0).text("body"))
                .isEqualTo("</script><script>alert(1)</script>\u2028=1+1");
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> RegionFile.read("alert(1)"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gongkai.region(");
    }

    @Test
    void aCodeNeverClimbsOutOfTheFolder() {
        assertThat(Dashboard.name("../../etc/640000")).isEqualTo("______etc_640000");
    }
}
