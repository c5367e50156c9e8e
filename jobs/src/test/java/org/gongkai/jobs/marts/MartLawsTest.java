package org.gongkai.jobs.marts;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.sql.SparkSession;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

/** What holds for the marts of any lake. Each try computes the marts of an invented lake three times, so tries are few. */
class MartLawsTest {
    private static final Set<String> COVERAGE_COLUMNS = Set.of("n_expected", "coverage");
    private static final List<String> PLAIN =
            List.of("channel.website", "channel.weibo", "publication.total", "followers.wechat", "budget.special");
    private static final List<MartTable> SUMS = List.of(
            MartTable.MEASURES,
            MartTable.TRENDS,
            MartTable.CHANNEL_SHARES,
            MartTable.REQUESTS,
            MartTable.FOLLOWERS,
            MartTable.FORM_CELLS);

    private final SparkSession spark = TestSession.get();
    private final Fixture regionsOfTheCase = new Fixture(spark, "small");

    @Property(tries = 2, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theMartsOfAnyLakeObeyTheirLaws(@ForAll long seed) {
        InventedLake lake = InventedLake.of(seed);
        Map<MartTable, List<Map<String, String>>> marts = compute(lake, seed);

        sharesOfARegionAndYearAddUpToOne(marts);
        aParentIsItsChildrenAndItsOwnBodies(marts, lake);
        aMissingFigureIsNowhereZero(marts);

        Map<MartTable, List<Map<String, String>>> shuffled = compute(lake, seed + 1);
        marts.forEach((table, rows) -> assertThat(shuffled.get(table))
                .as("%s of the same rows in another order", table.word())
                .containsExactlyInAnyOrderElementsOf(rows));

        aBodyWithoutFiguresChangesCoverageAndNothingElse(marts, lake, seed);
    }

    private Map<MartTable, List<Map<String, String>>> compute(InventedLake lake, long order) {
        Map<MartTable, List<Map<String, String>>> marts = new EnumMap<>(MartTable.class);
        MartInputs inputs = MartInputs.standard().with(regionsOfTheCase.regions());
        try (Marts computed = new Marts(
                spark, lake.tables(spark, order), inputs, Roster.none(), Corrections.none(), TestSession.working())) {
            for (MartTable table : MartTable.values()) {
                if (table.kind() == MartTable.Kind.MART || table == MartTable.FINDINGS) {
                    marts.put(table, MartsTest.rows(computed.table(table)));
                }
            }
        }
        return marts;
    }

    private static void sharesOfARegionAndYearAddUpToOne(Map<MartTable, List<Map<String, String>>> marts) {
        Map<String, Double> sums = new TreeMap<>();
        for (Map<String, String> row : marts.get(MartTable.CHANNEL_SHARES)) {
            if (!row.get("share").isEmpty()) {
                sums.merge(place(row), Double.valueOf(row.get("share")), Double::sum);
            }
        }
        assertThat(sums).as("regions and years with shares").isNotEmpty();
        // The rows are text with six decimals.
        sums.forEach((place, sum) -> assertThat(sum).as("shares of %s", place).isCloseTo(1.0, offset(5e-6)));
    }

    private void aParentIsItsChildrenAndItsOwnBodies(
            Map<MartTable, List<Map<String, String>>> marts, InventedLake lake) {
        Map<String, BigDecimal> own = new HashMap<>();
        Map<String, Map<String, String>> reports = new HashMap<>();
        for (Map<String, String> report : lake.reports()) {
            reports.put(report.get("body_id") + report.get("report_year"), report);
            if (report.get("scope").equals("body")) {
                own.merge(
                        key(report.get("region_code"), report.get("report_year"), "n_seen"),
                        BigDecimal.ONE,
                        BigDecimal::add);
            }
        }
        for (Map<String, String> cell : lake.observations()) {
            Map<String, String> report = reports.get(cell.get("body_id") + cell.get("report_year"));
            if (report.get("scope").equals("body")
                    && PLAIN.contains(cell.get("indicator"))
                    && !cell.get("value").isEmpty()) {
                String place = key(report.get("region_code"), report.get("report_year"), cell.get("indicator"));
                own.merge(place, new BigDecimal(cell.get("value")), BigDecimal::add);
            }
        }
        Map<String, BigDecimal> published = new HashMap<>();
        for (Map<String, String> row : marts.get(MartTable.MEASURES)) {
            if (row.get("basis").equals("bodies")
                    && PLAIN.contains(row.get("measure"))
                    && !row.get("value").isEmpty()) {
                published.put(
                        key(row.get("region_code"), row.get("report_year"), row.get("measure")),
                        new BigDecimal(row.get("value")));
            }
        }
        for (Map<String, String> row : marts.get(MartTable.COVERAGE)) {
            if (!row.get("n_seen").equals("0")) {
                published.put(
                        key(row.get("region_code"), row.get("report_year"), "n_seen"),
                        new BigDecimal(row.get("n_seen")));
            }
        }
        Map<String, BigDecimal> added = new HashMap<>(own);
        published.forEach((key, value) -> {
            String[] parts = key.split(" ");
            regionsOfTheCase
                    .regions()
                    .in(parts[0], Integer.parseInt(parts[1]))
                    .map(RegionTree.Region::parent)
                    .ifPresent(parent -> {
                        if (!parent.isEmpty()) {
                            added.merge(key(parent, parts[1], parts[2]), value, BigDecimal::add);
                        }
                    });
        });
        assertThat(published)
                .as("every region and year: its own bodies and the regions right below")
                .isEqualTo(added)
                .isNotEmpty();
    }

    private static void aMissingFigureIsNowhereZero(Map<MartTable, List<Map<String, String>>> marts) {
        Set<String> there = new HashSet<>();
        for (Map<String, String> row : marts.get(MartTable.MEASURES)) {
            boolean hasBodies = !row.get("n_bodies").equals("0");
            boolean isRatio = row.get("unit").equals("1");
            assertThat(row.get("value").isEmpty())
                    .as("no value without a body, no body without a value (a ratio needs more than 0 below): %s", row)
                    .isEqualTo(isRatio ? !hasBodies || row.get("denominator").equals("0") : !hasBodies);
            if (row.get("value").equals("0") && !isRatio) {
                assertThat(row.get("n_zero"))
                        .as("a sum is 0 where every body printed 0: %s", row)
                        .isEqualTo(row.get("n_bodies"));
            }
            if (!row.get("value").isEmpty()) {
                there.add(place(row) + " " + row.get("measure") + " " + row.get("requester"));
            }
        }
        Set<String> trends = new HashSet<>();
        for (Map<String, String> row : marts.get(MartTable.TRENDS)) {
            trends.add(place(row) + " " + row.get("measure") + " " + row.get("requester"));
            assertThat(row.get("previous").isEmpty() && !row.get("change").isEmpty())
                    .as("no change against what is not there: %s", row)
                    .isFalse();
        }
        assertThat(trends).as("a trend for each value and for nothing else").isEqualTo(there);
        for (Map<String, String> row : marts.get(MartTable.CHANNEL_SHARES)) {
            assertThat(there).contains(place(row) + " channel." + row.get("channel") + " _T");
        }
        for (Map<String, String> row : marts.get(MartTable.FOLLOWERS)) {
            assertThat(there)
                    .contains(row.get("region_code") + " " + row.get("report_year") + " bodies followers."
                            + row.get("platform") + " _T");
        }
        for (Map<String, String> row : marts.get(MartTable.REQUESTS)) {
            assertThat(there.contains(place(row) + " requests.received _T"))
                    .as("received of %s", place(row))
                    .isEqualTo(!row.get("received").isEmpty());
            assertThat(there.contains(place(row) + " outcome.granted _T"))
                    .as("granted of %s", place(row))
                    .isEqualTo(!row.get("granted").isEmpty());
        }
        for (Map<String, String> row : marts.get(MartTable.FORM_CELLS)) {
            assertThat(row.get("value").isEmpty())
                    .as("%s", row)
                    .isEqualTo(row.get("n_bodies").equals("0"));
        }
    }

    private void aBodyWithoutFiguresChangesCoverageAndNothingElse(
            Map<MartTable, List<Map<String, String>>> marts, InventedLake lake, long seed) {
        Map<MartTable, List<Map<String, String>>> more =
                compute(lake.withASilentReport("640502-Z局", "640502", 2018), seed + 2);
        for (MartTable table : SUMS) {
            assertThat(withoutCoverage(more.get(table)))
                    .as("%s with one more body that states nothing", table.word())
                    .containsExactlyInAnyOrderElementsOf(withoutCoverage(marts.get(table)));
        }
        for (String region : List.of("640502", "640500", "640000", RegionTree.NATION)) {
            assertThat(seen(more, region)).as("bodies seen in %s", region).isEqualTo(seen(marts, region) + 1);
        }
        assertThat(seen(more, "640521")).isEqualTo(seen(marts, "640521"));
    }

    private static int seen(Map<MartTable, List<Map<String, String>>> marts, String region) {
        return marts.get(MartTable.COVERAGE).stream()
                .filter(r -> r.get("region_code").equals(region)
                        && r.get("report_year").equals("2018"))
                .mapToInt(r -> Integer.parseInt(r.get("n_seen")))
                .sum();
    }

    private static List<Map<String, String>> withoutCoverage(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> rest = new HashMap<>(row);
                    rest.keySet().removeAll(COVERAGE_COLUMNS);
                    return rest;
                })
                .toList();
    }

    private static String place(Map<String, String> row) {
        return row.get("region_code") + " " + row.get("report_year") + " " + row.get("basis");
    }

    private static String key(String region, String year, String what) {
        return region + " " + year + " " + what;
    }
}
