package org.gongkai.text;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was given as data beside the text, by a crawler or a database: evidence as good as its source, and used
 * before what the text says of itself.
 *
 * @param source where the document comes from: a file, {@code archive.zip!/a.txt}, {@code file.jsonl#12} or an address
 * @param title the title as the site lists it
 * @param publisher the body that published it
 * @param regionCode GB/T 2260 code, six digits
 * @param reportYear the year it reports on
 * @param publishedOn the day it was published
 */
public record Particulars(
        String source,
        Optional<String> title,
        Optional<String> publisher,
        Optional<String> regionCode,
        OptionalInt reportYear,
        Optional<LocalDate> publishedOn) {
    public Particulars {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(regionCode, "regionCode");
        Objects.requireNonNull(reportYear, "reportYear");
        Objects.requireNonNull(publishedOn, "publishedOn");
    }

    /** Nothing but the place it comes from. */
    public static Particulars ofSource(String source) {
        return new Particulars(
                source, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
    }
}
