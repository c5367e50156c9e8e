package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Opens the catalog of a lake. A new catalog makes its own tables, in several statements and without a lock; of two jobs
 * that open it at the same moment one can find a table half made. What it wanted is then made by the other, so it looks
 * again.
 */
final class CatalogOpening {
    /** A statement for each table and each column that an opening adds, and one to spare. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Set<String> CROSSED = Set.of("23", "40", "42");
    private static final Set<Integer> SQLITE_CROSSED = Set.of(1, 5, 6);

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
                if (attempt == ATTEMPTS || !isCrossed(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /**
     * Whether another job's statement came between: what was to be made is there (SQLSTATE classes 42 and 23 of
     * PostgreSQL, 40 where it undid a transaction; SQLite, which gives no state, says ERROR, BUSY or LOCKED). No connection
     * and a refused login are none of these, and looking again would not mend them.
     */
    private static boolean isCrossed(UncheckedSQLException e) {
        if (!(e.getCause() instanceof SQLException sql)) {
            return false;
        }
        return sql.getSQLState() == null
                ? SQLITE_CROSSED.contains(sql.getErrorCode())
                : CROSSED.contains(sql.getSQLState().substring(0, 2));
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
