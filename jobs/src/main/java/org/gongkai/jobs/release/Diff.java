package org.gongkai.jobs.release;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.marts.RegionTree;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Which published cells changed between any two releases, and why. */
public final class Diff {
    private Diff() {}

    /** The columns of {@link #between}, in order. */
    public static List<String> columns() {
        return Changes.SCHEMA.columns().stream().map(c -> c.name()).toList();
    }

    /**
     * The changes from one release to another, as text cells in the order of {@link #columns}.
     *
     * @param home where the releases stand
     * @param before number of a release, or {@code current}
     * @param after number of a release, or {@code current}
     * @throws java.io.FileNotFoundException where there is no such release
     */
    public static List<List<String>> between(SparkSession spark, URI home, String before, String after)
            throws IOException {
        return between(spark, home, before, after, RegionTree.get());
    }

    static List<List<String>> between(SparkSession spark, URI home, String before, String after, RegionTree regions)
            throws IOException {
        Releases releases = Releases.of(home, spark.sessionState().newHadoopConf());
        List<List<String>> lines = new ArrayList<>();
        Iterator<Row> rows = Changes.between(spark, releases.path(before), releases.path(after), regions)
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? "" : row.get(i).toString());
            }
            lines.add(cells);
        }
        return lines;
    }
}
