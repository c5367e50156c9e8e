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
            MartTable.QUALITY,
            MartTable.FORM_CELLS,
            MartTable.CHANNEL_SHARES,
            MartTable.EXPECTED_BODIES,
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
                Roster.none(),
                corrections,
                TestSession.working());
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
    void aRuleBetweenYearsIsPassedByReportsThatItAppliesToOnly() {
        assertThat(passed("640502", "2021", "carry_over"))
                .as("one report on a later form with the figures of the year before")
                .containsExactly("1", "1", "0");
        assertThat(passed("640500", "2017", "jump.tenfold"))
                .as("three bodies with a report of the same scope in 2016; 庚局 changed its scope, the others are new")
                .containsExactly("3", "1", "0.666667");
        assertThat(passed("640500", "2017", "territory.bodies"))
                .as("two governments publish a territory beside its bodies")
                .containsExactly("2", "1", "0.5");
    }

    /** n_reports, n_failed and pass_rate of a rule. */
    private static List<String> passed(String region, String year, String rule) {
        return PRINTED.get(MartTable.QUALITY).stream()
                .filter(r -> r.get("region_code").equals(region)
                        && r.get("report_year").equals(year)
                        && r.get("rule").equals(rule))
                .map(r -> List.of(r.get("n_reports"), r.get("n_failed"), r.get("pass_rate")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoShouldHaveReportedIsNamed() {
        List<String> named = PRINTED.get(MartTable.EXPECTED_BODIES).stream()
                .filter(r -> r.get("basis").equals("bodies") && !r.get("reason").equals("seen"))
                .map(r -> r.get("body_id") + " " + r.get("region_code") + " " + r.get("report_year") + " "
                        + r.get("reason"))
                .toList();
        assertThat(named)
                .as("乙局 came back after a year; 庚局 went on under another scope")
                .contains("640502-乙局 640502 2018 between", "640502-乙局 640502 2020 silent")
                .contains("640502-庚局 640502 2018 silent", "640502-庚局 640502 2019 silent")
                .doesNotContain("640502-庚局 640502 2017 silent", "640502-庚局 640502 2020 silent");
        assertThat(named)
                .as("a region that was split expects nothing more, a renamed one goes on under its new code")
                .noneMatch(n -> n.startsWith("640522-"))
                .contains("110118-辛局 110118 2016 silent")
                .noneMatch(n -> n.contains(" 110228 "));
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
            assertThat(PRINTED.get(MartTable.FORM_CELLS))
                    .as("neither the territory's 60 nor the 500 of a report for a whole level, in %s", region)
                    .filteredOn(r -> r.get("region_code").equals(region)
                            && r.get("report_year").equals("2017")
                            && r.get("indicator").equals("channel.weibo"))
                    .singleElement()
                    .satisfies(
                            r -> assertThat(r).containsEntry("basis", "bodies").containsEntry("value", "46"));
            assertThat(PRINTED.get(MartTable.CHANNEL_SHARES))
                    .filteredOn(r -> r.get("region_code").equals(region)
                            && r.get("report_year").equals("2017")
                            && r.get("channel").equals("weibo"))
                    .singleElement()
                    .satisfies(
                            r -> assertThat(r).containsEntry("basis", "bodies").containsEntry("published", "46"));
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
                    .containsEntry("n_matched", "0")
                    .containsEntry("comparability", "break");
        }
        assertThat(trend("110118", "2015", "bodies")).containsEntry("comparability", "exact");
    }

    @Test
    void aRegionThatAnotherWasMergedIntoBreaksOffForOneYear() {
        assertThat(row(PRINTED.get(MartTable.TRENDS), "640502", "2017", "bodies", "complaints.total"))
                .as("中河县 became part of it at the end of 2016")
                .containsEntry("value", "3")
                .containsEntry("previous", "")
                .containsEntry("comparability", "break");
        assertThat(row(PRINTED.get(MartTable.TRENDS), "640502", "2018", "bodies", "complaints.total"))
                .containsEntry("previous", "3")
                .containsEntry("comparability", "exact");
        assertThat(row(PRINTED.get(MartTable.TRENDS), "640500", "2017", "bodies", "complaints.total"))
                .as("the prefecture above is what it was")
                .containsEntry("previous", "2")
                .containsEntry("comparability", "exact");
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
