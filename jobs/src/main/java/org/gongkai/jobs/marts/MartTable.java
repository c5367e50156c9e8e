package org.gongkai.jobs.marts;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.gongkai.catalogue.TableSchema;

import java.util.Locale;

/** The tables of a mart set, in the order in which they are published. What they mean: the .sql file of the same name. */
public enum MartTable {
    MEASURES(Kind.MART),
    CHANNEL_SHARES(Kind.MART),
    REQUESTS(Kind.MART),
    FOLLOWERS(Kind.MART),
    TRENDS(Kind.MART),
    COVERAGE(Kind.MART),
    EXPECTED_BODIES(Kind.MART),
    QUALITY(Kind.MART),
    SCORECARD(Kind.MART),
    FORM_CELLS(Kind.MART),
    REPORTS(Kind.PUBLIC),
    OBSERVATIONS(Kind.PUBLIC),
    FINDINGS(Kind.PUBLIC),
    CORRECTIONS(Kind.PUBLIC),
    REGIONS(Kind.REFERENCE),
    INDICATORS(Kind.REFERENCE),
    MEASURES_DICTIONARY(Kind.REFERENCE),
    COMPARABILITY(Kind.REFERENCE);

    /** Where the rows come from. */
    public enum Kind {
        /** Computed by a .sql file. */
        MART,
        /** The public form of a table of the lake. */
        PUBLIC,
        /** The reference data. */
        REFERENCE
    }

    private final Kind kind;

    MartTable(Kind kind) {
        this.kind = kind;
    }

    /** Where the rows come from. */
    public Kind kind() {
        return kind;
    }

    /** Its name, snake_case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its columns, as data. */
    public TableSchema schema() {
        return TableSchema.of(word());
    }

    /** Its columns, as Spark has them. What may not be missing is checked by the tests: Spark cannot tell from a plan. */
    public StructType type() {
        StructType type = new StructType();
        for (TableSchema.Column column : schema().columns()) {
            type = type.add(new StructField(
                    column.name(), type(column.type()), true, org.apache.spark.sql.types.Metadata.empty()));
        }
        return type;
    }

    private static DataType type(TableSchema.Type type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case DECIMAL -> DataTypes.createDecimalType(18, 6);
            case DOUBLE -> DataTypes.DoubleType;
        };
    }
}
