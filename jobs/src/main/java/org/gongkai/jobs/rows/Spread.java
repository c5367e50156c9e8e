package org.gongkai.jobs.rows;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a large table are spread over files that follow each other in the order of its grain. Where to cut is
 * counted on the first column of the grain alone: a range partitioner would compute all rows once more to draw a sample.
 *
 * @param column first column of the grain, a text
 * @param cuts least values of all files but the first, ascending
 */
public record Spread(String column, List<String> cuts) {
    public Spread {
        cuts = List.copyOf(cuts);
    }

    /**
     * Cuts so that a file holds about as many rows as asked for; more, where one value has more. No cut: one file holds all.
     *
     * @param rows rows with that column; its values are never missing
     * @param rowsAFile how many rows a file may hold
     */
    public static Spread of(Dataset<Row> rows, String column, long rowsAFile) {
        return of(rows, column, functions.count(functions.lit(1)), rowsAFile);
    }

    /**
     * The same where a row stands for several.
     *
     * @param weight how many rows of a file those with one value of the column come to, an aggregate
     */
    public static Spread of(Dataset<Row> rows, String column, Column weight, long rowsAFile) {
        List<String> cuts = new ArrayList<>();
        long inFile = 0;
        for (Row value : rows.groupBy(column).agg(weight).orderBy(column).collectAsList()) {
            if (inFile > 0 && inFile + value.getLong(1) > rowsAFile) {
                cuts.add(value.getString(0));
                inFile = 0;
            }
            inFile += value.getLong(1);
        }
        return new Spread(column, cuts);
    }

    /** The rows, a partition a file, sorted in it. */
    public Dataset<Row> apply(Dataset<Row> rows, Column... grain) {
        Column number = functions.lit(0);
        for (int i = 0; i < cuts.size(); i++) {
            number = functions
                    .when(functions.col(column).geq(cuts.get(i)), i + 1)
                    .otherwise(number);
        }
        return rows.repartitionById(cuts.size() + 1, number).sortWithinPartitions(grain);
    }
}
