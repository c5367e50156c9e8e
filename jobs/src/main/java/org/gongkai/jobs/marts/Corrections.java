package org.gongkai.jobs.marts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.series.SeriesInputs;
import org.gongkai.value.Value;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The guarded file of corrections: {@code corrections.csv} with a heading of {@link #HEADING}. A correction names the
 * figure as it is printed; once that no longer stands in the lake, the run stops instead of changing something else.
 * Corrected figures count in the marts; {@code observations} keep what is printed.
 *
 * @param file where it stands, for messages
 * @param entries its lines
 */
record Corrections(String file, List<Entry> entries) {
    /** The columns, in any order; {@code requester} may be empty for the total. */
    static final List<String> HEADING = List.of(
            "body_id",
            "report_year",
            "indicator",
            "requester",
            "printed_value",
            "corrected_value",
            "reason",
            "evidence");

    private static final String STANDARD = "corrections.csv";
    private static final int SCALE = 6;

    /** One figure printed wrong. */
    record Entry(
            long line,
            String bodyId,
            int reportYear,
            String indicator,
            String requester,
            String printed,
            BigDecimal corrected,
            String reason,
            String evidence) {
        Entry {
            if (bodyId.isBlank() || indicator.isBlank() || reason.isBlank() || evidence.isBlank()) {
                throw new IllegalArgumentException(
                        "a correction needs a body, an indicator, a reason and its evidence");
            }
        }

        String cell() {
            return bodyId + " " + reportYear + " " + indicator + " " + requester;
        }
    }

    Corrections {
        entries = List.copyOf(entries);
    }

    /** No correction. */
    static Corrections none() {
        return new Corrections(STANDARD, List.of());
    }

    /**
     * The corrections of a home.
     *
     * @param given address of another file
     * @throws MartsRefused where the given file is not there, or a line cannot be read
     */
    static Corrections read(Configuration configuration, Path home, Optional<String> given) throws IOException {
        Path file = given.map(Path::new).orElse(new Path(home, STANDARD));
        FileSystem fs = file.getFileSystem(configuration);
        if (!fs.exists(file)) {
            if (given.isPresent()) {
                throw MartsRefused.unreadable("no file " + file);
            }
            return none();
        }
        try (Reader in = new InputStreamReader(fs.open(file), StandardCharsets.UTF_8)) {
            return of(file.toString(), in);
        }
    }

    /** The corrections of a text; {@link MartsRefused} names the line that cannot be read. */
    static Corrections of(String file, Reader text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> cells = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : csv) {
                Entry entry = entry(file, line);
                if (!cells.add(entry.cell())) {
                    throw MartsRefused.unreadable(
                            file + ", line " + entry.line() + ": " + entry.cell() + " is corrected twice");
                }
                entries.add(entry);
            }
        } catch (CsvParseException e) {
            throw MartsRefused.unreadable(file + ": " + e.getMessage());
        }
        return new Corrections(file, entries);
    }

    private static Entry entry(String file, NamedCsvRecord line) {
        long number = line.getStartingLineNumber();
        try {
            String requester = field(line, "requester");
            return new Entry(
                    number,
                    field(line, "body_id"),
                    Integer.parseInt(field(line, "report_year")),
                    field(line, "indicator"),
                    requester.isEmpty() ? Value.TOTAL : requester,
                    field(line, "printed_value"),
                    new BigDecimal(field(line, "corrected_value")).setScale(SCALE, RoundingMode.UNNECESSARY),
                    field(line, "reason"),
                    field(line, "evidence"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw MartsRefused.unreadable(file + ", line " + number + ": " + e.getMessage());
        }
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.findField(name)
                .or(() -> line.findField("\uFEFF" + name))
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " among " + HEADING))
                .strip();
    }

    /** Makes the views {@code given_corrections} and {@code observations}, after every correction was held to print. */
    void register(Views views) {
        views.rows(
                "given_corrections",
                "line_number BIGINT, body_id STRING, report_year INT, indicator STRING, requester STRING, "
                        + "printed STRING, corrected_value DECIMAL(18,6), reason STRING, evidence STRING",
                entries.stream()
                        .map(e -> RowFactory.create(
                                e.line(),
                                e.bodyId(),
                                e.reportYear(),
                                e.indicator(),
                                e.requester(),
                                e.printed(),
                                e.corrected(),
                                e.reason(),
                                e.evidence()))
                        .toList());
        views.table("matched_corrections", views.query("matched_corrections"));
        if (!entries.isEmpty()) {
            guard(views);
        }
    }

    /** The numbers that count, in millionths, by {@link SeriesInputs#cell}; known after {@link #register}. */
    Map<String, Long> counted(SparkSession spark) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return spark.table("matched_corrections").collectAsList().stream()
                .collect(Collectors.toMap(
                        r -> SeriesInputs.cell(
                                r.getAs("body_id"), r.getAs("report_year"), r.getAs("indicator"), r.getAs("requester")),
                        r -> r.<BigDecimal>getAs("corrected_value")
                                .unscaledValue()
                                .longValueExact(),
                        (one, other) -> one));
    }

    private void guard(Views views) {
        List<Row> unmet = views.query("unmet_corrections").collectAsList();
        if (!unmet.isEmpty()) {
            throw MartsRefused.unfit(unmet.stream()
                    .map(r -> file + ", line " + r.getLong(0) + ": " + r.getString(1) + " " + r.getInt(2) + " "
                            + r.getString(3) + " " + r.getString(4) + ": “" + r.getString(5)
                            + "” is said to be printed, "
                            + (r.isNullAt(6) ? "but there is no such figure" : "but it is “" + r.getString(6) + "”"))
                    .collect(Collectors.joining("\n")));
        }
    }
}
