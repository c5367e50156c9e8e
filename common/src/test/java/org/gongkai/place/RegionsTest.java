package org.gongkai.place;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class RegionsTest {
    private static final int FIRST = 2008;
    private static final int LAST = 2026;
    private final Regions regions = Regions.get();

    @Provide
    Arbitrary<Region> divisions() {
        return Arbitraries.of(Regions.get().all());
    }

    @Property
    void everyDivisionLiesInOneThatStandsInThoseYears(@ForAll("divisions") Region region) {
        if (region.level() == Level.NATION) {
            return;
        }
        for (int year = region.firstYear(); year <= Math.min(LAST, region.lastYear()); year++) {
            assertThat(regions.at(region.parent(), year))
                    .as("%s %s: parent %s in %d", region.code(), region.name(), region.parent(), year)
                    .isPresent();
        }
    }

    @Property
    void oneCodeIsOneDivisionAtATime(
            @ForAll("divisions") Region region, @ForAll @IntRange(min = FIRST, max = LAST) int year) {
        assertThat(regions.all().stream().filter(r -> r.code().equals(region.code()) && r.in(year)))
                .as("%s in %d", region.code(), year)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void everyLineageEndsAtADivisionInUse(@ForAll("divisions") Region region) {
        regions.current(region.code(), region.firstYear())
                .ifPresent(code -> assertThat(regions.at(code, LAST))
                        .as("%s %s leads to %s", region.code(), region.name(), code)
                        .isPresent());
    }

    @Property
    void lineageLeadsBackToWhereItBegan(@ForAll("divisions") Region region) {
        regions.in(region, LAST)
                .ifPresent(now -> assertThat(regions.in(now, region.firstYear()))
                        .as("%s %s via %s", region.code(), region.name(), now.code())
                        .hasValueSatisfying(then -> assertThat(then.code()).isEqualTo(region.code())));
    }

    @Property
    void everyDivisionIsFoundByItsName(@ForAll("divisions") Region region) {
        assertThat(regions.find(region.name(), region.firstYear()))
                .as(region.name())
                .contains(region);
    }

    @Test
    void allSuccessorsStandWhenTheirPredecessorIsGone() {
        for (Region region : regions.all()) {
            for (String next : region.successors()) {
                assertThat(regions.at(next, region.lastYear() + 1))
                        .as("%s %s gave way to %s", region.code(), region.name(), next)
                        .isPresent();
            }
        }
    }

    @Test
    void aCountyThatBecameADistrictKeepsOneLineage() {
        assertThat(regions.at("110228", 2014)).map(Region::name).contains("密云县");
        assertThat(regions.at("110228", 2015)).as("gone in its last year").isEmpty();
        assertThat(regions.current("110228", 2010)).as("密云县 today").contains("110118");
        assertThat(regions.current("340823", 2010))
                .as("枞阳县, moved to another city")
                .contains("340722");
        assertThat(regions.current("640502", 2018)).as("沙坡头区 never changed").contains("640502");
    }

    @Test
    void mergedAndSplitOnesHaveNoSingleSuccessor() {
        assertThat(regions.current("110103", 2009)).as("崇文区 went into 东城区").isEmpty();
        assertThat(regions.current("330104", 2018)).as("江干区 was divided").isEmpty();
        assertThat(regions.current("341400", 2010)).as("巢湖 was abolished").isEmpty();
    }

    @Test
    void shortNamesFindTheirDivision() {
        assertThat(regions.find("临夏州", 2019)).extracting(Region::code).containsExactly("622900");
        assertThat(regions.find("宁夏", 2019)).extracting(Region::code).containsExactly("640000");
        assertThat(regions.find("鼓楼区", 2019, "320000"))
                .extracting(Region::code)
                .contains("320106")
                .doesNotContain("350102");
        assertThat(regions.pathNames("640502", 2018)).isEqualTo("宁夏回族自治区/中卫市/沙坡头区");
        assertThat(regions.children("640500", 2018)).extracting(Region::name).containsExactly("沙坡头区", "中宁县", "海原县");
    }

    /** The public-domain history of codes is no part of this repository; where it lies beside it, nothing may differ unexplained. */
    @Test
    void agreesWithThePublicHistoryOfCodes() throws IOException {
        Path history = Path.of("..", "..", "shared", "domain", "areacodes-cc0.csv");
        assumeTrue(Files.exists(history), "the history of codes is not beside this repository: not compared");
        Map<Integer, Set<String>> theirs = new TreeMap<>();
        List<String> lines = Files.readAllLines(history, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            int end = f[7].isEmpty() ? Region.IN_USE : Integer.parseInt(f[7]);
            for (int year = Math.max(FIRST, Integer.parseInt(f[6])); year <= 2024 && year < end; year++) {
                theirs.computeIfAbsent(year, y -> new TreeSet<>()).add(f[0] + " " + f[3]);
            }
        }
        theirs.forEach((year, expected) -> {
            Set<String> ours = regions.all().stream()
                    .filter(r -> r.in(year) && r.level() != Level.NATION)
                    .map(r -> r.code() + " " + r.name())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> missing = new HashSet<>(expected);
            missing.removeAll(ours);
            Set<String> invented = new HashSet<>(ours);
            invented.removeAll(expected);
            assertThat(missing).as("divisions of %d that we lack", year).isEmpty();
            assertThat(invented).as("divisions of %d that only we have", year).isEmpty();
        });
    }
}
