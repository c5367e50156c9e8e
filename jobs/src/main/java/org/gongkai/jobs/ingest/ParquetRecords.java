package org.gongkai.jobs.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.gongkai.intake.RecordReader;
import org.gongkai.report.Submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * The rows of a Parquet file as records, column names being the fields of a JSON record. Read by Parquet's own object
 * model, so that Spark's planner is not needed for it. Not thread-safe.
 */
final class ParquetRecords {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final InputReader.Receiver receiver;
    private final String name;

    ParquetRecords(InputReader.Receiver receiver, String name) {
        this.receiver = receiver;
        this.name = name;
    }

    void read(Path path, Configuration hadoop) throws IOException {
        InputFile file;
        try {
            file = HadoopInputFile.fromPath(path, hadoop);
        } catch (IOException e) {
            refuse(0, e);
            return;
        }
        read(file);
    }

    private void read(InputFile file) throws IOException {
        long number = 0;
        ParquetFileReader reader;
        try {
            reader = ParquetFileReader.open(file);
        } catch (IOException | RuntimeException e) {
            refuse(0, e);
            return;
        }
        try (reader) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            while (true) {
                org.apache.parquet.column.page.PageReadStore group;
                org.apache.parquet.io.RecordReader<Group> rows;
                try {
                    group = reader.readNextRowGroup();
                    if (group == null) {
                        return;
                    }
                    rows = columns.getRecordReader(group, new GroupRecordConverter(schema));
                } catch (IOException | RuntimeException e) {
                    refuse(number, e);
                    return;
                }
                for (long i = 0; i < group.getRowCount(); i++) {
                    Submission submission;
                    try {
                        submission = RecordReader.read(name + "#" + (number + 1), object(rows.read(), schema));
                    } catch (RuntimeException e) {
                        refuse(number, e);
                        return;
                    }
                    number++;
                    receiver.accept(number, submission);
                }
            }
        }
    }

    private void refuse(long position, Exception e) throws IOException {
        receiver.accept(position, InputReader.damaged(name, "not readable as Parquet: " + e.getMessage()));
    }

    private static ObjectNode object(Group row, GroupType type) {
        ObjectNode node = NODES.objectNode();
        for (int field = 0; field < type.getFieldCount(); field++) {
            if (row.getFieldRepetitionCount(field) > 0) {
                node.set(type.getFieldName(field), value(row, type.getType(field), field, 0));
            }
        }
        return node;
    }

    private static JsonNode value(Group row, Type type, int field, int index) {
        if (type.isPrimitive()) {
            return primitive(row, type, field, index);
        }
        Group group = row.getGroup(field, index);
        GroupType inner = type.asGroupType();
        return type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
                ? list(group, inner)
                : object(group, inner);
    }

    /** A list is a group of one repeated field, which holds the element or a group around it. */
    private static ArrayNode list(Group group, GroupType type) {
        ArrayNode list = NODES.arrayNode();
        Type repeated = type.getType(0);
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            if (!repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1) {
                Group around = group.getGroup(0, i);
                list.add(
                        around.getFieldRepetitionCount(0) == 0
                                ? NODES.nullNode()
                                : value(around, repeated.asGroupType().getType(0), 0, 0));
            } else {
                list.add(value(group, repeated, 0, i));
            }
        }
        return list;
    }

    private static JsonNode primitive(Group row, Type type, int field, int index) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> {
                int number = row.getInteger(field, index);
                yield logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                        ? NODES.textNode(LocalDate.ofEpochDay(number).toString())
                        : decimal(logical, BigInteger.valueOf(number));
            }
            case INT64 ->
                logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation time
                        ? NODES.textNode(ParquetTimes.of(row.getLong(field, index), time))
                        : decimal(logical, BigInteger.valueOf(row.getLong(field, index)));
            case BOOLEAN -> NODES.booleanNode(row.getBoolean(field, index));
            case FLOAT -> NODES.numberNode(row.getFloat(field, index));
            case DOUBLE -> NODES.numberNode(row.getDouble(field, index));
            case INT96 -> NODES.textNode(ParquetTimes.of(row.getInt96(field, index)));
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation
                        ? decimal(
                                logical,
                                new BigInteger(row.getBinary(field, index).getBytes()))
                        : NODES.textNode(row.getBinary(field, index).toStringUsingUTF8());
        };
    }

    private static JsonNode decimal(LogicalTypeAnnotation logical, BigInteger unscaled) {
        int scale = logical instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation type ? type.getScale() : 0;
        return NODES.numberNode(new BigDecimal(unscaled, scale));
    }
}
