package org.gongkai.jobs.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The file of a region from a few cells; those that a case does not care about are filled in. */
public final class RegionScripts {
    private final RegionFile.Writer writer;

    /** A file of that region. */
    public RegionScripts(String code) {
        this.writer = new RegionFile.Writer(code);
    }

    /** Adds a row: column and cell in turn. */
    public RegionScripts row(String table, String... cells) {
        Slice slice = Stream.concat(Slice.ALL.stream(), Stream.of(Slice.REPORTS))
                .filter(s -> s.table().word().equals(table))
                .findFirst()
                .orElseThrow();
        Map<String, String> given = new java.util.HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            given.put(cells[i], cells[i + 1]);
        }
        List<String> row = new ArrayList<>();
        for (String column : slice.columns()) {
            String otherwise = column.startsWith("n_") ? "0" : column.equals("basis") ? "bodies" : "";
            row.add(given.getOrDefault(column, otherwise));
        }
        writer.add(slice, row);
        return this;
    }

    /** The text of the file. */
    public String text() {
        try {
            return new String(writer.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
