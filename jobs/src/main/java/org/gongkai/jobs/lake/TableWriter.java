package org.gongkai.jobs.lake;

import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.FileWriterFactory;
import org.apache.iceberg.io.OutputFileFactory;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows of one table in one task, straight into data files of Iceberg, and remembers where the rows of each
 * document went, so that they can be taken out again if another document turns out to stand in its place. The files
 * belong to nobody until a job commits them. Not thread-safe.
 */
public final class TableWriter implements Closeable {
    private static final long TARGET_BYTES = 256L << 20;
    private static final int CHECK_EVERY = 1000;
    private static final Integer UNPARTITIONED = -1;

    private final Table table;
    private final FileWriterFactory<Record> writers;
    private final OutputFileFactory names;
    private final boolean partitioned;
    private final Map<Integer, OpenFile> open = new HashMap<>();
    private final List<DataFile> files = new ArrayList<>();

    private static final class OpenFile {
        private final int number;
        private final DataWriter<Record> writer;
        private long rows;
        private long checked;

        OpenFile(int number, DataWriter<Record> writer) {
            this.number = number;
            this.writer = writer;
        }
    }

    /**
     * A writer whose file names no other task has.
     *
     * @param table the table, or its serialized copy on an executor
     * @param task number of the task
     * @param attempt number of its attempt, unique in the application
     */
    public TableWriter(Table table, int task, long attempt) {
        this.table = table;
        this.partitioned = table.spec().isPartitioned();
        this.writers = new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .dataSchema(table.schema())
                .build();
        this.names = OutputFileFactory.builderFor(table, task, attempt)
                .format(FileFormat.PARQUET)
                .build();
    }

    /** An empty row of this table, to be filled in the order of its columns and written; it may be used again. */
    public Record row() {
        return GenericRecord.create(table.schema());
    }

    /**
     * Begins the rows of one document; {@link Rows#end} says where they went.
     *
     * @param year its report year, which decides the file in a table partitioned by year
     */
    public Rows begin(int year) throws IOException {
        Integer key = partitioned ? Integer.valueOf(year) : UNPARTITIONED;
        OpenFile file = open.get(key);
        if (file != null && file.rows - file.checked >= CHECK_EVERY) {
            file.checked = file.rows;
            if (file.writer.length() >= TARGET_BYTES) {
                finish(open.remove(key));
                file = null;
            }
        }
        if (file == null) {
            StructLike partition = partition(table, year);
            file = new OpenFile(
                    files.size(),
                    writers.newDataWriter(names.newOutputFile(table.spec(), partition), table.spec(), partition));
            files.add(null);
            open.put(key, file);
        }
        return new Rows(file);
    }

    /** The rows of one document. */
    public static final class Rows {
        private final OpenFile file;
        private final long first;

        private Rows(OpenFile file) {
            this.file = file;
            this.first = file.rows;
        }

        /** Writes a row. */
        public void add(Record row) {
            file.writer.write(row);
            file.rows++;
        }

        /** Where the rows went. */
        public Extent end() {
            return new Extent(file.number, first, Math.toIntExact(file.rows - first));
        }
    }

    /** Ends every file and gives them in the order to which {@link Extent#file} points. */
    public List<DataFile> finish() throws IOException {
        for (OpenFile file : open.values()) {
            finish(file);
        }
        open.clear();
        return List.copyOf(files);
    }

    private void finish(OpenFile file) throws IOException {
        file.writer.close();
        files.set(file.number, file.writer.toDataFile());
    }

    @Override
    public void close() throws IOException {
        for (OpenFile file : open.values()) {
            file.writer.close();
        }
        open.clear();
    }

    /** The partition of a year, empty in a table without partitions. */
    static StructLike partition(Table table, int year) {
        GenericRecord partition = GenericRecord.create(table.spec().partitionType());
        if (table.spec().isPartitioned()) {
            partition.set(0, year);
        }
        return partition;
    }
}
