package org.gongkai.prose;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which time a count of published items covers: the year of the report, all years together, or some months of one.
 *
 * @param memory what the document has said so far
 * @param recorder what the sentence has claimed so far
 * @param said tags of the sentence so far
 */
record Coverage(Memory memory, ClaimRecorder recorder, Set<String> said) {
    private static final Pattern TO_THE_END = Pattern.compile("[到至止]于?(?:\\d{4}年)?(?:年?底|年?末|12月)");
    private static final Pattern MONTHS =
            Pattern.compile("(?<!\\d)(\\d{1,2})月?(?:份|底|\\d{1,2}日)?[-—–~～至到]+(?:\\d{4}年)?(\\d{1,2})月");

    /** Parts that are a total all the same: what was published of the documents made, or in this year of all years. */
    boolean isTotalInParts(Set<String> tags) {
        boolean ofMade = said.contains("produce") && tags.contains("proactive");
        boolean ofAllYears = said.contains("accumulated")
                && (said.contains("cumulative") && said.contains("info")
                        || recorder.lastIndicator().equals("publication.total")
                        || recorder.lastIndicator().startsWith("channel."))
                && Span.hasAny(tags, "fullyear", "gain")
                && tags.contains("publish");
        return ofMade || ofAllYears;
    }

    /** {@code 微博累计发布4.1万条，…；本年度发布2103条}: still of the same account. */
    boolean isOfTheYearBeside(Span whole) {
        return said.contains("accumulated")
                && (recorder.lastIndicator().startsWith("channel.")
                        || recorder.lastIndicator().startsWith("followers."))
                && whole.tags().contains("fullyear")
                && !whole.tags().contains("proactive")
                && !memory.subject.isEmpty();
    }

    /** {@code 历年累计主动公开信息210条,其中2018年度55条}: what was published of all years, and then in the year of the report. */
    boolean isOfTheYearInAll(Mark.Figure figure, Span whole, boolean inParts, String publishedUnit) {
        boolean year = whole.unknown() == 0
                && whole.marks().stream()
                        .allMatch(m -> m instanceof Mark.Year named
                                        && OptionalInt.of(named.year()).equals(memory.reportYear)
                                || m instanceof Mark.Word word && Span.isFiller(word))
                && whole.marks().stream().anyMatch(Mark.Year.class::isInstance);
        return inParts
                && year
                && said.contains("cumulative")
                && said.contains("publish")
                && said.contains("info")
                && said.stream().noneMatch(t -> t.startsWith("at."))
                && figure.unit().equals(publishedUnit);
    }

    /** {@code 到2017年底累计主动公开401条}: from the beginning on, and not of {@code 截至年底全年累计公开401条}. */
    boolean isCountedToTheEnd(Span span, int from) {
        Set<String> tags = span.tags();
        return tags.contains("accumulated")
                && Span.hasAny(tags, "publish", "info")
                && !Span.hasAny(tags, "fullyear", "follow", "receive", "request")
                && !Span.hasAny(said, "fullyear")
                && TO_THE_END.matcher(span.text()).region(from, span.end()).find();
    }

    /** {@code 2017年公开104条，累计公开552条}: the year has been counted before, so that this is of all years. */
    boolean isOfAllBesideTheYear(Span span) {
        return recorder.lastIndicator().equals("publication.total")
                && span.tags().contains("accumulated")
                && !span.tags().contains("fullyear")
                && Places.of(span).kind() == Places.Kind.NONE;
    }

    /** {@code 7-12月公开1945条}: of some months only, and not of {@code 1月至12月} or {@code 12月至次年11月}. */
    static boolean isOfSomeMonths(Span span, int from) {
        Matcher range = MONTHS.matcher(span.text()).region(from, span.end());
        boolean some = false;
        while (range.find()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            some = Math.floorMod(last - first, 12) != 11;
        }
        return some;
    }
}
