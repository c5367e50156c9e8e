package org.gongkai.jobs.ingest;

import org.apache.iceberg.data.Record;
import org.gongkai.catalogue.TableSchema;
import org.gongkai.jobs.lake.LakeTable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One row, filled column by column in the order of the table's file. That the order is the one that the code means is
 * checked once, when the class that fills it is loaded.
 */
final class Row {
    private static final int SCALE = 6;
    private static final int WHOLE_DIGITS = 12;

    private final Record record;
    private int next;

    Row(Record record) {
        this.record = record;
    }

    /** Checks that a table has exactly these columns; {@link IllegalStateException} where it has not. */
    static void expect(LakeTable table, String... columns) {
        List<String> found =
                table.schema().columns().stream().map(TableSchema.Column::name).toList();
        if (!found.equals(List.of(columns))) {
            throw new IllegalStateException(
                    "table " + table.word() + " has the columns " + found + ", the code fills " + List.of(columns));
        }
    }

    /** Begins the next row in the same record. */
    Row begin() {
        next = 0;
        return this;
    }

    /** Fills the next column. */
    Row put(Object value) {
        record.set(next++, value);
        return this;
    }

    /** Fills the next column, or leaves it missing. */
    Row put(Optional<?> value) {
        return put(value.orElse(null));
    }

    /** The filled row. */
    Record end() {
        if (next != record.size()) {
            throw new IllegalStateException(next + " columns filled of " + record.size());
        }
        return record;
    }

    /**
     * A number as the tables hold it, DECIMAL(18,6); empty where it has more than twelve digits before the point, which
     * no count and no amount of a report has. What is beyond the sixth decimal is rounded half to even.
     */
    static Optional<BigDecimal> decimal(BigDecimal amount) {
        BigDecimal scaled = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
        return scaled.precision() - SCALE > WHOLE_DIGITS ? Optional.empty() : Optional.of(scaled);
    }
}
