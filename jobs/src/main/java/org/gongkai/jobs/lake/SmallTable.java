package org.gongkai.jobs.lake;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Tables of so few rows that the driver reads them faster than a Spark job is planned. */
final class SmallTable {
    /** About fifteen hundred reports: some hundred mebibytes as rows, beyond which a job is worth its price. */
    private static final long MOST_ROWS = 100_000;
    /** Compressed; documents hold the text of the reports. */
    private static final long MOST_BYTES = 16L << 20;

    private SmallTable() {}

    /** Whether a table is small as of a snapshot, by what the snapshot says about itself. */
    static boolean isSmall(Snapshot snapshot) {
        return number(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP) <= MOST_ROWS
                && number(snapshot, SnapshotSummary.TOTAL_FILE_SIZE_PROP) <= MOST_BYTES;
    }

    /** Its rows, in the order of its columns. */
    static List<Row> rows(Table table, long snapshot) {
        List<Row> rows = new ArrayList<>();
        // Where rows have been deleted, records carry their position behind the columns.
        int columns = table.schema().columns().size();
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
            for (Record record : records) {
                Object[] cells = new Object[columns];
                for (int i = 0; i < cells.length; i++) {
                    Object cell = record.get(i);
                    cells[i] = cell instanceof OffsetDateTime time ? time.toInstant() : cell;
                }
                rows.add(RowFactory.create(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(table.name(), e);
        }
        return rows;
    }

    private static long number(Snapshot snapshot, String property) {
        String text = snapshot.summary().get(property);
        return text == null ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
