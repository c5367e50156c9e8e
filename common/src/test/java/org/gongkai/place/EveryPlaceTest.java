package org.gongkai.place;

import org.gongkai.finding.Finding;
import org.gongkai.reference.Reference;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Titles made for every division of the country and every town: what the lists know must be found again by its name, and
 * what carries the name of another must stay open with a finding. Holes in the reference data show here.
 */
class EveryPlaceTest {
    private static final List<Integer> YEARS = List.of(2010, 2016, 2022);
    private static final List<String> DEPARTMENTS =
            List.of("财政局", "卫生健康局", "市场监督管理局", "城市管理综合行政执法局", "交通运输局", "融媒体中心", "医疗保障局", "民族宗教事务局", "总工会", "气象局");

    private static Identification identify(String title) {
        return Identifier.identify(Manuscript.ofText(Particulars.ofSource("a.txt"), title), OptionalInt.empty(), 0);
    }

    private static boolean isAmbiguous(Identification read) {
        return read.findings().stream().map(Finding::rule).anyMatch("region.ambiguous"::equals);
    }

    @Test
    void everyDivisionIsFoundByItsNameInItsYears() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        int open = 0;
        for (Region region : Regions.get().all()) {
            for (int year : YEARS) {
                if (region.level() == Level.NATION || !region.in(year)) {
                    continue;
                }
                String department = DEPARTMENTS.get(asked % DEPARTMENTS.size());
                boolean alone = Regions.get().find(region.name(), year).stream()
                                .filter(r -> r.name().equals(region.name()))
                                .count()
                        == 1;
                asked++;
                open += alone ? 0 : 1;
                for (String body : List.of(region.name(), region.name() + department)) {
                    Identification read = identify(body + year + "年政府信息公开工作年度报告");
                    boolean right = alone
                            ? read.regionCode().equals(region.code())
                            : read.regionCode().isEmpty()
                                    && isAmbiguous(read)
                                    && read.regionName().equals(region.name());
                    if (!right
                            || !read.body().startsWith(region.name())
                            || read.reportYear().orElse(0) != year) {
                        wrong.add(region.code() + " " + body + " " + year + " → " + read.regionCode() + " "
                                + read.body());
                    }
                }
                String above = Regions.get()
                        .at(region.parent(), year)
                        .filter(r -> r.level() != Level.NATION)
                        .map(Region::name)
                        .orElse("");
                Identification within = identify(above + region.name() + department + year + "年政府信息公开工作年度报告");
                if (!within.regionCode().equals(region.code())) {
                    wrong.add(region.code() + " " + above + region.name() + department + " → " + within.regionCode());
                }
            }
        }
        assertThat(wrong).as("divisions not found by their names").isEmpty();
        assertThat(asked).as("divisions and years asked").isGreaterThan(9_000);
        assertThat(open).as("names that several divisions carry at a time").isBetween(150, 300);
    }

    @Test
    void aTownIsFoundInItsCountyAndNeverInAnother() {
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        int asked = 0;
        List<String> towns = Reference.lines("towns.csv");
        for (String line : towns.subList(1, towns.size())) {
            String town = line.substring(0, line.lastIndexOf(','));
            String[] codes = line.substring(line.lastIndexOf(',') + 1).split(";");
            // every sixth is enough of a net, and quick
            if (asked++ % 6 != 0 || !town.matches(".*(?:镇|乡|街道|苏木)") || !town.matches("\\p{IsHan}+")) {
                continue;
            }
            Region county = Regions.get().at(codes[0], 2022).orElse(null);
            if (county == null) {
                continue;
            }
            Identification within = identify(county.name() + town + "2022年政府信息公开工作年度报告");
            if (!within.regionCode().equals(county.code())) {
                (within.regionCode().isEmpty() ? missed : wrong)
                        .add(county.name() + town + " → " + within.regionPath());
            }
            Identification alone = identify("2022年" + town + "政府信息公开年度报告");
            if (!alone.regionCode().isEmpty() && !List.of(codes).contains(alone.regionCode())) {
                wrong.add(town + " → " + alone.regionPath());
            }
        }
        assertThat(wrong)
                .as("towns put into a county that has none of that name")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(missed).as("towns whose county is named and not found").hasSizeLessThanOrEqualTo(10);
    }
}
