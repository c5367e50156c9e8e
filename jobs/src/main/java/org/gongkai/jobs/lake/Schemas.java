package org.gongkai.jobs.lake;

import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.gongkai.catalogue.TableSchema;

import java.util.ArrayList;
import java.util.List;

/** A table's schema as data, in the terms of Iceberg: the one place where the two meet. */
final class Schemas {
    private Schemas() {}

    /** The columns; field ids are counted from 1 in the order of the file. */
    static Schema of(TableSchema table) {
        List<Types.NestedField> fields = new ArrayList<>();
        for (TableSchema.Column column : table.columns()) {
            Type type = type(column.type());
            int id = fields.size() + 1;
            fields.add(
                    column.nullable()
                            ? Types.NestedField.optional(id, column.name(), type, column.labelZh())
                            : Types.NestedField.required(id, column.name(), type, column.labelZh()));
        }
        return new Schema(fields);
    }

    /** How its files are kept apart. */
    static PartitionSpec partition(TableSchema table, Schema schema) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
        table.partition().forEach(spec::identity);
        return spec.build();
    }

    private static Type type(TableSchema.Type type) {
        return switch (type) {
            case STRING -> Types.StringType.get();
            case INT -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case DATE -> Types.DateType.get();
            case TIMESTAMP -> Types.TimestampType.withZone();
            case DECIMAL -> Types.DecimalType.of(18, 6);
            case DOUBLE -> Types.DoubleType.get();
        };
    }
}
