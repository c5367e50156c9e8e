package org.gongkai.report;

import org.gongkai.finding.Finding;
import org.gongkai.place.Identification;
import org.gongkai.table.Unmapped;
import org.gongkai.value.Value;

import java.util.List;
import java.util.Objects;

/**
 * What one document says. Immutable.
 *
 * @param identification who reports, where and for which year
 * @param form code of the statutory form, {@code none} without one
 * @param values figures of the tables, then of the prose, in printed order; (indicator, requester, origin) is unique
 * @param unmapped lines inside statutory tables that belong to no cell
 * @param findings rules that the document breaks by itself, each (rule, place) once
 */
public record Report(
        Identification identification,
        String form,
        List<Value> values,
        List<Unmapped> unmapped,
        List<Finding> findings) {
    public Report {
        Objects.requireNonNull(identification, "identification");
        Objects.requireNonNull(form, "form");
        values = List.copyOf(values);
        unmapped = List.copyOf(unmapped);
        findings = List.copyOf(findings);
    }
}
