package org.gongkai.jobs.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.jobs.ingest.IngestSummary;
import org.gongkai.jobs.lake.Ledger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports that were cut, spliced, shuffled and overwritten, by the hundred thousand: none is lost, none stops the job.
 * {@code -Dgongkai.mutants} and {@code -Dgongkai.seed} for other ones.
 */
class LedgerSoakTest {
    private static final long SEED = Long.getLong("gongkai.seed", 1L);

    @TempDir
    Path folder;

    @Test
    void aThousandMutants() throws IOException {
        soak(1_000);
    }

    @Test
    @Tag("soak")
    void aHundredThousandMutants() throws IOException {
        soak(Integer.getInteger("gongkai.mutants", 100_000));
    }

    private void soak(int mutants) throws IOException {
        Site site = new Site(folder.resolve("home"));
        Path input = Files.createDirectories(folder.resolve("mutants"));
        int repeated = write(input, mutants);
        IngestSummary first = site.ingest(input);
        Ledger ledger = first.ledger();
        assertThat(ledger.documentsIn()).as("lines that were written").isEqualTo(mutants + repeated);
        assertThat(ledger.parsed() + ledger.rejected() + ledger.duplicate() + ledger.unchanged())
                .as("where they went: " + ledger)
                .isEqualTo(mutants + repeated);
        assertThat(ledger.duplicate()).as("lines that were written twice").isGreaterThanOrEqualTo(repeated);
        assertThat(first.rejections())
                .as("documents on which the reader itself failed")
                .doesNotContainKey("defect");
        System.out.println("mutants: " + ledger + ", rejected " + first.rejections());
        Ledger again = site.ingest(input).ledger();
        assertThat(again.documentsIn()).isEqualTo(mutants + repeated);
        assertThat(again.unchanged()).as("read a second time").isEqualTo(mutants + repeated);
    }

    /** Gives how many lines stand there twice. */
    private static int write(Path folder, int mutants) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Site.SAMPLE)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".txt") || f.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts).hasSizeGreaterThan(20);
        Random random = new Random(SEED);
        ObjectMapper json = new ObjectMapper();
        int repeated = 0;
        int number = 0;
        for (int file = 0; file < 4; file++) {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("mutants" + file + ".jsonl")))) {
                for (; number < (long) mutants * (file + 1) / 4; number++) {
                    String text = mutate(texts, random) + "\n" + number;
                    byte[] line = json.writeValueAsBytes(
                            Map.of(random.nextInt(4) == 0 ? "html" : "text", text, "source", "mutant/" + number));
                    if (random.nextInt(10) == 0) {
                        damage(line, random);
                    }
                    int times = random.nextInt(50) == 0 ? 2 : 1;
                    for (int i = 0; i < times; i++) {
                        out.write(line);
                        out.write('\n');
                    }
                    repeated += times - 1;
                }
            }
        }
        return repeated;
    }

    private static String mutate(List<String> texts, Random random) {
        StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(400));
            switch (random.nextInt(7)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2 -> text.insert(at, part(texts.get(random.nextInt(texts.size())), random));
                case 3 -> text.insert(at, (char) random.nextInt(0x10000));
                case 4 -> text.insert(at, Integer.toString(random.nextInt()).repeat(1 + random.nextInt(5)));
                case 5 -> text.setLength(at);
                default -> {
                    List<String> lines = Arrays.asList(text.toString().split("\n"));
                    java.util.Collections.shuffle(lines.subList(0, Math.min(lines.size(), 20)), random);
                    text = new StringBuilder(String.join("\n", lines));
                }
            }
        }
        return text.toString();
    }

    private static String part(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + random.nextInt(2000)));
    }

    /** Other bytes, though none that ends the line or makes all of it blank. */
    private static void damage(byte[] line, Random random) {
        for (int i = 0; i < 3; i++) {
            byte other = (byte) random.nextInt(256);
            line[random.nextInt(line.length)] = other == '\n' ? (byte) '\r' : other;
        }
    }
}
