package org.gongkai.jobs.lake;

import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.FileWriterFactory;
import org.apache.iceberg.io.OutputFileFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of one table as one commit of Iceberg. Rows of earlier jobs go by a delete on (body_id, report_year), which
 * by the rules of the format reaches only files of earlier commits; rows of this job go by their position.
 */
final class TableCommit {
    private static final int DRIVER = 1_000_000;

    private final Table table;
    private final OutputFileFactory names;

    TableCommit(Table table, int ingestId) {
        this.table = table;
        this.names = OutputFileFactory.builderFor(table, DRIVER, ingestId)
                .format(FileFormat.PARQUET)
                .build();
    }

    void apply(Change change) throws IOException {
        if (change.isEmpty()) {
            return;
        }
        List<DataFile> added = new ArrayList<>(change.added());
        added.addAll(driverRows(change.rows()));
        List<DeleteFile> deletes = new ArrayList<>();
        deletes.addAll(byPosition(change.withdrawn()));
        deletes.addAll(byReport(change.replaced()));
        if (deletes.isEmpty()) {
            AppendFiles append = table.newAppend();
            added.forEach(append::appendFile);
            append.commit();
        } else {
            RowDelta delta = table.newRowDelta();
            added.forEach(delta::addRows);
            deletes.forEach(delta::addDeletes);
            delta.commit();
        }
    }

    private List<DataFile> driverRows(List<Change.ReportRow> rows) throws IOException {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (TableWriter writer = new TableWriter(table, DRIVER, System.nanoTime())) {
            for (Change.ReportRow row : rows) {
                writer.begin(row.reportYear()).add(row.row());
            }
            return writer.finish();
        }
    }

    private List<DeleteFile> byPosition(List<Change.Withdrawn> withdrawn) throws IOException {
        Map<Integer, List<Change.Withdrawn>> byPartition = new TreeMap<>();
        for (Change.Withdrawn rows : withdrawn) {
            byPartition
                    .computeIfAbsent(year(rows.file().partition()), y -> new ArrayList<>())
                    .add(rows);
        }
        FileWriterFactory<Record> writers = new GenericFileWriterFactory.Builder(table)
                .deleteFileFormat(FileFormat.PARQUET)
                .build();
        List<DeleteFile> deletes = new ArrayList<>();
        for (Map.Entry<Integer, List<Change.Withdrawn>> entry : byPartition.entrySet()) {
            List<Change.Withdrawn> rows = entry.getValue();
            // The format wants positions sorted by file, then by position.
            rows.sort(Comparator.comparing((Change.Withdrawn w) -> w.file().location())
                    .thenComparingLong(Change.Withdrawn::first));
            StructLike partition = TableWriter.partition(table, entry.getKey());
            PositionDeleteWriter<Record> writer = writers.newPositionDeleteWriter(
                    names.newOutputFile(table.spec(), partition), table.spec(), partition);
            PositionDelete<Record> delete = PositionDelete.create();
            try (writer) {
                for (Change.Withdrawn row : rows) {
                    for (long i = 0; i < row.count(); i++) {
                        writer.write(delete.set(row.file().location(), row.first() + i));
                    }
                }
            }
            deletes.add(writer.toDeleteFile());
        }
        return deletes;
    }

    private List<DeleteFile> byReport(List<ReportKey> replaced) throws IOException {
        Map<Integer, List<ReportKey>> byPartition = new TreeMap<>();
        for (ReportKey key : replaced) {
            int year = table.spec().isPartitioned() ? key.reportYear() : -1;
            byPartition.computeIfAbsent(year, y -> new ArrayList<>()).add(key);
        }
        Schema keys = table.schema().select("body_id", "report_year");
        int[] ids = keys.columns().stream().mapToInt(c -> c.fieldId()).toArray();
        FileWriterFactory<Record> writers = new GenericFileWriterFactory.Builder(table)
                .deleteFileFormat(FileFormat.PARQUET)
                .equalityFieldIds(ids)
                .equalityDeleteRowSchema(keys)
                .build();
        List<DeleteFile> deletes = new ArrayList<>();
        for (Map.Entry<Integer, List<ReportKey>> entry : byPartition.entrySet()) {
            StructLike partition = TableWriter.partition(table, entry.getKey());
            EqualityDeleteWriter<Record> writer = writers.newEqualityDeleteWriter(
                    names.newOutputFile(table.spec(), partition), table.spec(), partition);
            Record row = GenericRecord.create(keys);
            try (writer) {
                for (ReportKey key : entry.getValue()) {
                    row.setField("body_id", key.bodyId());
                    row.setField("report_year", key.reportYear());
                    writer.write(row);
                }
            }
            deletes.add(writer.toDeleteFile());
        }
        return deletes;
    }

    private int year(StructLike partition) {
        return table.spec().isPartitioned() ? partition.get(0, Integer.class) : -1;
    }
}
