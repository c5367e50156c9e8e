package org.gongkai.jobs.dashboard;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a published CSV, region by region: the file is sorted by region, so one pass serves them all. */
final class CsvRows implements Closeable {
    private static final String RISKY = "=+-@\t\r＝＋－＠";
    private static final String ALL_APPLICANTS = "_T";

    private final Slice slice;
    private final CloseableIterator<NamedCsvRecord> records;
    private NamedCsvRecord next;

    /** Reads the stream to its end; the caller closes this. */
    CsvRows(Slice slice, InputStream in) throws IOException {
        this.slice = slice;
        this.records =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in).iterator();
        this.next = records.hasNext() ? records.next() : null;
    }

    /** The slice that is read. */
    Slice slice() {
        return slice;
    }

    /** The region of the next row; after every code where there is none left. */
    String region() {
        return next == null ? "~" : next.getField("region_code");
    }

    /** Hands out the rows of that region. */
    void forEach(String region, Consumer<List<String>> taker) {
        while (next != null && region().equals(region)) {
            NamedCsvRecord row = next;
            if (!slice.isTotalsOnly() || row.getField("requester").equals(ALL_APPLICANTS)) {
                taker.accept(slice.columns().stream()
                        .map(c -> plain(row.getField(c)))
                        .toList());
            }
            next = records.hasNext() ? records.next() : null;
        }
        if (next != null && region().compareTo(region) < 0) {
            throw new IllegalStateException(
                    slice.table().word() + ".csv is not sorted: " + region() + " after " + region);
        }
    }

    /** The text without the mark that keeps spreadsheets from running it. */
    private static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && RISKY.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
