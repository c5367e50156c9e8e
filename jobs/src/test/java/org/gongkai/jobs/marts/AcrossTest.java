package org.gongkai.jobs.marts;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What needs more than one report: rules between years and bodies, panels, renamed and split regions, corrections. */
class AcrossTest {
    private static final String HEADING = String.join(",", Corrections.HEADING) + "\n";
    private static final Map<MartTable, List<Map<String, String>>> PRINTED = new EnumMap<>(MartTable.class);
    private static final Map<MartTable, List<Map<String, String>>> CORRECTED = new EnumMap<>(MartTable.class);
    private static final List<MartTable> READ = List.of(
            MartTable.MEASURES,
            MartTable.TRENDS,
            MartTable.FINDINGS,
            MartTable.SCORECARD,
            MartTable.CORRECTIONS,
            MartTable.OBSERVATIONS);
    private static Fixture fixture;

    @BeforeAll
    static void compute() throws IOException {
        fixture = new Fixture(TestSession.get(), "across");
        read(Corrections.none(), PRINTED);
        read(corrections("640502-乙局,2017,budget.special,,15000,1.5,按元填写,2017年部门决算表"), CORRECTED);
    }

    @AfterAll
    static void forget() {
        PRINTED.clear();
        CORRECTED.clear();
    }

    private static Corrections corrections(String line) throws IOException {
        return Corrections.of("corrections.csv", new StringReader(HEADING + line + "\n"));
    }

    private static Marts marts(Corrections corrections) {
        return new Marts(
                TestSession.get(),
                fixture.lake(),
                MartInputs.standard().with(fixture.regions()),
                new Roster(false, List.of()),
                corrections);
    }

    private static void read(Corrections corrections, Map<MartTable, List<Map<String, String>>> into) {
        try (Marts marts = marts(corrections)) {
            READ.forEach(table -> into.put(table, MartsTest.rows(marts.table(table))));
        }
    }

