package org.gongkai.table;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.text.Manuscript;
import org.gongkai.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** One filled-in form, however it is laid out, gives the same figures. */
class LayoutTest {
    private static final int ROUNDS = Integer.getInteger("gongkai.layout.rounds", 12);
    private static final List<String> FORMS = List.of("2014", "2019", "2021");

    @ParameterizedTest
    @EnumSource(Layout.class)
    void every_layout_gives_the_figures_that_were_printed(Layout layout) {
        Tally tally = new Tally();
        for (String form : FORMS) {
            for (int round = 0; round < ROUNDS; round++) {
                tally.add(form, layout, round, 0);
            }
        }
        assertThat(tally.wrong).as("figures that are not the printed ones").isEmpty();
        assertThat(tally.right / (double) tally.cells)
                .as(
                        "share of cells read; missed: %s",
                        tally.missed.stream().limit(20).toList())
                .isGreaterThanOrEqualTo(0.999);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void blank_cells_never_move_a_figure_into_another_cell(Layout layout) {
        Tally tally = new Tally();
        for (String form : FORMS) {
            for (int round = 0; round < ROUNDS; round++) {
                tally.add(form, layout, round, 3 + round);
            }
        }
        assertThat(tally.wrong).as("figures that are not the printed ones").isEmpty();
        if (layout.showsBlankCells()) {
            assertThat(tally.right / (double) tally.cells)
                    .as(
                            "share of cells read; missed: %s",
                            tally.missed.stream().limit(20).toList())
                    .isGreaterThanOrEqualTo(0.98);
        }
    }

    /** The same figures in any two layouts: what both read is the same. */
    @Property(tries = 150)
    void another_layout_never_changes_a_figure(
            @ForAll Layout one, @ForAll Layout other, @ForAll @IntRange(max = 2) int form, @ForAll Random random) {
        PrintedForm printed = PrintedForm.of(FORMS.get(form), random, random.nextInt(3) * 8);
        Map<String, BigDecimal> left = figures(TableReader.read(one.print(printed, random)));
        Map<String, BigDecimal> right = figures(TableReader.read(other.print(printed, random)));
        left.keySet().retainAll(right.keySet());
        right.keySet().retainAll(left.keySet());
        assertThat(left)
                .as("form %s as %s and as %s", printed.form().form(), one, other)
                .isEqualTo(right);
        assertThat(left).isNotEmpty();
    }

    private static Map<String, BigDecimal> figures(TableReading reading) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        reading.values()
                .forEach(v -> v.amount()
                        .ifPresent(a -> figures.put(
                                PrintedForm.key(v.indicator(), v.requester()),
                                a.signum() == 0 ? BigDecimal.ZERO : a.stripTrailingZeros())));
        return figures;
    }

    /** Cells of many documents, compared with what was printed. */
    private static final class Tally {
        private final List<String> wrong = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();
        private int cells;
        private int right;

        void add(String form, Layout layout, int round, int blankOneIn) {
            Random random = new Random(31L * round + layout.ordinal());
            PrintedForm printed = PrintedForm.of(form, random, blankOneIn);
            Manuscript manuscript = layout.print(printed, random);
            TableReading reading = TableReader.read(manuscript);
            everyLineIsAccountedFor(manuscript, reading);
            assertThat(reading.form())
                    .as("form of %s in layout %s, round %d", form, layout, round)
                    .isEqualTo(form);
            for (Value value : reading.values()) {
                String key = PrintedForm.key(value.indicator(), value.requester());
                Optional<BigDecimal> figure =
                        Optional.ofNullable(printed.expected().get(key));
                String where =
                        form + " " + layout + " round " + round + " " + key + ": printed " + figure + ", read " + value;
                if (figure.isPresent()) {
                    cells++;
                    if (value.amount().isEmpty()) {
                        missed.add(where);
                    } else if (value.amount().get().compareTo(figure.get()) == 0) {
                        right++;
                    } else {
                        wrong.add(where);
                    }
                } else if (value.amount().isPresent()) {
                    wrong.add(where);
                }
            }
        }
    }

    private static void everyLineIsAccountedFor(Manuscript manuscript, TableReading reading) {
        assertThat(manuscript.lines().stream()
                        .filter(l -> l.number() >= reading.firstLine() && l.number() <= reading.lastLine())
                        .filter(l -> !l.isBlank() && !reading.tableLines().contains(l.number())))
                .as("lines inside the tables that are neither used nor listed")
                .isEmpty();
    }
}
