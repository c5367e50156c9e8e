package org.gongkai.jobs.lake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which Iceberg catalog keeps the lake. Everything can be set from outside by {@code spark.sql.catalog.lake.*}; what is
 * not set is an embedded catalog: one SQLite file in the home folder.
 */
public final class CatalogSettings {
    /** Name of the catalog. */
    public static final String CATALOG = "lake";

    /** Namespace of the tables in it. */
    public static final String NAMESPACE = "gongkai";

    /** Prefix of its settings in Spark. */
    public static final String PREFIX = "spark.sql.catalog." + CATALOG;

    private CatalogSettings() {}

    /**
     * The settings that a session needs beside those that are given.
     *
     * @param home the home folder
     * @param given what is set from outside, by full name
     * @throws LakeException where the home is not local and nothing says which catalog to use: SQLite needs a disk
     */
    public static Map<String, String> complete(Home home, Map<String, String> given) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(PREFIX, "org.apache.iceberg.spark.SparkCatalog");
        // A cached table is the table of yesterday: our own commits go past Spark's cache.
        settings.put(PREFIX + ".cache-enabled", "false");
        settings.put(PREFIX + ".warehouse", home.inside("lake/warehouse"));
        boolean chosen = given.containsKey(PREFIX + ".type") || given.containsKey(PREFIX + ".catalog-impl");
        if (!chosen) {
            settings.put(PREFIX + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog");
            settings.put(PREFIX + ".jdbc.schema-version", "V1");
            if (!given.containsKey(PREFIX + ".uri")) {
                java.nio.file.Path local = home.local()
                        .orElseThrow(() -> new LakeException("the home " + home.address()
                                + " is not on a local disk, so the lake cannot keep its catalog there: set "
                                + PREFIX + ".uri (a JDBC address such as PostgreSQL) or " + PREFIX + ".type"));
                settings.put(PREFIX + ".uri", "jdbc:sqlite:" + local.resolve("lake/catalog.db"));
            }
        }
        given.forEach((key, value) -> {
            if (key.equals(PREFIX) || key.startsWith(PREFIX + ".")) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    /** The same settings as the catalog itself wants them, without the prefix. */
    static Map<String, String> properties(Map<String, String> settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(PREFIX + ".")) {
                properties.put(key.substring(PREFIX.length() + 1), value);
            }
        });
        return properties;
    }
}
