package org.gongkai.jobs.marts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Who should report: {@code roster.csv} in the home, with a heading of {@link #HEADING}; open years are empty. Without the
 * file the panel rule of {@code expected_bodies.sql} serves.
 *
 * @param isGiven whether there is a file
 * @param entries its lines
 */
record Roster(boolean isGiven, List<Entry> entries) {
    /** The columns, in any order. */
    static final List<String> HEADING = List.of("body_id", "region_code", "first_year", "last_year");

    private static final String FILE = "roster.csv";
    private static final int EARLIEST = 2008;
    private static final int LATEST = 2100;

    /** One body and the report years in which it should report. */
    record Entry(String bodyId, String regionCode, int firstYear, int lastYear) {
        Entry {
            if (bodyId.isBlank() || !regionCode.matches("\\d{6}") || firstYear > lastYear) {
                throw new IllegalArgumentException("body “" + bodyId + "”, region “" + regionCode + "”, years "
                        + firstYear + " to " + lastYear
                        + ": a body, a region of six digits and years in order are needed");
            }
        }
    }

    Roster {
        entries = List.copyOf(entries);
    }

    /** No roster. */
    static Roster none() {
        return new Roster(false, List.of());
    }

    /**
     * The roster of a home.
     *
     * @throws MartsRefused names the file and the line that cannot be read
     */
    static Roster read(FileSystem fs, Path home) throws IOException {
        Path file = new Path(home, FILE);
        if (!fs.exists(file)) {
            return none();
        }
        try (Reader in = new InputStreamReader(fs.open(file), StandardCharsets.UTF_8)) {
            return of(file.toString(), in);
        }
    }

    /** The roster of a text; {@link MartsRefused} names the line that cannot be read. */
    static Roster of(String file, Reader text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(false)
                .allowMissingFields(true)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : csv) {
                try {
                    entries.add(new Entry(
                            field(line, "body_id"),
                            field(line, "region_code"),
                            year(field(line, "first_year"), EARLIEST),
                            year(field(line, "last_year"), LATEST)));
                } catch (IllegalArgumentException e) {
                    throw MartsRefused.unreadable(
                            file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage());
                }
            }
        } catch (CsvParseException e) {
            throw MartsRefused.unreadable(file + ": " + e.getMessage());
        }
        return new Roster(true, entries);
    }

    private static int year(String text, int open) {
        if (text.isEmpty()) {
            return open;
        }
        if (!text.matches("\\d{4}")) {
            throw new IllegalArgumentException("“" + text + "” is no year");
        }
        return Integer.parseInt(text);
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.findField(name)
                .or(() -> line.findField("\uFEFF" + name))
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " among " + HEADING))
                .strip();
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