    @Test
    void rulesBetweenReportsFindWhatBreaksThemAndNothingElse() {
        List<Map<String, String>> expected = fixture.records("expected/findings.csv");
        List<Map<String, String>> found = new ArrayList<>();
        for (Map<String, String> row : PRINTED.get(MartTable.FINDINGS)) {
            Map<String, String> some = new HashMap<>(row);
            some.keySet().retainAll(expected.get(0).keySet());
            found.add(some);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void growthOfAChangedPanelIsTakenApart() {
        // 10 + 20 = 30 a year before; 12 + 18 + 9 = 39 now; the two that were there before: 30 and 30.
        assertThat(trend("640521", "2017", "bodies"))
                .containsEntry("value", "39")
                .containsEntry("previous", "30")
                .containsEntry("change", "9")
                .containsEntry("change_pct", "30")
                .containsEntry("matched_value", "30")
                .containsEntry("matched_previous", "30")
                .containsEntry("matched_change", "0")
                .containsEntry("n_matched", "2")
                .containsEntry("composition_effect", "9");
    }

    @Test
    void aTerritoryIsAddedToNothing() {
        assertThat(measure(PRINTED, "640521", "2017", "bodies", "channel.weibo"))
                .containsEntry("value", "39")
                .containsEntry("territory_less_bodies", "21");
        assertThat(measure(PRINTED, "640521", "2017", "territory", "channel.weibo"))
                .containsEntry("value", "60")
                .containsEntry("territory_less_bodies", "21");
        for (String region : List.of("640500", "640000", "000000")) {
            assertThat(measure(PRINTED, region, "2017", "bodies", "channel.weibo"))
                    .as("39 of the county, 3 and 4 of the others, in %s", region)
                    .containsEntry("value", "46")
                    .containsEntry("territory_less_bodies", "");
        }
    }

    @Test
    void aRenamedCountyGoesOnAndASplitOneBreaksOff() {
        assertThat(trend("110118", "2015", "bodies"))
                .containsEntry("previous", "4")
                .containsEntry("change", "2")
                .containsEntry("n_matched", "1");
        for (String half : List.of("640523", "640524")) {
            assertThat(trend(half, "2017", "bodies"))
                    .as("half of a county that was split")
                    .containsEntry("previous", "")
                    .containsEntry("change", "")
                    .containsEntry("n_matched", "0");
        }
    }

    @Test
    void aCorrectionCountsInTheMartsAndChangesNoPrintedFigure() {
        assertThat(measure(PRINTED, "640502", "2017", "bodies", "budget.special"))
                .containsEntry("value", "15000");
        assertThat(measure(CORRECTED, "640502", "2017", "bodies", "budget.special"))
                .containsEntry("value", "1.5");
        assertThat(CORRECTED.get(MartTable.OBSERVATIONS))
                .as("observations stay as printed")
                .containsExactlyInAnyOrderElementsOf(PRINTED.get(MartTable.OBSERVATIONS));
        assertThat(PRINTED.get(MartTable.CORRECTIONS)).isEmpty();
        assertThat(CORRECTED.get(MartTable.CORRECTIONS))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("printed_value", "15000")
                        .containsEntry("corrected_value", "1.5")
                        .containsEntry("origin", "form")
                        .containsEntry("evidence", "2017年部门决算表"));
        assertThat(CORRECTED.get(MartTable.FINDINGS))
                .as("a finding says so")
                .anyMatch(r -> r.get("rule").equals("correction")
                        && r.get("place").equals("budget.special|_T")
                        && r.get("body_id").equals("640502-乙局"));
        assertThat(CORRECTED.get(MartTable.SCORECARD))
                .anyMatch(r -> r.get("region_code").equals("640502")
                        && r.get("report_year").equals("2017")
                        && r.get("n_corrected").equals("1"));
    }

    @Test
    void aCorrectionOfWhatIsNotPrintedStopsTheRun() throws IOException {
        Corrections outdated = corrections("640502-乙局,2017,budget.special,_T,16000,1.6,按元填写,决算表");
        assertThatThrownBy(() -> marts(outdated))
                .isInstanceOfSatisfying(
                        MartsRefused.class,
                        e -> assertThat(e.isGate()).as("a quality gate").isTrue())
                .hasMessageContaining("line 2")
                .hasMessageContaining("“16000” is said to be printed, but it is “15000”");
        Corrections unknown = corrections("640502-癸局,2017,budget.special,_T,1,2,错行,决算表");
        assertThatThrownBy(() -> marts(unknown)).hasMessageContaining("but there is no such figure");
    }

    @Test
    void aFileOfCorrectionsThatCannotBeReadIsRefused() {
        for (String bad : List.of(
                "640502-乙局,2017,budget.special,_T,15000,many,按元填写,决算表",
                "640502-乙局,2017,budget.special,_T,15000,1.5,按元填写,",
                "640502-乙局,year,budget.special,_T,15000,1.5,按元填写,决算表")) {
            assertThatThrownBy(() -> corrections(bad))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            MartsRefused.class, e -> assertThat(e.isGate()).isFalse())
                    .hasMessageContaining("line 2");
        }
    }

    private static Map<String, String> trend(String region, String year, String basis) {
        return row(PRINTED.get(MartTable.TRENDS), region, year, basis, "channel.weibo");
    }

    private static Map<String, String> measure(
            Map<MartTable, List<Map<String, String>>> from, String region, String year, String basis, String measure) {
        return row(from.get(MartTable.MEASURES), region, year, basis, measure);
    }

    private static Map<String, String> row(
            List<Map<String, String>> rows, String region, String year, String basis, String measure) {
        return rows.stream()
                .filter(r -> r.get("region_code").equals(region)
                        && r.get("report_year").equals(year)
                        && r.get("basis").equals(basis)
                        && r.get("measure").equals(measure)
                        && r.get("requester").equals("_T"))
                .findFirst()
                .orElseThrow();
    }
}
