package org.gongkai.jobs.marts;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gongkai.jobs.rows.Spread;
import org.gongkai.jobs.series.FewSeries;
import org.gongkai.jobs.series.Packing;
import org.gongkai.jobs.series.RegionSeries;
import org.gongkai.jobs.series.RegionYear;
import org.gongkai.jobs.series.SeriesInputs;
import org.gongkai.jobs.series.SeriesTables;
import org.gongkai.jobs.series.SpreadSeries;
import org.gongkai.jobs.session.PlanSettings;
import org.gongkai.measure.Formulas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every table of a mart set as a plan over the lake: registers the reference data as views, then runs the .sql files in
 * their order. {@link #close} forgets the views. Not thread-safe.
 */
public final class Marts implements AutoCloseable {
    /** Working tables that are made of the reports alone. */
    private static final List<String> OF_REPORTS =
            List.of("standing", "filed", "region_forms", "expected_bodies", "expected");
    /** Of these, narrow tables that others are joined with. */
    private static final Set<String> SENT = Set.of("standing", "filed", "region_forms", "expected");

    /** Rows of the largest table that SQL goes through, the measures by region, for each report; a little more than was seen. */
    private static final long ROWS_A_REPORT = 40;
    /** For so many years after its last report a body counts as silent ({@code expected_bodies.sql}). */
    private static final int SILENT_YEARS = 3;

    private final SparkSession spark;
    private final boolean isSmall;
    private final PlanSettings settings;
    private final KeptTables kept;
    private final Views views;
    private final SeriesTables series;
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
     * @param working a folder for working tables, any Hadoop file system; not there before, and gone after {@link #close}
     * @throws MartsRefused where a correction does not fit what is printed
     */
    Marts(
            SparkSession spark,
            Function<String, Dataset<Row>> lake,
            MartInputs inputs,
            Roster roster,
            Corrections corrections,
            Path working) {
        this.spark = spark;
        Dataset<Row> reports = lake.apply("reports");
        Dataset<Row> observations = lake.apply("observations");
        Dataset<Row> findings = lake.apply("findings");
        this.isSmall = reports.isLocal() && observations.isLocal() && findings.isLocal();
        this.settings = isSmall ? PlanSettings.few(spark) : PlanSettings.many(spark, ROWS_A_REPORT * reports.count());
        this.kept = new KeptTables(spark, working, isSmall);
        this.views = new Views(spark, isSmall);
        views.table("reports", reports);
        views.table("printed", observations);
        views.table("printed_findings", findings);
        views.table("documents", lake.apply("documents"));
        views.table("document_prints", TextPrints.of(lake.apply("documents")));
        try {
            corrections.register(views);
        } catch (MartsRefused e) {
            forget();
            throw e;
        }
        registerKnown(inputs.regions(), roster);
        for (String name : OF_REPORTS) {
            Dataset<Row> rows = views.query(name);
            views.table(name, SENT.contains(name) ? kept.keepToSend(name, rows) : kept.keep(name, rows));
        }
        Dataset<Row> packed = isSmall
                ? spark.createDataFrame(Packing.few(observations), Packing.SCHEMA)
                : kept.keep("packed", Packing.spread(observations));
        views.table("packed", packed);
        Formulas formulas = new Formulas(inputs.measures(), Packing.open(packed));
        this.series = series(packed, formulas, corrections);
        views.table("report_cells", series.cells());
        views.table("report_followers", series.followers());
        views.table("series_findings", series.findings());
        views.table("form_sums", series.formSums());
        views.table("region_measures", kept.keep("region_measures", series.regionMeasures(regionSeries(formulas))));
        views.table("findings", kept.keep("findings", views.query("findings")));
        for (MartTable table : MartTable.values()) {
            tables.put(
                    table,
                    switch (table.kind()) {
                        case MART -> views.has(table.word()) ? spark.table(table.word()) : views.query(table.word());
                        case PUBLIC -> PublicTables.of(table, ofTheLake(table));
                        case REFERENCE -> reference(table, inputs, formulas);
                    });
        }
    }

    /** What is known beside the lake: regions, roster, rules. */
    private void registerKnown(RegionTree regions, Roster roster) {
        List<Row> places = spark.table("reports")
                .select("region_code", "report_year")
                .distinct()
                .collectAsList();
        int first = places.stream().mapToInt(r -> r.getInt(1)).min().orElse(0);
        int last = places.stream().mapToInt(r -> r.getInt(1)).max().orElse(0);
        List<Row> named = roster.rows(first, last);
        views.rows("roster", "body_id STRING, region_code STRING, report_year INT", named);
        views.rows("roster_given", "given BOOLEAN", List.of(RowFactory.create(roster.isGiven())));
        views.rows("ended_bodies", "stem STRING, first_year INT", ReferenceTables.endedBodies());
        tree(regions, places, named, first, last);
        views.rows("rules", YearLinks.REACH_COLUMNS, YearLinks.reach());
        views.rows("rule_words", "rule STRING, severity STRING, zh STRING", YearLinks.words());
    }

    private SeriesTables series(Dataset<Row> packed, Formulas formulas, Corrections corrections) {
        SeriesInputs known = new SeriesInputs(formulas, YearLinks.rows(), ancestors(), corrections.counted(spark));
        Dataset<Row> filed = spark.table("filed");
        return isSmall
                ? new FewSeries(spark, filed.collectAsList(), packed.collectAsList(), known)
                : new SpreadSeries(spark, filed, views.query("series"), known);
    }

    private Dataset<Row> ofTheLake(MartTable table) {
        return switch (table) {
            case REPORTS -> spark.table("reports");
            case OBSERVATIONS -> spark.table("printed");
            case FINDINGS -> spark.table("findings");
            case CORRECTIONS -> views.query("corrections");
            default -> throw new IllegalArgumentException(table + " is not of the lake");
        };
    }

    /** The rows of a table, in the columns of its schema. */
    public Dataset<Row> table(MartTable table) {
        return tables.get(table).to(table.type());
    }

    /**
     * The rows of a large table as they are written: a partition a file, in the order of the grain.
     *
     * @param rowsAFile how many rows a file may hold
     */
    Dataset<Row> files(MartTable table, long rowsAFile) {
        if (table == MartTable.OBSERVATIONS) {
            return PublicObservations.of(spark.table("packed"), rowsAFile);
        }
        Dataset<Row> rows = table(table);
        Column[] grain = table.schema().grain().stream().map(functions::col).toArray(Column[]::new);
        String column = table.schema().grain().get(0);
        Optional<Spread> spread = switch (table) {
            // By region and measure: no more rows than there are in the working table.
            case MEASURES, TRENDS, FORM_CELLS ->
                Optional.of(byRegion.computeIfAbsent(
                        rowsAFile, most -> Spread.of(spark.table("region_measures"), column, most)));
            case REPORTS, FINDINGS -> Optional.of(Spread.of(tables.get(table), column, rowsAFile));
            default -> Optional.empty();
        };
        return spread.filter(s -> !s.cuts().isEmpty())
                .map(s -> s.apply(rows, grain))
                .orElseGet(() -> rows.coalesce(1).sortWithinPartitions(grain));
    }

    /** Whether a table is few rows: all are where the lake gave its rows as such and not as a plan. */
    boolean isFew(MartTable table) {
        return isSmall || references.containsKey(table) || table == MartTable.CORRECTIONS;
    }

    @Override
    public void close() {
        series.close();
        forget();
    }

    private void forget() {
        views.drop();
        kept.close();
        settings.close();
    }

    /** The rows of a table that is few, in no order. What is known without a query is not queried. */
    List<Row> few(MartTable table) {
        return references.containsKey(table)
                ? references.get(table)
                : table(table).collectAsList();
    }

    private Dataset<Row> reference(MartTable table, MartInputs inputs, Formulas formulas) {
        List<Row> rows = switch (table) {
            case REGIONS -> ReferenceTables.regions(inputs.regions());
            case INDICATORS -> ReferenceTables.indicators();
            case MEASURES_DICTIONARY -> ReferenceTables.dictionary(formulas.spelled());
            case COMPARABILITY -> ReferenceTables.comparability(inputs.measures(), formulas.spelled());
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

    private Map<String, List<String>> ancestors() {
        Map<String, List<String>> ancestors = new HashMap<>();
        spark.table("tree")
                .collectAsList()
                .forEach(r -> ancestors
                        .computeIfAbsent(SeriesInputs.place(r.getString(0), r.getInt(1)), k -> new ArrayList<>())
                        .add(r.getString(2)));
        return ancestors;
    }

    private RegionSeries regionSeries(Formulas formulas) {
        Map<RegionYear, Long> expected = new HashMap<>();
        spark.table("expected")
                .collectAsList()
                .forEach(r -> expected.put(
                        new RegionYear(r.getAs("region_code"), r.getAs("report_year"), r.getAs("basis")),
                        r.<Long>getAs("n_expected")));
        Map<String, String> lineage = spark.table("lineage").collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getString(0), r -> r.getString(1)));
        Set<String> breaks = spark.table("region_breaks").collectAsList().stream()
                .map(r -> SeriesInputs.place(r.getString(0), r.getInt(1)))
                .collect(Collectors.toSet());
        return new RegionSeries(formulas, expected, lineage, breaks);
    }
}
