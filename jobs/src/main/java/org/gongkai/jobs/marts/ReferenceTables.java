package org.gongkai.jobs.marts;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Formula;
import org.gongkai.catalogue.Grade;
import org.gongkai.catalogue.Indicator;
import org.gongkai.catalogue.Measure;
import org.gongkai.catalogue.Measures;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference data as rows of the published tables {@code regions}, {@code indicators}, {@code measures_dictionary}, {@code comparability}. */
final class ReferenceTables {
    private ReferenceTables() {}

    /** RegionTree, one row for each stretch of years. */
    static List<Row> regions(RegionTree regions) {
        return regions.all().stream()
                .map(r -> RowFactory.create(
                        r.code(),
                        r.firstYear(),
                        r.name(),
                        r.level(),
                        r.parent().isBlank() ? null : r.parent(),
                        r.lastYear().orElse(null),
                        r.successors().isEmpty() ? null : String.join(";", r.successors()),
                        regions.lineage(r.code())))
                .toList();
    }

    /** The cells of the forms. */
    static List<Row> indicators() {
        List<Row> rows = new ArrayList<>();
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                for (Indicator i : Catalogue.indicators(form, table)) {
                    rows.add(RowFactory.create(i.form(), i.code(), i.requester(), i.table(), i.label(), i.unit()));
                }
            }
        }
        return rows;
    }

    /** What each measure is, formula by formula. */
    static List<Row> dictionary(List<Measure> measures) {
        return measures.stream()
                .map(m -> RowFactory.create(
                        m.code(),
                        m.labelZh(),
                        m.labelEn(),
                        m.unit(),
                        m.kind().code(),
                        m.byRequester(),
                        text(m, Form.LOCAL),
                        text(m, "2014"),
                        text(m, "2019"),
                        text(m, "2021"),
                        text(m, Measure.PROSE)))
                .toList();
    }

    /** How comparable each measure is across each step of the forms. */
    static List<Row> comparability(Measures measures, List<Measure> spelled) {
        List<Row> rows = new ArrayList<>();
        for (Measure measure : spelled) {
            for (int i = 1; i < measures.regimes().size(); i++) {
                String regime = measures.regimes().get(i);
                Grade grade = measure.steps().getOrDefault(regime, Grade.BREAK);
                rows.add(RowFactory.create(
                        measure.code(), measures.regimes().get(i - 1), regime, grade.code(), measure.reason()));
            }
        }
        return rows;
    }

    /** Bodies whose functions went to another body, and the first year without them. */
    static List<Row> endedBodies() {
        Map<String, Integer> ended = new TreeMap<>();
        for (String line :
                Reference.lines("body_successions.csv").stream().skip(1).toList()) {
            String[] f = line.split(",", -1);
            if (f[3].equals("merge")) {
                ended.merge(f[0], Integer.valueOf(f[2]), Math::min);
            }
        }
        return ended.entrySet().stream()
                .map(e -> RowFactory.create(e.getKey(), e.getValue()))
                .toList();
    }

    private static String text(Measure measure, String form) {
        Formula formula = measure.formulas().get(form);
        return formula == null ? null : formula.text();
    }
}
