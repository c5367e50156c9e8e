package org.gongkai.table;

import org.gongkai.report.Content;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.report.Submission;
import org.gongkai.text.Folding;
import org.gongkai.text.HtmlText;
import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Damaged documents, every fourth through the one door and the others through the table room: no exception, no hang, and no figure that is not printed. */
class MutationTest {
    /** 3 forms, 15 layouts, this many rounds: 20,250 documents. */
    private static final int ROUNDS = 450;

    private static final int SOAK_ROUNDS = Integer.getInteger("gongkai.mutation.rounds", 2_250);
    private static final int THROUGH_THE_DOOR = 4;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    @Timeout(600)
    void damage_never_invents_a_figure() {
        assertThat(damage(0, ROUNDS)).as("documents").isGreaterThanOrEqualTo(20_000);
    }

    @Test
    @Tag("soak")
    void damage_never_invents_a_figure_however_often() {
        damage(ROUNDS, ROUNDS + SOAK_ROUNDS);
    }

    private static long damage(int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToLong(round -> {
                    int documents = 0;
                    for (String form : List.of("2014", "2019", "2021")) {
                        for (Layout layout : Layout.values()) {
                            Random random = new Random(977L * round + layout.ordinal());
                            check(layout, damage(layout.text(PrintedForm.of(form, random), random), random), round);
                            documents++;
                        }
                    }
                    return documents;
                })
                .sum();
    }

    private static void check(Layout layout, String text, int round) {
        Particulars source = Particulars.ofSource("damaged");
        Content content = layout == Layout.HTML ? new Content.Html(text) : new Content.Text(text);
        // Time of the processor, so that a busy machine does not look like a slow reader.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<Line> lines;
        List<Value> values;
        if (round % THROUGH_THE_DOOR == 0) {
            Reading reading = ReportReader.read(new Submission(source, content));
            lines = reading.manuscript().lines();
            values = reading.report().map(Report::values).orElse(List.of());
        } else {
            Manuscript manuscript =
                    layout == Layout.HTML ? HtmlText.read(source, text) : Manuscript.ofText(source, text);
            lines = manuscript.lines();
            values = TableReader.read(manuscript).values();
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                .as("time for layout %s, round %d", layout, round)
                .isLessThan(LONGEST);
        for (Value value : values) {
            if (value.amount().isPresent()) {
                Line line = lines.get(value.line() - 1);
                String there = Folding.fold(line.printed()).replace(" ", "");
                String said = value.origin() == Origin.FORM ? value.printedValue() : "";
                if (!there.contains(said.replace(" ", ""))) {
                    fail(
                            "layout %s, round %d, line %d: %s is said to be printed, and here stands %s",
                            layout, round, value.line(), value, there);
                }
            }
        }
    }

    private static String damage(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        int times = 1 + random.nextInt(40);
        for (int i = 0; i < times && out.length() > 10; i++) {
            int at = random.nextInt(out.length() - 5);
            switch (random.nextInt(4)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, out.charAt(random.nextInt(out.length())));
                case 2 -> out.insert(at, out.substring(at, Math.min(out.length(), at + random.nextInt(60))));
                default -> out.setCharAt(at, "|\n\t()（0九 ".charAt(random.nextInt(9)));
            }
        }
        if (random.nextInt(4) != 0) {
            return out.toString();
        }
        List<String> lines = new ArrayList<>(out.toString().lines().toList());
        Collections.shuffle(lines, random);
        return String.join("\n", lines);
    }
}
