package org.gongkai.measure;

import org.gongkai.value.Origin;
import org.gongkai.value.Status;

/**
 * One figure of a report, as the sums see it.
 *
 * @param indicator code of the catalogue, or of an open family
 * @param requester applicant column, {@code _T} for the total
 * @param origin where it was stated
 * @param status why the number is or is not there
 * @param isPreferred whether it is the one that counts where a report states it twice
 * @param isNumber whether there is a number; without one {@code millionths} says nothing
 * @param millionths the number, in millionths of its unit
 * @param unit its unit, empty where it has none
 * @param line line of the document
 */
public record Figure(
        String indicator,
        String requester,
        Origin origin,
        Status status,
        boolean isPreferred,
        boolean isNumber,
        long millionths,
        String unit,
        int line) {

    /** The same figure with another number in its place; what could not be read and is now known counts as normal. */
    public Figure corrected(long otherMillionths) {
        return new Figure(
                indicator,
                requester,
                origin,
                isNumber ? status : Status.NORMAL,
                isPreferred,
                true,
                otherMillionths,
                unit,
                line);
    }
}
