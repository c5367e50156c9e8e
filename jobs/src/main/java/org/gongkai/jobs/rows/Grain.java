package org.gongkai.jobs.rows;

import org.apache.spark.sql.Row;
import org.gongkai.catalogue.TableSchema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order of a table's rows: by its grain, missing first, texts by their bytes, which is how Spark sorts. */
public final class Grain {
    private Grain() {}

    /** The rows in that order. */
    public static List<Row> sorted(TableSchema schema, List<Row> rows) {
        Comparator<Row> order = (a, b) -> 0;
        List<String> names =
                schema.columns().stream().map(TableSchema.Column::name).toList();
        for (String column : schema.grain()) {
            int field = names.indexOf(column);
            order = order.thenComparing((a, b) -> compare(a.get(field), b.get(field)));
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return sorted;
    }

    private static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof String left && b instanceof String right) {
            return Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
        if (a instanceof Number left && b instanceof Number right) {
            return Long.compare(left.longValue(), right.longValue());
        }
        throw new IllegalArgumentException("a grain of texts and whole numbers, not of " + a.getClass());
    }
}
