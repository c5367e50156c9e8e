package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lake of one home as readers see it: every table as of the last complete ingest, whatever a running or a dead job
 * has written since. For writing see {@link LakeWriter}. Not thread-safe; belongs to the driver.
 */
public final class Lake implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.of(CatalogSettings.NAMESPACE);

    private final SparkSession spark;
    private final Home home;
    private final Map<String, String> properties;
    private final Catalog catalog;
    private LakeState state;
    private Optional<Boolean> small = Optional.empty();

    private Lake(SparkSession spark, Home home, Map<String, String> properties, Catalog catalog) {
        this.spark = spark;
        this.home = home;
        this.properties = Map.copyOf(properties);
        this.catalog = catalog;
        refresh();
    }

    /**
     * Opens the lake of a home, which need not exist yet.
     *
     * @param spark a session made by {@code Sessions}, which holds the settings of the catalog
     * @param home address of the home folder
     * @throws LakeException where the catalog cannot be reached
     */
    public static Lake open(SparkSession spark, String home) {
        Home place = Home.of(home);
        Map<String, String> given = CollectionConverters.asJava(spark.conf().getAll());
        Map<String, String> properties = CatalogSettings.properties(CatalogSettings.complete(place, given));
        prepareFolder(properties.getOrDefault("uri", ""));
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        try {
            return new Lake(spark, place, properties, CatalogOpening.open(properties, hadoop));
        } catch (RuntimeException e) {
            throw new LakeException(
                    "the catalog of the lake cannot be opened (" + properties.get("uri") + "): " + e.getMessage(), e);
        }
    }

    /**
     * A table as of the last complete ingest; without rows before the first. The tables of a small lake are read here and
     * now, so that what is computed from them needs no job to read files. Either all tables are read so or none: a
     * query over both kinds would carry the rows of the small one in its plan, and in every task.
     */
    public Dataset<Row> read(String table) {
        LakeTable known = LakeTable.valueOf(table.toUpperCase(Locale.ROOT));
        Optional<Long> snapshot = known == LakeTable.INGESTS
                ? table(known).map(Table::currentSnapshot).map(s -> s.snapshotId())
                : state.snapshot(known);
        if (snapshot.isEmpty()) {
            return spark.createDataFrame(List.of(), SparkSchemaUtil.convert(Schemas.of(known.schema())));
        }
        Table stored =
                table(known).orElseThrow(() -> new LakeException("the table " + table + " is gone from the lake"));
        if (small.isEmpty()) {
            small = Optional.of(isSmall());
        }
        if (small.get()) {
            return spark.createDataFrame(
                    SmallTable.rows(stored, snapshot.get()), SparkSchemaUtil.convert(stored.schema()));
        }
        return spark.read()
                .option("versionAsOf", snapshot.get())
                .table(CatalogSettings.CATALOG + "." + CatalogSettings.NAMESPACE + "." + known.word());
    }

    /** Whether every table that tasks write is so small that the driver reads it sooner than a job does. */
    private boolean isSmall() {
        for (LakeTable table : LakeTable.values()) {
            Optional<Long> snapshot = table == LakeTable.INGESTS ? Optional.empty() : state.snapshot(table);
            Optional<Table> stored = snapshot.isEmpty() ? Optional.empty() : table(table);
            if (stored.isPresent() && !SmallTable.isSmall(stored.get().snapshot(snapshot.get()))) {
                return false;
            }
        }
        return true;
    }

    /** The snapshots that together are the state of the last complete ingest. */
    public LakeState state() {
        return state;
    }

    /** The same as a JSON object: table to snapshot id; {@code {}} before the first ingest. */
    public String snapshots() {
        return state.snapshotsJson();
    }

    /** The home it belongs to. */
    public Home home() {
        return home;
    }

    /** Looks again which ingest was the last. */
    public void refresh() {
        state = table(LakeTable.INGESTS).map(LakeState::of).orElse(LakeState.EMPTY);
        small = Optional.empty();
    }

    /** The Iceberg table, empty where it does not exist yet. */
    Optional<Table> table(LakeTable table) {
        try {
            return Optional.of(catalog.loadTable(identifier(table)));
        } catch (NoSuchTableException e) {
            return Optional.empty();
        }
    }

    Catalog catalog() {
        return catalog;
    }

    Map<String, String> properties() {
        return properties;
    }

    static TableIdentifier identifier(LakeTable table) {
        return TableIdentifier.of(NAMESPACE, table.word());
    }

    private static void prepareFolder(String uri) {
        if (uri.startsWith("jdbc:sqlite:")) {
            java.nio.file.Path file = java.nio.file.Path.of(uri.substring("jdbc:sqlite:".length()));
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new LakeException("the folder of the lake cannot be made: " + file.getParent(), e);
            }
        }
    }

    @Override
    public void close() {
        if (catalog instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
