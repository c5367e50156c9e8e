package org.gongkai.jobs.rows;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.TableSchema;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Rows to and from one Parquet file, in this process. A Spark job for a table of some thousand rows costs a hundred times
 * what its rows cost; the types are those that Spark would write.
 */
public final class ParquetRows {
    private static final int SCALE = 6;
    private static final int PRECISION = 18;

    private ParquetRows() {}

    /**
     * Writes a file.
     *
     * @param file where; must not be there
     * @param schema the columns, in the order of the rows' fields; tables of the release have no points in time
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, Configuration hadoop, TableSchema schema, List<Row> rows) throws IOException {
        Types.MessageTypeBuilder message = Types.buildMessage();
        schema.columns().forEach(c -> message.addField(field(c)));
        MessageType type = message.named(schema.table());
        SimpleGroupFactory groups = new SimpleGroupFactory(type);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop))
                .withConf(hadoop)
                .withType(type)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            for (Row row : rows) {
                Group group = groups.newGroup();
                for (int i = 0; i < row.size(); i++) {
                    if (!row.isNullAt(i)) {
                        add(group, schema.columns().get(i), row.get(i));
                    }
                }
                writer.write(group);
            }
        }
    }

    private static void add(Group group, TableSchema.Column column, Object value) {
        String name = column.name();
        switch (column.type()) {
            case STRING -> group.add(name, (String) value);
            case INT -> group.add(name, (int) value);
            case LONG -> group.add(name, (long) value);
            case BOOLEAN -> group.add(name, (boolean) value);
            case DOUBLE -> group.add(name, (double) value);
            case DECIMAL ->
                group.add(
                        name,
                        ((BigDecimal) value)
                                .setScale(SCALE, RoundingMode.UNNECESSARY)
                                .unscaledValue()
                                .longValueExact());
            case DATE -> {
                LocalDate day = value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
                group.add(name, Math.toIntExact(day.toEpochDay()));
            }
            case TIMESTAMP -> throw unfit(column);
        }
    }

    /**
     * The rows of a file, in its order, read as they are asked for; to be closed.
     *
     * @throws IOException where the file cannot be read
     */
    public static Reading read(Path file, Configuration hadoop, TableSchema schema) throws IOException {
        return new Reading(
                new ParquetReader.Builder<Group>(HadoopInputFile.fromPath(file, hadoop)) {
                    @Override
                    protected ReadSupport<Group> getReadSupport() {
                        return new GroupReadSupport();
                    }
                }.withConf(hadoop).build(),
                schema);
    }

    /** An open file. Not thread-safe. */
    public static final class Reading implements Iterator<Row>, Closeable {
        private final ParquetReader<Group> reader;
        private final TableSchema schema;
        private Group next;

        private Reading(ParquetReader<Group> reader, TableSchema schema) throws IOException {
            this.reader = reader;
            this.schema = schema;
            this.next = reader.read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            if (next == null) {
                throw new NoSuchElementException("no more rows of " + schema.table());
            }
            Object[] cells = new Object[schema.columns().size()];
            for (int i = 0; i < cells.length; i++) {
                TableSchema.Column column = schema.columns().get(i);
                cells[i] = next.getFieldRepetitionCount(column.name()) == 0 ? null : cell(next, column);
            }
            try {
                next = reader.read();
            } catch (IOException e) {
                throw new UncheckedIOException(schema.table(), e);
            }
            return RowFactory.create(cells);
        }

        private static Object cell(Group row, TableSchema.Column column) {
            String name = column.name();
            return switch (column.type()) {
                case STRING -> row.getString(name, 0);
                case INT -> row.getInteger(name, 0);
                case LONG -> row.getLong(name, 0);
                case BOOLEAN -> row.getBoolean(name, 0);
                case DOUBLE -> row.getDouble(name, 0);
                case DECIMAL -> BigDecimal.valueOf(row.getLong(name, 0), SCALE);
                case DATE -> java.sql.Date.valueOf(LocalDate.ofEpochDay(row.getInteger(name, 0)));
                case TIMESTAMP -> throw unfit(column);
            };
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static org.apache.parquet.schema.Type field(TableSchema.Column column) {
        return switch (column.type()) {
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DECIMAL ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION))
                        .named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case TIMESTAMP -> throw unfit(column);
        };
    }

    private static IllegalArgumentException unfit(TableSchema.Column column) {
        return new IllegalArgumentException(
                "column " + column.name() + " is a point in time; the tables of a release have days only");
    }
}
