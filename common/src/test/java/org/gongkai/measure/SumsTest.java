package org.gongkai.measure;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.gongkai.catalogue.Measures;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The laws of sums: exact, and the same in any order, in any parts, packed or not. */
class SumsTest {
    private static final Formulas FORMULAS = new Formulas(Measures.get(), List.of("channel.抖音"));
    private static final List<String> INDICATORS = List.of(
            "requests.received",
            "requests.completed",
            "requests.completed.on_time",
            "reply.granted",
            "reply.already_public",
            "channel.抖音",
            "channel.website",
            "publication.total");

    @Property
    void aSumIsThatOfDecimals(
            @ForAll List<Long> numbers, @ForAll @LongRange(min = -20_000, max = 20_000) long coefficient) {
        Wide sums = new Wide(2);
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal rounded = BigDecimal.ZERO;
        for (long number : numbers) {
            sums.addProduct(0, coefficient, number);
            sums.addRounded(1, coefficient, number);
            BigDecimal value = BigDecimal.valueOf(number, 6);
            whole = whole.add(value.multiply(BigDecimal.valueOf(coefficient)));
            rounded = rounded.add(
                    value.multiply(BigDecimal.valueOf(coefficient, 4)).setScale(6, RoundingMode.HALF_UP));
        }
        assertThat(sums.value(0)).isEqualByComparingTo(whole);
        assertThat(sums.value(1)).isEqualByComparingTo(rounded);
        Packer packer = new Packer();
        packer.sum(sums, 0);
        packer.sum(sums, 1);
        Unpacker unpacker = new Unpacker(packer.take());
        Wide read = new Wide(2);
        unpacker.addSum(read, 0);
        unpacker.addSum(read, 1);
        assertThat(read.value(0)).isEqualTo(sums.value(0));
        assertThat(read.value(1)).isEqualTo(sums.value(1));
    }

    @Property(tries = 300)
    void packedFiguresAreTheSame(@ForAll("figures") List<Figure> figures) {
        PackedFigures packed = new PackedFigures();
        figures.forEach(packed::add);
        List<Figure> read = new ArrayList<>();
        PackedFigures.each(packed.take(), read::add);
        assertThat(read).isEqualTo(figures);
        assertThat(packed.isEmpty()).as("what was taken is gone").isTrue();
    }

    @Property(tries = 200)
    void reportsAddUpInAnyOrderAndInAnyParts(
            @ForAll("reports") List<List<Figure>> reports, @ForAll long seed, @ForAll boolean isPacked) {
        Tally whole = new Tally(FORMULAS.cells().size());
        reports.forEach(report -> add(whole, report));
        List<List<Figure>> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        Tally one = new Tally(FORMULAS.cells().size());
        Tally other = new Tally(FORMULAS.cells().size());
        for (int i = 0; i < shuffled.size(); i++) {
            add(i % 3 == 0 ? one : other, shuffled.get(i));
        }
        one.add(isPacked ? Tally.of(FORMULAS.cells().size(), other.packed()) : other);
        assertThat(one.packed()).isEqualTo(whole.packed());
        FormTally cells = new FormTally();
        FormTally parts = new FormTally();
        FormTally rest = new FormTally();
        reports.forEach(report -> report.forEach(cells::add));
        shuffled.forEach(report -> report.forEach(report.size() % 2 == 0 ? parts::add : rest::add));
        parts.add(rest.packed());
        assertThat(parts.entries()).containsExactlyInAnyOrderElementsOf(cells.entries());
    }

    private static void add(Tally tally, List<Figure> report) {
        Reckoning reckoning = new Reckoning(FORMULAS);
        reckoning.begin("2014", FORMULAS.regime("2014", 2016));
        report.forEach(reckoning::add);
        reckoning.end();
        tally.add(
                reckoning,
                2016,
                FORMULAS.regimeNumber("2014", 2016),
                new YearBefore(FORMULAS.cells().size()));
    }

    @Provide
    Arbitrary<List<List<Figure>>> reports() {
        return figures().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Figure>> figures() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(-999_999_999_999_999_999L, 999_999_999_999_999_999L);
        return Combinators.combine(
                        Arbitraries.of(INDICATORS),
                        Arbitraries.of("_T", "requester.natural_person", "别的"),
                        Arbitraries.of(Origin.values()),
                        Arbitraries.of(Status.values()),
                        Arbitraries.of(true, false),
                        numbers,
                        Arbitraries.of("件", "", "条次"),
                        Arbitraries.integers().between(0, 1 << 30))
                .as((indicator, requester, origin, status, preferred, number, unit, line) -> new Figure(
                        indicator,
                        requester,
                        origin,
                        status,
                        preferred,
                        status.hasNumber(),
                        status.hasNumber() ? number : 0,
                        unit,
                        line))
                .list()
                .ofMaxSize(20);
    }
}
