package org.gongkai.jobs.release;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.apache.spark.sql.Row;
import org.gongkai.catalogue.TableSchema;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Rows as CSV that a spreadsheet opens without harm: UTF-8 with its mark, RFC 4180, a missing value is an empty cell.
 *
 * <p>A text cell that a spreadsheet would take for a formula ({@code =}, {@code +}, {@code -}, {@code @}, tab, return)
 * gets an apostrophe in front, which spreadsheets take for “this is text”. Numbers are written as they are: {@code -3}
 * stays {@code -3}.
 */
final class Spreadsheet {
    private static final String RISKY = "=+-@\t\r＝＋－＠";

    private Spreadsheet() {}

    /** Writes the mark and the heading; the stream stays open. */
    static void heading(OutputStream out, TableSchema schema) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        List<String> names =
                schema.columns().stream().map(TableSchema.Column::name).toList();
        write(out, List.of(names).iterator(), Function.identity());
    }

    /** Writes rows; the stream stays open. Returns their number. */
    static long rows(OutputStream out, Iterator<Row> rows) throws IOException {
        return write(out, rows, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i)));
            }
            return cells;
        });
    }

    /** Writes a record for each item, in UTF-8 with line feeds, quoted as RFC 4180 says; the stream stays open. Returns their number. */
    static <T> long write(OutputStream out, Iterator<T> items, Function<T, List<String>> record) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        long count = 0;
        while (items.hasNext()) {
            csv.writeRecord(record.apply(items.next()));
            count++;
        }
        csv.flush();
        text.flush();
        return count;
    }

    /** One cell; decimals without an exponent and without zeros at the end. */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof String text) {
            return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }
        return value.toString();
    }
}
