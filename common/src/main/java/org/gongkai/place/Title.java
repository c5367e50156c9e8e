package org.gongkai.place;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a title says.
 *
 * @param printed the title on one line, blanks removed
 * @param line 1-based line of its first part, 0 where it was given beside the text
 * @param subject the phrase that names who reports, empty where it names nobody
 * @param year the report year
 * @param years every year that stands as a report year in it; two or more are a finding
 * @param inserted what stands in brackets inside the phrase, with up to four characters before it: {@code 高新区(高港区)} of
 *     医药高新区(高港区)财政局; empty where nothing does
 * @param hints phrases beside the title proper: what stands in brackets, the name of the site
 */
record Title(
        String printed,
        int line,
        Optional<String> subject,
        OptionalInt year,
        List<Integer> years,
        String inserted,
        List<String> hints) {
    Title {
        years = List.copyOf(years);
        hints = List.copyOf(hints);
    }
}
