package org.gongkai.jobs.lake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Settings that may come from the environment, where neither a command line nor a list of processes shows them. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GONGKAI_CATALOG_URI", ".uri",
            "GONGKAI_CATALOG_USER", ".jdbc.user",
            "GONGKAI_CATALOG_PASSWORD", ".jdbc.password");

    /** A password inside a JDBC address. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)([?&;])password=([^&;]*)");

    private CatalogSettings() {}

    /**
     * What the environment says about the catalog, by the names of Spark's settings; a setting of Spark goes before it.
     *
     * @param environment as {@link System#getenv()} gives it
     */
    public static Map<String, String> ofEnvironment(Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        ENVIRONMENT.forEach((variable, key) -> {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                settings.put(PREFIX + key, value);
            }
        });
        return settings;
    }

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
                // A reader that meets a commit waits for it; SQLite's own three seconds are short on a busy machine.
                settings.put(PREFIX + ".jdbc.busy_timeout", "60000");
            }
        }
        given.forEach((key, value) -> {
            if (key.equals(PREFIX) || key.startsWith(PREFIX + ".")) {
                settings.put(key, value);
            }
        });
        hidePassword(settings);
        return settings;
    }

    /** Takes a password out of the address, which messages show, and puts it where Spark knows it for a secret. */
    private static void hidePassword(Map<String, String> settings) {
        String uri = settings.getOrDefault(PREFIX + ".uri", "");
        Matcher password = PASSWORD.matcher(uri);
        if (password.find()) {
            settings.putIfAbsent(
                    PREFIX + ".jdbc.password", URLDecoder.decode(password.group(2), StandardCharsets.UTF_8));
            String rest = uri.substring(password.end());
            String before = uri.substring(0, password.start());
            boolean hasMore = !rest.isEmpty();
            settings.put(PREFIX + ".uri", before + (hasMore ? password.group(1) + rest.substring(1) : ""));
        }
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
