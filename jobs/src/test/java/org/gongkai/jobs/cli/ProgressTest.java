package org.gongkai.jobs.cli;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said while a job works, and to whom. */
class ProgressTest {
    @Test
    void theLineSaysHowMuchHowFastAndHowLongStill() {
        assertThat(Progress.line("入库", 12_000, 0.25, "12,000", Duration.ofSeconds(20)))
                .isEqualTo("入库  12,000  600/s  0:20  ~1:00");
        assertThat(Progress.line("汇总", 3, 0.5, "3/6", Duration.ofSeconds(4000)))
                .as("a rate below one a second says nothing")
                .isEqualTo("汇总  3/6  1:06:40  ~1:06:40");
        assertThat(Progress.line("入库", 0, 0, "0", Duration.ofSeconds(2)))
                .as("no time left where the share is not known")
                .isEqualTo("入库  0  0:02");
    }

    @Test
    void intoAPipeNothingIsWritten() throws InterruptedException {
        StringWriter piped = new StringWriter();
        try (Progress progress = Progress.on(new PrintWriter(piped), "入库", false)) {
            Thread.sleep(250);
            progress.at(5, 10);
        }
        assertThat(piped.toString()).isEmpty();
        StringWriter terminal = new StringWriter();
        try (Progress progress = Progress.on(new PrintWriter(terminal), "入库", true)) {
            Thread.sleep(250);
            progress.at(5, 10);
        }
        assertThat(terminal.toString()).contains("5/10").endsWith("\r\u001b[K");
    }
}
