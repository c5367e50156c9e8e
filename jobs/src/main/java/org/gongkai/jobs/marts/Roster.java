package org.gongkai.jobs.marts;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Who should report: {@code roster.csv} in the home, {@code body_id,region_code,first_year,last_year} with a heading;
 * open years are empty. Without the file the panel rule of {@code expected.sql} serves.
 *
 * @param isGiven whether there is a file
 * @param entries its lines
 */
record Roster(boolean isGiven, List<Entry> entries) {

    /** One body and the years in which it should report. */
    record Entry(String bodyId, String regionCode, int firstYear, int lastYear) {
        Entry {
            if (bodyId.isBlank() || !regionCode.matches("\\d{6}") || firstYear > lastYear) {
                throw new IllegalArgumentException("roster.csv: body “" + bodyId + "”, region “" + regionCode
                        + "”, years " + firstYear + " to " + lastYear);
            }
        }
    }

    Roster {
        entries = List.copyOf(entries);
    }

    /** The roster of a home. */
    static Roster read(FileSystem fs, Path home) throws IOException {
        Path file = new Path(home, "roster.csv");
        if (!fs.exists(file)) {
            return new Roster(false, List.of());
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(fs.open(file), StandardCharsets.UTF_8))) {
            return of(in.lines().toList());
        }
    }

    /** The roster of such lines. */
    static Roster of(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] f = line.split(",", -1);
            if (line.isBlank()) {
                continue;
            }
            if (f.length < 4) {
                throw new IllegalArgumentException("roster.csv: “" + line + "” has not four fields");
            }
            entries.add(new Entry(
                    f[0].strip(),
                    f[1].strip(),
                    f[2].isBlank() ? 0 : Integer.parseInt(f[2].strip()),
                    f[3].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(f[3].strip())));
        }
        return new Roster(true, entries);
    }

    /** One row a body and year, within the years that have reports. */
    List<Row> rows(int first, int last) {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            for (int year = Math.max(first, entry.firstYear()); year <= Math.min(last, entry.lastYear()); year++) {
                rows.add(RowFactory.create(entry.bodyId(), entry.regionCode(), year));
            }
        }
        return rows;
    }
}
