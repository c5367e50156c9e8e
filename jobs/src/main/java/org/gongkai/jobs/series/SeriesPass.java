package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.measure.Figure;
import org.gongkai.measure.FormTally;
import org.gongkai.measure.Formulas;
import org.gongkai.measure.PackedFigures;
import org.gongkai.measure.Reckoning;
import org.gongkai.measure.Tally;
import org.gongkai.measure.YearBefore;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one pass over the figures: series after series, in each of them year after year. Everything that is made of figures is
 * made here, from each report once: the sums of measures and of printed cells by region, the rules between years, what
 * stands in a report's tables, the followers. Not thread-safe.
 *
 * <p>Basis {@code bodies}: a report of a county counts for the county, its prefecture, its province and the nation, by the
 * parents of its year. Basis {@code territory}: for the published region only.
 */
final class SeriesPass {
    /** What the columns of {@link SeriesOutcome#cells} are; see {@code scorecard.sql}. */
    static final String CELL_COLUMNS = "body_id STRING, report_year INT, n_cells BIGINT, n_figures BIGINT, "
            + "n_blank BIGINT, n_not_found BIGINT, n_unreadable BIGINT";
    /** What the columns of {@link SeriesOutcome#followers} are; see {@code followers.sql}. */
    static final String FOLLOWER_COLUMNS =
            "body_id STRING, report_year INT, platform STRING, followers DECIMAL(38,6), accounts BIGINT";

    private static final String FOLLOWERS = "followers.";
    private static final int SCALE = 6;

    private final SeriesInputs inputs;
    private final Formulas formulas;
    private final SeriesRules rules;
    private final Reckoning reckoning;
    private final YearBefore before;
    private final Map<RegionYear, Tally> regions = new HashMap<>();
    private final Map<RegionForm, FormTally> forms = new HashMap<>();
    private final List<Row> findings = new ArrayList<>();
    private final List<Row> cells = new ArrayList<>();
    private final List<Row> followers = new ArrayList<>();

    /** The report whose figures are coming, empty before the first. */
    private Optional<FiledReport> current = Optional.empty();
    /** What its printed cells are added to; nobody's where they stand in no sum. */
    private FormTally form = new FormTally();

    private final Map<String, Platform> platforms = new TreeMap<>();
    private long[] counts = {};

    private static final class Platform {
        private BigDecimal followers = BigDecimal.ZERO;
        private long accounts;
    }

    /** Over no report yet. */
    SeriesPass(SeriesInputs inputs) {
        this.inputs = inputs;
        this.formulas = inputs.formulas();
        this.rules = new SeriesRules(inputs.links());
        this.reckoning = new Reckoning(formulas);
        this.before = new YearBefore(formulas.cells().size());
    }

    /** Begins a report; they come in the order of {@link FiledReport}. */
    void begin(FiledReport report) {
        endReport();
        if (current.isEmpty() || !current.get().isBeside(report)) {
            endSeries();
            rules.begin();
            before.clear();
        }
        current = Optional.of(report);
        rules.begin(report);
        counts = new long[5];
        platforms.clear();
        reckoning.begin(report.form(), formulas.regime(report.form(), report.year()));
        form = report.basis()
                .filter(basis -> !report.form().equals(Formulas.NO_FORM))
                .map(basis -> forms.computeIfAbsent(
                        new RegionForm(new RegionYear(report.region(), report.year(), basis), report.form()),
                        f -> new FormTally()))
                .orElseGet(FormTally::new);
    }

    /** Adds figures of that report, {@link PackedFigures}. */
    void add(byte[] figures) {
        PackedFigures.each(figures, this::add);
    }

    private void add(Figure printed) {
        FiledReport report = current.orElseThrow();
        if (printed.origin() != Origin.PROSE && printed.status() != Status.NOT_ASKED) {
            count(printed);
        }
        rules.add(report, printed);
        if (report.basis().isEmpty() || !printed.isPreferred()) {
            return;
        }
        Figure figure = inputs.counted(report, printed);
        reckoning.add(figure);
        if (figure.origin() != Origin.PROSE) {
            form.add(figure);
        }
        if (figure.isNumber()
                && figure.indicator().startsWith(FOLLOWERS)
                && figure.requester().equals(Value.TOTAL)
                && report.basis().get().equals(FiledReport.BODIES)) {
            Platform platform =
                    platforms.computeIfAbsent(figure.indicator().substring(FOLLOWERS.length()), p -> new Platform());
            platform.followers = platform.followers.add(BigDecimal.valueOf(figure.millionths(), SCALE));
            platform.accounts++;
        }
    }

    private void count(Figure printed) {
        counts[0]++;
        counts[1] += printed.isNumber() ? 1 : 0;
        counts[2] += printed.status() == Status.NOT_STATED ? 1 : 0;
        counts[3] += printed.status() == Status.NOT_FOUND ? 1 : 0;
        counts[4] += printed.status() == Status.UNREADABLE ? 1 : 0;
    }

    private void endReport() {
        current.ifPresent(report -> {
            if (counts[0] > 0) {
                cells.add(RowFactory.create(
                        report.body(), report.year(), counts[0], counts[1], counts[2], counts[3], counts[4]));
            }
            platforms.forEach((name, platform) -> followers.add(
                    RowFactory.create(report.body(), report.year(), name, platform.followers, platform.accounts)));
            report.basis().ifPresent(basis -> {
                reckoning.end();
                regions.computeIfAbsent(
                                new RegionYear(report.region(), report.year(), basis),
                                r -> new Tally(formulas.cells().size()))
                        .add(reckoning, report.year(), formulas.regimeNumber(report.form(), report.year()), before);
            });
        });
    }

    private void endSeries() {
        if (current.isPresent()) {
            findings.addAll(rules.end());
        }
    }

    /** Ends the last report; what the pass came to. */
    SeriesOutcome end() {
        endReport();
        endSeries();
        Map<RegionYear, Tally> rolled = new HashMap<>();
        regions.forEach((own, tally) -> inputs.ancestors(own)
                .forEach(ancestor -> rolled.computeIfAbsent(
                                new RegionYear(ancestor, own.year(), own.basis()),
                                r -> new Tally(formulas.cells().size()))
                        .add(tally)));
        regions.clear();
        Map<RegionForm, FormTally> rolledForms = new HashMap<>();
        forms.forEach((own, tally) -> inputs.ancestors(own.place())
                .forEach(ancestor -> rolledForms
                        .computeIfAbsent(
                                new RegionForm(
                                        new RegionYear(
                                                ancestor,
                                                own.place().year(),
                                                own.place().basis()),
                                        own.form()),
                                r -> new FormTally())
                        .add(tally)));
        forms.clear();
        Map<RegionYear, byte[]> regionSums = new HashMap<>();
        rolled.forEach((place, tally) -> regionSums.put(place, tally.packed()));
        Map<RegionForm, byte[]> formSums = new HashMap<>();
        rolledForms.forEach((place, tally) -> formSums.put(place, tally.packed()));
        return new SeriesOutcome(regionSums, formSums, findings, cells, followers);
    }
}
