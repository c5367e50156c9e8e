package org.gongkai.jobs.synth;

import java.util.List;
import java.util.Optional;

/**
 * One invented document and what is true of it.
 *
 * @param source its address, unique in the corpus
 * @param title the report's title
 * @param regionCode code of the county of the body; not told to the reader
 * @param body name of the body with its county
 * @param year report year
 * @param form code of the form
 * @param layout how its tables are printed
 * @param publishedOn day of publication, ISO
 * @param isStanding false where a later document of the corpus takes its place
 * @param isBroken whether a sum was made wrong on purpose
 * @param text the document, HTML for {@link Layout#HTML}
 * @param truths every cell of its form and every figure of its sentences
 */
record Invented(
        String source,
        String title,
        String regionCode,
        String body,
        int year,
        String form,
        Layout layout,
        String publishedOn,
        boolean isStanding,
        boolean isBroken,
        String text,
        List<Truth> truths) {
    Invented {
        truths = List.copyOf(truths);
    }

    /** One figure as it stands in the document; without a number where the cell is blank. */
    record Truth(String indicator, String requester, String origin, Optional<Long> value) {}
}
