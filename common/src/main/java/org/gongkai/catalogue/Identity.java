package org.gongkai.catalogue;

import org.gongkai.finding.Severity;

import java.util.List;

/**
 * A relation between figures of one form.
 *
 * @param form the form it belongs to
 * @param id unique, such as {@code 2014-11}
 * @param kind sum, upper_bound, lower_bound_max, subset, soft, column_balance, column_sum, row_sum or between_years
 * @param lhs codes on the left, added up
 * @param op {@code =}, {@code <=}, {@code >=max} or {@code ~}
 * @param rhs codes on the right
 * @param statedOnForm whether the form itself prints it
 * @param severity how much a breach weighs
 * @param note why the strength is what it is
 */
public record Identity(
        String form,
        String id,
        String kind,
        List<String> lhs,
        String op,
        List<String> rhs,
        boolean statedOnForm,
        Severity severity,
        String note) {
    public Identity {
        lhs = List.copyOf(lhs);
        rhs = List.copyOf(rhs);
        if (lhs.isEmpty() || rhs.isEmpty()) {
            throw new IllegalArgumentException("identity " + id + " has an empty side");
        }
    }
}
