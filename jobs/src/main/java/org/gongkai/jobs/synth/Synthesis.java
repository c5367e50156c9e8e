package org.gongkai.jobs.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The one door of this room: writes a corpus. */
public final class Synthesis {
    private Synthesis() {}

    /**
     * Writes a corpus; the same arguments give the same bytes.
     *
     * @param documents how many
     * @param firstYear first report year
     * @param lastYear last report year
     * @param layouts {@code all}, or names apart by commas: html, pipes, tabs, cell_a_line, columns
     * @param seed decides the rest
     * @param out gets {@code documents/} and {@code truth.csv}
     * @param format {@code jsonl}, {@code parquet} or {@code zip} in shards of 20,000, or single {@code files}
     * @throws IllegalArgumentException for a layout or format that there is not, or more documents than bodies and years
     * @throws IOException where the folder cannot be written
     */
    public static void write(
            long documents, int firstYear, int lastYear, String layouts, long seed, Path out, String format)
            throws IOException {
        List<Layout> drawn = layouts.equals("all")
                ? List.of(Layout.values())
                : Arrays.stream(layouts.split(","))
                        .map(l -> Layout.valueOf(l.toUpperCase(Locale.ROOT)))
                        .toList();
        Corpus corpus = new Corpus(documents, firstYear, lastYear, drawn, seed);
        try (CorpusWriter writer = new CorpusWriter(out, CorpusWriter.Format.valueOf(format))) {
            while (corpus.hasNext()) {
                writer.write(corpus.next());
            }
        }
    }
}
