package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.gongkai.jobs.session.PlanSettings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every table of a mart set as a plan over the lake: registers the reference data as views, then runs the .sql files in
 * their order. {@link #close} forgets the views. Not thread-safe.
 */
public final class Marts implements AutoCloseable {
    private static final List<String> WORKING = List.of(
            "standing", "body_measures", "region_forms", "expected_bodies", "expected", "region_measures", "findings");
    /**
     * Working tables that several plans read: computed at once and cut off from their plans. A mart planned over the whole
     * of them costs more than its data; what was kept goes when nothing refers to it any more.
     */
    private static final Set<String> KEPT =
            Set.of("standing", "region_forms", "expected_bodies", "expected", "region_measures", "findings");
    /** Of these, narrow tables that others are joined with: sent to every task, up to so many rows, so that none is sorted. */
    private static final Set<String> SENT = Set.of("standing", "region_forms", "expected");

    private static final long MOST_SENT = 500_000;
    /** For so many years after its last report a body counts as silent ({@code expected_bodies.sql}). */
    private static final int SILENT_YEARS = 3;

    private final SparkSession spark;
    private final boolean isSmall;
    private final PlanSettings settings;
    private final Views views;
    private final Map<MartTable, Dataset<Row>> tables = new EnumMap<>(MartTable.class);
    private final Map<MartTable, List<Row>> references = new EnumMap<>(MartTable.class);
    /** How the tables by region are spread, by the rows that a file may hold: counted once. */
    private final Map<Long, Spread> byRegion = new ConcurrentHashMap<>();

    /**
     * @param spark the session of the tables
     * @param lake tables by name: reports, observations, findings, documents
     * @param inputs regions and definitions
     * @param roster who should report
     * @param corrections figures that are known to be printed wrong
     * @throws MartsRefused where a correction does not fit what is printed
     */
    Marts(
            SparkSession spark,
            Function<String, Dataset<Row>> lake,
            MartInputs inputs,
            Roster roster,
            Corrections corrections) {
        RegionTree regions = inputs.regions();
        this.spark = spark;
        Dataset<Row> reports = lake.apply("reports");
        Dataset<Row> observations = lake.apply("observations");
        Dataset<Row> findings = lake.apply("findings");
        this.isSmall = reports.isLocal() && observations.isLocal() && findings.isLocal();
        this.settings = isSmall ? PlanSettings.few(spark) : PlanSettings.many(spark, observations.count());
        this.views = new Views(spark, isSmall);
        views.table("reports", reports);
        views.table("printed", observations);
        views.table("printed_findings", findings);
        try {
            corrections.register(views);
        } catch (MartsRefused e) {
            close();
            throw e;
        }
        views.table("documents", lake.apply("documents"));

        List<Row> places =
                reports.select("region_code", "report_year").distinct().collectAsList();
        int first = places.stream().mapToInt(r -> r.getInt(1)).min().orElse(0);
        int last = places.stream().mapToInt(r -> r.getInt(1)).max().orElse(0);
        List<Row> named = roster.rows(first, last);
        views.rows("roster", "body_id STRING, region_code STRING, report_year INT", named);
        views.rows("roster_given", "given BOOLEAN", List.of(RowFactory.create(roster.isGiven())));
        views.rows("ended_bodies", "stem STRING, first_year INT", ReferenceTables.endedBodies());
        tree(regions, places, named, first, last);
        MeasureViews definitions = new MeasureViews(inputs.measures(), open(observations));
        definitions.register(views, first, last);
        views.rows("rules", YearLinks.REACH_COLUMNS, YearLinks.reach());
        views.rows("rule_words", "rule STRING, severity STRING, zh STRING", YearLinks.words());
        views.rows("links", YearLinks.COLUMNS, YearLinks.rows());

        for (String working : WORKING) {
            Dataset<Row> rows = views.query(working);
            views.table(working, KEPT.contains(working) ? kept(working, rows) : rows);
        }
        for (MartTable table : MartTable.values()) {
            tables.put(
                    table,
                    switch (table.kind()) {
                        case MART ->
                            KEPT.contains(table.word()) ? spark.table(table.word()) : views.query(table.word());
                        case PUBLIC ->
                            PublicTables.of(
                                    table,
                                    switch (table) {
                                        case REPORTS -> reports;
                                        case OBSERVATIONS -> observations;
                                        case FINDINGS -> spark.table("findings");
                                        case CORRECTIONS -> views.query("corrections");
                                        default -> throw new IllegalArgumentException(table + " is not of the lake");
                                    });
                        case REFERENCE -> reference(table, inputs, definitions);
                    });
        }
    }

    /** The rows of a table, in the columns of its schema. */
    public Dataset<Row> table(MartTable table) {
        return tables.get(table).to(table.type());
    }

    /**
     * How a table is spread over files; empty where it goes into one.
     *
     * @param rowsAFile how many rows a file may hold
     */
    Optional<Spread> spread(MartTable table, long rowsAFile) {
        String column = table.schema().grain().get(0);
        Optional<Spread> spread = switch (table) {
            // By region and measure: no more rows than there are in the working table.
            case MEASURES, TRENDS, FORM_CELLS ->
                Optional.of(byRegion.computeIfAbsent(
                        rowsAFile, most -> Spread.of(spark.table("region_measures"), column, most)));
            case REPORTS, OBSERVATIONS, FINDINGS -> Optional.of(Spread.of(tables.get(table), column, rowsAFile));
            default -> Optional.empty();
        };
        return spread.filter(s -> !s.cuts().isEmpty());
    }

    /** Whether a table is few rows: all are where the lake gave its rows as such and not as a plan. */
    boolean isFew(MartTable table) {
        return isSmall || references.containsKey(table) || table == MartTable.CORRECTIONS;
    }

    private Dataset<Row> kept(String name, Dataset<Row> rows) {
        if (isSmall) {
            return spark.createDataFrame(rows.collectAsList(), rows.schema());
        }
        Dataset<Row> kept = rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
        // How large they came out is not known to a plan.
        return SENT.contains(name) && kept.count() <= MOST_SENT ? functions.broadcast(kept) : kept;
    }

    @Override
    public void close() {
        views.drop();
        settings.close();
    }

    /** The rows of a table that is few, in no order. What is known without a query is not queried. */
    List<Row> few(MartTable table) {
        return references.containsKey(table)
                ? references.get(table)
                : table(table).collectAsList();
    }

    private Dataset<Row> reference(MartTable table, MartInputs inputs, MeasureViews definitions) {
        List<Row> rows = switch (table) {
            case REGIONS -> ReferenceTables.regions(inputs.regions());
            case INDICATORS -> ReferenceTables.indicators();
            case MEASURES_DICTIONARY -> ReferenceTables.dictionary(definitions.measures());
            case COMPARABILITY -> ReferenceTables.comparability(inputs.measures(), definitions.measures());
            default -> throw new IllegalArgumentException(table + " is no reference table");
        };
        references.put(table, rows);
        return spark.createDataFrame(rows, table.type());
    }

    /** What each region and year counts for, with the years beside it: the panel rule and the silent bodies look there. */
    private void tree(RegionTree regions, List<Row> places, List<Row> named, int first, int last) {
        TreeSet<String> seen = new TreeSet<>();
        TreeSet<String> codes = new TreeSet<>();
        List<Row> tree = new ArrayList<>();
        List<Row> all = new ArrayList<>(places);
        named.forEach(r -> all.add(RowFactory.create(r.getString(1), r.getInt(2))));
        for (Row place : all) {
            String code = place.getString(0);
            int until = Math.min(last, place.getInt(1) + SILENT_YEARS);
            for (int year = Math.max(first, place.getInt(1) - 1); year <= until; year++) {
                if (seen.add(code + "/" + year)) {
                    for (String ancestor : regions.ancestors(code, year)) {
                        tree.add(RowFactory.create(code, year, ancestor));
                        codes.add(ancestor);
                    }
                }
            }
            codes.add(code);
        }
        views.rows("tree", "region_code STRING, report_year INT, ancestor STRING", tree);
        List<Row> lineage = codes.stream()
                .filter(c -> !regions.lineage(c).equals(c))
                .map(c -> RowFactory.create(c, regions.lineage(c)))
                .toList();
        views.rows("lineage", "region_code STRING, lineage STRING", lineage);
        List<Row> ended = codes.stream()
                .flatMap(c -> regions.lastYear(c).stream().map(year -> RowFactory.create(c, year)))
                .toList();
        views.rows("ended_regions", "region_code STRING, last_year INT", ended);
        List<Row> broken = codes.stream()
                .flatMap(c -> regions.breaks(c).stream().map(year -> RowFactory.create(c, year)))
                .toList();
        views.rows("region_breaks", "region_code STRING, report_year INT", broken);
    }

    /** Indicators that no form lists: channels and platforms of the day. */
    private static List<String> open(Dataset<Row> observations) {
        return observations
                .select("indicator")
                .where(functions
                        .col("indicator")
                        .startsWith("followers.")
                        .or(functions.col("indicator").startsWith("channel.")))
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .sorted()
                .toList();
    }
}
