package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.measure.FormTally;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** Whose printed cells are added up: those of one form in a region, year and basis. What the rows mean: {@code form_cells.sql}. */
record RegionForm(RegionYear place, String form) implements Serializable {
    private static final int DIGITS = 18;

    /** The rows, from packed {@link FormTally}s. */
    List<Row> rows(Iterable<byte[]> tallies) {
        FormTally all = new FormTally();
        tallies.forEach(all::add);
        return all.entries().stream()
                .map(cell -> RowFactory.create(
                        place.region(),
                        place.year(),
                        place.basis(),
                        form,
                        cell.key().indicator(),
                        cell.key().requester(),
                        cell.key().unit(),
                        cell.value().filter(RegionForm::isFitting).orElse(null),
                        cell.bodies(),
                        cell.zero(),
                        cell.blank(),
                        cell.approximate()))
                .toList();
    }

    private static boolean isFitting(BigDecimal sum) {
        return sum.precision() <= DIGITS;
    }
}
