package org.gongkai.table;

import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Status;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The two real reports, where they are at hand: all 58 figures of each, zeros included. */
class RealReportsTest {
    @Test
    void report_with_tabs_and_a_label_cut_by_a_page() throws IOException {
        check(
                "shapotou-justice-2018.txt",
                2018,
                Map.ofEntries(
                        Map.entry("publication.total", "247"),
                        Map.entry("publication.normative_documents", "104"),
                        Map.entry("channel.website", "247"),
                        Map.entry("channel.weibo", "105"),
                        Map.entry("channel.wechat", "39"),
                        Map.entry("press_conference.total", "1"),
                        Map.entry("press_conference.by_principal", "1"),
                        Map.entry("interpretation.articles", "1"),
                        Map.entry("response.other", "1"),
                        Map.entry("body.specialised_offices", "1"),
                        Map.entry("staff.total", "15"),
                        Map.entry("staff.part_time", "15"),
                        Map.entry("budget.special", "1"),
                        Map.entry("meeting.total", "2"),
                        Map.entry("training.participants", "5")));
    }

    @Test
    void report_with_single_blanks_and_labels_over_two_lines() throws IOException {
        check(
                "xixia-justice-2017.txt",
                2017,
                Map.of(
                        "publication.total", "346",
                        "channel.website", "164",
                        "channel.wechat", "114",
                        "channel.other", "68",
                        "staff.total", "2",
                        "staff.part_time", "2",
                        "budget.special", "0.5",
                        "meeting.total", "2",
                        "training.participants", "2"));
    }

    /** Every figure that is not named is 0. */
    private static void check(String file, int year, Map<String, String> stated) throws IOException {
        Path path = Path.of("..", "..", "shared", "reports", file);
        Assumptions.assumeTrue(Files.exists(path), "the real reports are not beside the repository");
        TableReading reading = TableReader.read(Manuscript.ofText(Particulars.ofSource(file), Files.readString(path)));
        Map<String, String> read = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Value value : reading.values()) {
            assertThat(value.status()).as(value.indicator()).isEqualTo(Status.NORMAL);
            read.put(value.indicator(), value.amount().orElseThrow().toPlainString());
            expected.put(value.indicator(), stated.getOrDefault(value.indicator(), "0"));
        }
        assertThat(reading.form()).isEqualTo("2014");
        assertThat(read).hasSize(58).isEqualTo(expected);
        assertThat(reading.unmapped()).isEmpty();
        assertThat(reading.headingYear()).hasValue(year);
    }
}
