package org.gongkai.catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasuresTest {
    private static Measure measure(String code) {
        return Measures.get().spelledOut(List.of("followers.weibo", "channel.douyin")).stream()
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no measure " + code));
    }

    private static List<String> terms(Formula formula) {
        return formula.terms().stream()
                .map(t -> t.coefficient().stripTrailingZeros().toPlainString() + "*" + t.indicator())
                .toList();
    }

    @Test
    void grantedIsTwoRowsOf2014AndOneSince() {
        assertThat(terms(measure("outcome.granted").formula("2014").orElseThrow()))
                .containsExactly("1*reply.already_public", "1*reply.granted");
        assertThat(terms(measure("outcome.granted").formula("2019").orElseThrow()))
                .containsExactly("1*reply.granted");
    }

    @Test
    void localTablesServeWhereTheCrosswalkSaysNear() {
        assertThat(measure("outcome.granted").formula(Form.LOCAL).orElseThrow().text())
                .as("already public is no row of its own")
                .isEqualTo("reply.granted");
        assertThat(measure("channel.website").formula(Form.LOCAL)).isPresent();
        assertThat(measure("outcome.denied").formula(Form.LOCAL))
                .as("local refusals hold what was not held and what was unclear")
                .isEmpty();
        assertThat(Measures.get().grade(measure("outcome.granted"), "2008", "2014"))
                .isEqualTo(Grade.NEAR);
    }

    @Test
    void aSumTakesEveryCellBelow() {
        assertThat(terms(measure("outcome.denied").formula("2021").orElseThrow()))
                .hasSize(8)
                .allMatch(t -> t.startsWith("1*reply.denied."));
        assertThat(terms(measure("outcome.denied_core").formula("2019").orElseThrow()))
                .hasSize(9)
                .contains("-1*reply.denied.administrative_query");
    }

    @Test
    void anOpenFamilyHasTheMembersOfTheFormsAndOfTheReports() {
        assertThat(terms(measure("channel.gazette").formula("2014").orElseThrow()))
                .containsExactly("1*channel.gazette");
        assertThat(measure("channel.douyin").formula("2021")).isPresent();
        assertThat(terms(measure("reach.weibo").formula("2014").orElseThrow()))
                .containsExactly("1*channel.weibo", "1*publication.total");
        assertThat(measure("followers.weibo").formulas()).containsOnlyKeys(Measure.PROSE);
    }

    @Test
    void aFormThatDoesNotAskHasNoFormula() {
        assertThat(measure("normative_documents.repealed").formula("2019")).isEmpty();
        assertThat(measure("complaints.total").formula("2021")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "requests.received, 2014, 2019, NEAR",
        "requests.received, 2019, 2021, EXACT",
        "requests.received, 2021, 2014, NEAR",
        "requests.received, 2019, 2019, EXACT",
        "outcome.denied, 2014, 2021, BREAK",
        "outcome.other, 2019, 2021, NEAR",
        "normative_documents.stock, 2019, 2021, BREAK"
    })
    void aChainIsAsGoodAsItsWorstStep(String code, String one, String other, Grade grade) {
        assertThat(Measures.get().grade(measure(code), one, other)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "2007, 2008",
        "2013, 2008",
        "2014, 2014",
        "2018, 2014",
        "2019, 2019",
        "2020, 2019",
        "2021, 2021",
        "2030, 2021"
    })
    void theRegimeFollowsTheReportYear(int year, String regime) {
        assertThat(Measures.get().regime(year)).isEqualTo(regime);
    }

    @Test
    void thereAreSixApplicantColumns() {
        assertThat(Measures.requesters()).hasSize(6).startsWith("requester.natural_person");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.b + c;[1*a.b, 1*c]",
                "a - b;[1*a, -1*b]",
                "0.0001 a;[0.0001*a]",
                "(a + b) / c;[1*a, 1*b, 1*c]",
                "sum(x.*) - x.p;[1*x.p, 1*x.q, -1*x.p]"
            })
    void formulasAreRead(String text, String terms) {
        Formula formula = Formula.parse(text, stem -> List.of(stem + ".p", stem + ".q"));
        assertThat(terms(formula)).hasToString(terms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a b", "a + ", "a / b / c", "a * b", "sum(y.*)", "''"})
    void whatIsNoFormulaIsRefused(String text) {
        assertThatThrownBy(() -> Formula.parse(text, stem -> List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
