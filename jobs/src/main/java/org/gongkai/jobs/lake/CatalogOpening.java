package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Opens the catalog of a lake. A new catalog makes its own tables, in several statements and without a lock; of two jobs
 * that open it at the same moment one can find a table half made. What it wanted is then made by the other, so it looks
 * again.
 */
final class CatalogOpening {
    /** A statement for each table and each column that an opening adds, and one to spare. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private CatalogOpening() {}

    /**
     * The catalog, with its tables made.
     *
     * @param properties of the catalog, without Spark's prefix
     * @throws RuntimeException as Iceberg gives it, where the catalog cannot be reached or stays half made
     */
    static Catalog open(Map<String, String> properties, Configuration hadoop) {
        for (int attempt = 1; ; attempt++) {
            try {
                return CatalogUtil.buildIcebergCatalog(CatalogSettings.CATALOG, properties, hadoop);
            } catch (UncheckedSQLException e) {
                if (attempt == ATTEMPTS || isUnreachable(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Whether no connection was had (SQLSTATE class 08) or the login was refused (28): looking again mends neither. */
    private static boolean isUnreachable(UncheckedSQLException e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("28"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeException("interrupted while opening the catalog", e);
        }
    }
}
