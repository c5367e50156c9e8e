package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.gongkai.measure.FormTally;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whose printed cells are added up: those of one form in a region, year and basis. The rows of the mart {@code form_cells}.
 *
 * <ul>
 *   <li>grain: region_code, report_year, basis, form, indicator, requester, unit
 *   <li>value: Σ over the reports on that form; a total that a body leaves blank is not derived here, so that a total may be
 *       less than the sum of its parts: the measures derive, this table does not
 *   <li>unit: figures of two units (元 and 万元) are two rows, never one sum
 *   <li>n_bodies: bodies with a figure, n_zero of them print 0; n_blank bodies that print none
 * </ul>
 *
 * Figures of the narrative are in no cell of a form.
 */
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
