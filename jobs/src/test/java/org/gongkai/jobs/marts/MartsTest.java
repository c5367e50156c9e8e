package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.rows.Grain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The marts over a lake of fourteen reports whose results were worked out by hand: {@code small/expected/*.csv}. */
class MartsTest {
    private static final Map<MartTable, List<Map<String, String>>> MARTS = new EnumMap<>(MartTable.class);
    private static Fixture fixture;

    @BeforeAll
    static void compute() {
        SparkSession spark = TestSession.get();
        fixture = new Fixture(spark, "small");
        try (Marts marts =
                new Marts(spark, fixture.lake(), inputs(), Roster.none(), Corrections.none(), TestSession.working())) {
            for (MartTable table : MartTable.values()) {
                if (table.kind() == MartTable.Kind.MART) {
                    MARTS.put(table, rows(marts.table(table)));
                }
            }
        }
    }

    private static MartInputs inputs() {
        return MartInputs.standard().with(fixture.regions());
    }

    @AfterAll
    static void forget() {
        MARTS.clear();
    }

    @ParameterizedTest
    @EnumSource(
            value = MartTable.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"MEASURES", "CHANNEL_SHARES", "REQUESTS", "FOLLOWERS", "TRENDS", "COVERAGE", "QUALITY"})
    void theMartHoldsWhatTheReportsSay(MartTable table) {
        List<Map<String, String>> expected = fixture.records("expected/" + table.word() + ".csv");
        Set<String> columns = expected.get(0).keySet();
        Set<String> measures = new HashSet<>();
        expected.forEach(r -> measures.add(r.getOrDefault("measure", "")));
        List<Map<String, String>> actual = MARTS.get(table).stream()
                .filter(r -> measures.contains(r.getOrDefault("measure", "")))
                .map(r -> {
                    Map<String, String> some = new HashMap<>(r);
                    some.keySet().retainAll(columns);
                    return some;
                })
                .toList();
        assertThat(actual)
                .as("rows of %s for %s", table.word(), measures)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theCellsOfAFormAreAddedUpAsPrinted() {
        // 甲局 prints 100, 乙局 leaves it blank; 丁局 says nothing of its scope.
        assertThat(cell("640500", "2018", "bodies", "channel.wechat")).containsExactly("100", "1", "0", "1");
        assertThat(cell("640500", "2018", "bodies", "requests.received")).containsExactly("10", "2", "1", "0");
        assertThat(cell("640500", "2018", "territory", "requests.received"))
                .as("the government before its office")
                .containsExactly("77", "1", "0", "0");
        assertThat(cell("640000", "2018", "territory", "requests.received"))
                .as("a territory is published for itself only")
                .isEmpty();
        assertThat(cell("640502", "2019", "bodies", "requests.received"))
                .as("a total that is blank or unreadable is not derived")
                .containsExactly("", "0", "0", "2");
        assertThat(cell("640500", "2018", "bodies", "followers.wechat"))
                .as("figures of the narrative are in no form")
                .isEmpty();
    }

    /** value, n_bodies, n_zero and n_blank of a cell in the total column; empty where there is no such row. */
    private static List<String> cell(String region, String year, String basis, String indicator) {
        return MARTS.get(MartTable.FORM_CELLS).stream()
                .filter(r -> r.get("region_code").equals(region)
                        && r.get("report_year").equals(year)
                        && r.get("basis").equals(basis)
                        && r.get("indicator").equals(indicator)
                        && r.get("requester").equals("_T"))
                .findFirst()
                .map(r -> List.of(
                        java.util.Objects.requireNonNullElse(r.get("value"), ""),
                        r.get("n_bodies"),
                        r.get("n_zero"),
                        r.get("n_blank")))
                .orElse(List.of());
    }

    @Test
    void theGrainTellsRowsApart() {
        MARTS.forEach((table, rows) -> {
            Set<List<String>> keys = new HashSet<>();
            for (Map<String, String> row : rows) {
                List<String> key = table.schema().grain().stream().map(row::get).toList();
                assertThat(keys.add(key))
                        .as("%s holds %s once", table.word(), key)
                        .isTrue();
                table.schema().columns().stream()
                        .filter(c -> !c.nullable())
                        .forEach(c -> assertThat(row.get(c.name()))
                                .as("%s.%s of %s is there", table.word(), c.name(), key)
                                .isNotEmpty());
            }
        });
    }

    @Test
    void sharesOfARegionAndYearAddUpToOne() {
        Map<String, Double> sums = new TreeMap<>();
        MARTS.get(MartTable.CHANNEL_SHARES)
                .forEach(r -> sums.merge(
                        r.get("region_code") + "/" + r.get("report_year") + "/" + r.get("basis"),
                        Double.valueOf(r.get("share")),
                        Double::sum));
        assertThat(sums).isNotEmpty();
        sums.forEach((place, sum) ->
                assertThat(sum).as("shares of %s", place).isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-12)));
    }

    @Test
    void aParentIsTheSumOfItsChildren() {
        Map<String, BigDecimal> counties = new TreeMap<>();
        Map<String, BigDecimal> nation = new TreeMap<>();
        for (Map<String, String> row : MARTS.get(MartTable.MEASURES)) {
            if (!row.get("basis").equals("bodies")
                    || row.get("unit").equals("1")
                    || row.get("value").isEmpty()) {
                continue;
            }
            String key = row.get("measure") + "|" + row.get("requester") + "/" + row.get("report_year");
            BigDecimal value = new BigDecimal(row.get("value"));
            if (row.get("region_code").equals(RegionTree.NATION)) {
                nation.put(key, value);
            } else if (!row.get("region_code").endsWith("00")) {
                counties.merge(key, value, BigDecimal::add);
            }
        }
        assertThat(nation)
                .as("every report of the case is a county's")
                .isEqualTo(counties)
                .isNotEmpty();
    }

    @Test
    void aMissingValueIsNeverZero() {
        for (Map<String, String> row : MARTS.get(MartTable.MEASURES)) {
            assertThat(row.get("value").isEmpty())
                    .as("value of %s", row)
                    .isEqualTo(row.get("n_bodies").equals("0"));
        }
    }

    /** Few rows are gone over by the driver, many by tasks. */
    @Test
    void manyRowsInAnyOrderAreWrittenAsFewAreAndInTheOrderOfTheGrain() {
        SparkSession spark = TestSession.get();
        Map<MartTable, List<String>> expected = new EnumMap<>(MartTable.class);
        try (Marts few =
                new Marts(spark, fixture.lake(), inputs(), Roster.none(), Corrections.none(), TestSession.working())) {
            for (MartTable table : MartTable.values()) {
                if (table.kind() != MartTable.Kind.REFERENCE && table != MartTable.CORRECTIONS) {
                    expected.put(table, printed(Grain.sorted(table.schema(), few.few(table))));
                }
            }
        }
        try (Marts many = new Marts(
                spark, fixture.shuffledLake(7), inputs(), Roster.none(), Corrections.none(), TestSession.working())) {
            expected.forEach(
                    (table, rows) -> assertThat(printed(many.files(table, 20).collectAsList()))
                            .as(table.word())
                            .isEqualTo(rows)
                            .isNotEmpty());
        }
    }

    private static List<String> printed(List<Row> rows) {
        return rows.stream().map(Row::mkString).toList();
    }

    @Test
    void aRosterSaysWhoIsExpected() throws IOException {
        SparkSession spark = TestSession.get();
        Roster roster = roster("640521-乙局,640521,,", "640521-寅局,640521,2018,");
        try (Marts marts =
                new Marts(spark, fixture.lake(), inputs(), roster, Corrections.none(), TestSession.working())) {
            Map<String, String> expected = new TreeMap<>();
            rows(marts.table(MartTable.COVERAGE)).stream()
                    .filter(r -> r.get("region_code").equals("640521"))
                    .forEach(r -> expected.put(r.get("report_year"), r.get("n_seen") + "/" + r.get("n_expected")));
            assertThat(expected)
                    .containsEntry("2017", "1/1")
                    .containsEntry("2018", "1/2")
                    .containsEntry("2019", "0/2")
                    .containsEntry("2020", "0/2");
        }
    }

    @Test
    void aRosterThatCannotBeReadIsRefusedWithItsLine() {
        for (String bad : List.of(
                "640521-乙局,640521",
                "640521-乙局,64052,,",
                ",640521,,",
                "640521-乙局,640521,2018年,",
                "640521-乙局,640521,2019,2018")) {
            assertThatThrownBy(() -> roster("640521-丑局,640521,2015,2020", bad))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            MartsRefused.class, e -> assertThat(e.isGate()).isFalse())
                    .hasMessageContaining("roster.csv, line 3");
        }
        assertThatThrownBy(() -> Roster.of("roster.csv", new StringReader("body,region\n甲,640521\n")))
                .isInstanceOf(MartsRefused.class)
                .hasMessageContaining("no column body_id");
    }

    private static Roster roster(String... lines) throws IOException {
        return Roster.of(
                "roster.csv",
                new StringReader("\uFEFF" + String.join(",", Roster.HEADING) + "\n" + String.join("\n", lines)));
    }

    /** Rows as text, the way the release writes them. */
    static List<Map<String, String>> rows(Dataset<Row> table) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] columns = table.columns();
        for (Row row : table.collectAsList()) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                cells.put(columns[i], text(row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(6, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value.toString();
    }
}
