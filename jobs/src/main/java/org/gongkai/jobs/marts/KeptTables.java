package org.gongkai.jobs.marts;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Working tables that several plans read, kept while the marts are made: a mart planned over the whole of them costs more
 * than its data. Many rows are kept as Parquet, of which each plan reads its own columns, and which is still there when an
 * executor is not; few rows by the driver.
 */
final class KeptTables implements AutoCloseable {
    /** A table of up to so many rows is sent to every task that joins it, if asked for. */
    private static final long MOST_SENT = 500_000;

    private final SparkSession spark;
    private final Path folder;
    private final boolean isSmall;

    /**
     * @param folder where many rows are kept, any Hadoop file system; gone after {@link #close}
     * @param isSmall whether all tables are few rows
     */
    KeptTables(SparkSession spark, Path folder, boolean isSmall) {
        this.spark = spark;
        this.folder = folder;
        this.isSmall = isSmall;
    }

    /** The rows, computed now. */
    Dataset<Row> keep(String name, Dataset<Row> rows) {
        if (isSmall) {
            return spark.createDataFrame(rows.collectAsList(), rows.schema());
        }
        String path = new Path(folder, name).toString();
        rows.write().parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    /** The same of a narrow table that others are joined with: sent to every task, so that neither side is sorted. */
    Dataset<Row> keepToSend(String name, Dataset<Row> rows) {
        Dataset<Row> kept = keep(name, rows);
        // How many they came out is not known to a plan.
        return !isSmall && kept.count() <= MOST_SENT ? functions.broadcast(kept) : kept;
    }

    @Override
    public void close() {
        try {
            folder.getFileSystem(spark.sessionState().newHadoopConf()).delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + folder, e);
        }
    }
}
