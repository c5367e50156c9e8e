package org.gongkai.jobs.marts;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.gongkai.catalogue.TableSchema;
import org.gongkai.jobs.rows.Redaction;

import java.util.Set;

/**
 * The public form of {@code reports}, {@code observations}, {@code findings} and {@code corrections}: the same rows and columns,
 * with persons, phone numbers and e-mail addresses taken out of the free text by the rules of {@code redaction.json}.
 * Figures are untouched.
 */
final class PublicTables {
    /** Columns with words as somebody else wrote them. */
    private static final Set<String> FREE_TEXT =
            Set.of("title", "source", "body", "message", "printed_label", "reason", "evidence");

    private static final String PRINTED_VALUE = "printed_value";

    private static final UserDefinedFunction REDACTED =
            functions.udf((UDF1<String, String>) Redaction::of, DataTypes.StringType);

    private PublicTables() {}

    /** The public rows of a table of the lake. */
    static Dataset<Row> of(MartTable table, Dataset<Row> rows) {
        Column[] columns = table.schema().columns().stream()
                .map(TableSchema.Column::name)
                .map(name -> column(name, rows).as(name))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    private static Column column(String name, Dataset<Row> rows) {
        Column column = functions.col(name);
        if (FREE_TEXT.contains(name)) {
            return redacted(column);
        }
        if (name.equals(PRINTED_VALUE) && Set.of(rows.columns()).contains("value")) {
            return functions
                    .when(functions.col("value").isNull(), redacted(column))
                    .otherwise(column);
        }
        return column;
    }

    private static Column redacted(Column text) {
        return REDACTED.apply(text);
    }
}
