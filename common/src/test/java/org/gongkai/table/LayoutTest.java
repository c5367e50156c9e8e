package org.gongkai.table;

import org.gongkai.text.Manuscript;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** One filled-in form, seven layouts, the same figures. */
class LayoutTest {
    private static final int ROUNDS = Integer.getInteger("gongkai.layout.rounds", 12);

    @Test
    void every_layout_gives_the_figures_that_were_printed() {
        int cells = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (String form : List.of("2014", "2019", "2021")) {
            for (Layout layout : Layout.values()) {
                for (int round = 0; round < ROUNDS; round++) {
                    Random random = new Random(31L * round + layout.ordinal());
                    PrintedForm printed = PrintedForm.of(form, random);
                    Manuscript manuscript = layout.print(printed, random);
                    TableReading reading = TableReader.read(manuscript);
                    everyLineIsAccountedFor(manuscript, reading);
                    assertThat(reading.form())
                            .as("form of %s in layout %s, round %d", form, layout, round)
                            .isEqualTo(form);
                    Map<String, BigDecimal> expected = printed.expected();
                    assertThat(reading.values()).as("cells of form %s", form).hasSize(expected.size());
                    for (Value value : reading.values()) {
                        BigDecimal figure = expected.get(PrintedForm.key(value.indicator(), value.requester()));
                        String where = form + " " + layout + " round " + round + " " + value.indicator() + " "
                                + value.requester() + ": printed " + figure + ", read " + value;
                        cells++;
                        if (value.amount().isEmpty()) {
                            missed.add(where);
                        } else if (value.amount().get().compareTo(figure) == 0) {
                            right++;
                        } else {
                            wrong.add(where);
                        }
                    }
                }
            }
        }
        assertThat(wrong).as("figures that are not the printed ones").isEmpty();
        assertThat((double) right / cells)
                .as("share of cells read; missed: %s", missed.stream().limit(20).toList())
                .isGreaterThanOrEqualTo(0.999);
    }

    private static void everyLineIsAccountedFor(Manuscript manuscript, TableReading reading) {
        assertThat(manuscript.lines().stream()
                        .filter(l -> l.number() >= reading.firstLine() && l.number() <= reading.lastLine())
                        .filter(l -> !l.isBlank() && !reading.tableLines().contains(l.number())))
                .as("lines inside the tables that are neither used nor listed")
                .isEmpty();
    }
}
