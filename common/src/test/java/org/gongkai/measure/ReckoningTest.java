package org.gongkai.measure;

import org.gongkai.catalogue.Measures;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What the cells of one report come to, rule by rule. */
class ReckoningTest {
    private static final Formulas FORMULAS = new Formulas(Measures.get(), List.of("followers.douyin"));
    private static final List<String> APPLICANTS = Measures.requesters();

    private final List<Figure> figures = new ArrayList<>();

    private ReckoningTest printed(String indicator, String requester, String number) {
        return figure(indicator, requester, number, "件", Origin.FORM, Status.NORMAL);
    }

    private ReckoningTest printed(String indicator, String number) {
        return printed(indicator, "_T", number);
    }

    private ReckoningTest figure(
            String indicator, String requester, String number, String unit, Origin origin, Status status) {
        boolean isNumber = !number.isEmpty();
        long millionths =
                isNumber ? new BigDecimal(number).setScale(6).unscaledValue().longValueExact() : 0;
        figures.add(new Figure(indicator, requester, origin, status, true, isNumber, millionths, unit, 1));
        return this;
    }

    private Tally on(String form, int year) {
        Reckoning reckoning = new Reckoning(FORMULAS);
        reckoning.begin(form, FORMULAS.regime(form, year));
        figures.forEach(reckoning::add);
        reckoning.end();
        Tally tally = new Tally(FORMULAS.cells().size());
        tally.add(
                reckoning,
                year,
                FORMULAS.regimeNumber(form, year),
                new YearBefore(FORMULAS.cells().size()));
        return tally;
    }

    private static int cell(String measure, String requester) {
        return FORMULAS.cells().stream()
                .filter(c -> c.measure().code().equals(measure) && c.requester().equals(requester))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cell " + measure + "|" + requester))
                .number();
    }

    private static Optional<String> value(Tally tally, String measure) {
        return value(tally, measure, "_T");
    }

    private static Optional<String> value(Tally tally, String measure, String requester) {
        int cell = cell(measure, requester);
        return !tally.hasValue(cell)
                ? Optional.empty()
                : Optional.of(tally.sum(Tally.Sum.NUMERATOR, cell)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    @Test
    void termsAreAddedUpAndAllOfThemAreNeeded() {
        printed("reply.already_public", "3").printed("reply.granted", "4");
        assertThat(value(on("2014", 2016), "outcome.granted")).contains("7");
        figures.remove(1);
        Tally half = on("2014", 2016);
        assertThat(value(half, "outcome.granted"))
                .as("a missing figure is never 0")
                .isEmpty();
        assertThat(half.missing(cell("outcome.granted", "_T")))
                .as("though the form asks for it")
                .isOne();
    }

    @Test
    void aRatioNeedsBothSides() {
        printed("requests.completed", "8");
        assertThat(value(on("2014", 2016), "requests.on_time_rate")).isEmpty();
        printed("requests.completed.on_time", "6");
        Tally both = on("2014", 2016);
        assertThat(value(both, "requests.on_time_rate")).contains("6");
        assertThat(both.sum(Tally.Sum.DENOMINATOR, cell("requests.on_time_rate", "_T")))
                .isEqualByComparingTo("8");
    }

    @Test
    void aBlankTotalIsTheSumOfItsColumnsIfAllArePrinted() {
        APPLICANTS.forEach(applicant -> printed("requests.received", applicant, "2"));
        assertThat(value(on("2021", 2022), "requests.received")).contains(String.valueOf(2 * APPLICANTS.size()));
        assertThat(value(on("2021", 2022), "requests.received", APPLICANTS.get(0)))
                .contains("2");
        figures.remove(0);
        assertThat(value(on("2021", 2022), "requests.received"))
                .as("one column is missing")
                .isEmpty();
    }

    @Test
    void aTotalThatCannotBeReadIsNotDerived() {
        APPLICANTS.forEach(applicant -> printed("requests.received", applicant, "2"));
        figure("requests.received", "_T", "", "件", Origin.FORM, Status.UNREADABLE);
        Tally tally = on("2021", 2022);
        assertThat(value(tally, "requests.received")).isEmpty();
        assertThat(tally.isUnreadable(cell("requests.received", "_T"))).isTrue();
    }

    @Test
    void aPrintedTotalStandsEvenIfItsColumnsDiffer() {
        APPLICANTS.forEach(applicant -> printed("requests.received", applicant, "2"));
        printed("requests.received", "11");
        assertThat(value(on("2021", 2022), "requests.received")).contains("11");
    }

    @Test
    void theNarrativeCountsOnlyWhereTheFormHasNoSuchCell() {
        figure("requests.received", "_T", "5", "件", Origin.PROSE, Status.NORMAL)
                .figure("followers.douyin", "_T", "900", "人", Origin.PROSE, Status.APPROXIMATE);
        Tally form = on("2014", 2016);
        assertThat(value(form, "requests.received"))
                .as("the form has a cell for it")
                .isEmpty();
        assertThat(value(form, "followers.douyin")).contains("900");
        assertThat(form.count(Tally.Count.APPROXIMATE, cell("followers.douyin", "_T")))
                .isOne();
        assertThat(value(on("none", 2016), "requests.received")).contains("5");
    }

    @ParameterizedTest
    @CsvSource({"万元, 120.5, 120.5", "元, 1205000, ''"})
    void moneyCountsInTheUnitOfTheFormOnly(String unit, String number, String expected) {
        int cell = cell("foi_fees", "_T");
        String indicator = FORMULAS.cells()
                .get(cell)
                .measure()
                .formula("2014")
                .orElseThrow()
                .terms()
                .get(0)
                .indicator();
        figure(indicator, "_T", number, unit, Origin.FORM, Status.NORMAL);
        Tally tally = on("2014", 2016);
        assertThat(tally.count(Tally.Count.BODIES, cell)).isEqualTo(expected.isEmpty() ? 0 : 1);
    }

    @Test
    void aPrintedZeroIsAValue() {
        printed("requests.received", "0");
        Tally tally = on("2014", 2016);
        assertThat(tally.count(Tally.Count.BODIES, cell("requests.received", "_T")))
                .isOne();
        assertThat(tally.count(Tally.Count.ZERO, cell("requests.received", "_T")))
                .isOne();
    }

    @Test
    void aReckoningForgetsTheReportBefore() {
        Reckoning reckoning = new Reckoning(FORMULAS);
        printed("reply.already_public", "3");
        for (String granted : List.of("4", "")) {
            reckoning.begin("2014", FORMULAS.regime("2014", 2016));
            figures.forEach(reckoning::add);
            if (!granted.isEmpty()) {
                reckoning.add(
                        new Figure("reply.granted", "_T", Origin.FORM, Status.NORMAL, true, true, 4_000_000, "件", 1));
            }
            reckoning.end();
        }
        Tally tally = new Tally(FORMULAS.cells().size());
        tally.add(reckoning, 2016, 1, new YearBefore(FORMULAS.cells().size()));
        assertThat(value(tally, "outcome.granted")).isEmpty();
    }
}
