package org.gongkai.prose;

import org.gongkai.text.Paragraph;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Writes down what one sentence claims, and what the memory has to know of it for the next words. Confined to one thread. */
final class ClaimRecorder {
    private final Memory memory;
    private final Paragraph paragraph;
    /** Indicators that the sentence has counted without a year, so that the count may be of all years. */
    private final Set<String> accumulated = new HashSet<>();

    /** Channels that the sentence has counted for the year. */
    private final Set<String> ofTheYear = new HashSet<>();

    private Optional<Claim> received = Optional.empty();
    private String lastIndicator = "";

    ClaimRecorder(Memory memory, Paragraph paragraph) {
        this.memory = memory;
        this.paragraph = paragraph;
    }

    /** The indicator of the latest figure that was taken in this sentence, empty for none. */
    String lastIndicator() {
        return lastIndicator;
    }

    /** Zeros that a word of negation states. */
    void zeros(Set<String> indicators, Mark.Word negation, OptionalInt year, int clauseStart, int end) {
        String text = paragraph.text();
        for (String indicator : indicators) {
            memory.claims.add(new Claim(
                    indicator,
                    BigDecimal.ZERO,
                    false,
                    "",
                    year,
                    0,
                    paragraph.lineAt(negation.start()),
                    text.substring(clauseStart, Math.max(clauseStart, end)).strip(),
                    text.substring(negation.start(), negation.end())));
        }
    }

    /** {@code 收到申请8件，均为信函申请}: all that the sentence has counted as received came by the route that follows. */
    void allByOneRoute(Span tail) {
        if (received.isEmpty()) {
            return;
        }
        for (String route : List.of("in_person", "fax", "online", "letter")) {
            if (tail.tags().contains("route." + route)) {
                received.ifPresent(c -> memory.claims.add(c.about(c.indicator() + "." + route)));
                return;
            }
        }
    }

    /** {@code 收到申请1件，为网上申请}: a clause without a figure that says by which route they came. */
    void clause(Span clause) {
        boolean says = "requests.received".equals(lastIndicator)
                && !clause.marks().isEmpty()
                && clause.unknownBefore(0) == 0
                && clause.marks().get(0) instanceof Mark.Word first
                && first.tags().contains("copula");
        if (says) {
            allByOneRoute(clause);
        }
    }

    /**
     * A figure about an indicator.
     *
     * @param whole the words before it
     * @param tail the words behind it that say what is counted
     * @param year the year that the sentence is about so far
     */
    void figure(
            String indicator,
            Mark.Figure figure,
            Span whole,
            Span tail,
            OptionalInt year,
            int clauseStart,
            boolean inParts) {
        Numeral numeral = figure.numeral();
        if (Years.isOfAnother(whole, memory.reportYear) && !indicator.startsWith("requests.carried")) {
            return;
        }
        OptionalInt about = indicator.startsWith("requests.carried") ? OptionalInt.empty() : Years.of(whole, year);
        String text = paragraph.text();
        Claim claim = new Claim(
                indicator,
                numeral.amount(),
                numeral.approximate(),
                figure.unit(),
                about,
                rank(indicator, numeral, whole, about),
                paragraph.lineAt(figure.start()),
                text.substring(Math.min(clauseStart, whole.start()), Math.max(figure.end(), tail.end()))
                        .strip(),
                text.substring(numeral.start(), numeral.end()));
        memory.claims.add(claim);
        if ("requests.received".equals(indicator)) {
            received = Optional.of(claim);
        }
        remember(indicator, inParts);
    }

    private int rank(String indicator, Numeral numeral, Span whole, OptionalInt about) {
        Set<String> tags = whole.tags();
        boolean ofTheYear = isOfTheYear(indicator, tags, about);
        // 累计 alone may count from the beginning; 全年累计 does not.
        boolean ofAll = tags.contains("accumulated") && !ofTheYear;
        int rank = (tags.contains("total") && (!ofAll || "publication.total".equals(indicator)) ? 1 : 0)
                + (ofTheYear ? 1 : 0)
                - (numeral.approximate() ? 1 : 0);
        if ("publication.total".equals(indicator)) {
            // 截至目前共发布592条，2019年公开60条: what stands there today may be of more than one year.
            rank -= tags.contains("sofar") ? 1 : 0;
            rank += tags.contains("proactive") ? 1 : 0;
            rank -= Places.of(whole).kind() == Places.Kind.ALL ? 1 : 0;
            rank += tags.contains("sum") ? 1 : 0;
            // 累计公开5928条，本年度新增2110条: the sum of all years stands first, the figure of the year is the one asked for.
            rank += memory.ofAllYears && (ofTheYear || tags.contains("gain")) ? 2 : 0;
            memory.ofAllYears |= tags.contains("accumulated") && !tags.contains("fullyear");
        }
        if (accumulated.contains(indicator) && tags.contains("fullyear")) {
            rank += 2;
        } else if (tags.contains("accumulated") && !tags.contains("fullyear")) {
            accumulated.add(indicator);
        }
        return rank;
    }

    /** {@code 全年政务网发布142条，官方网站发布1175条}: what the sentence says of the one site it says of the other. */
    private boolean isOfTheYear(String indicator, Set<String> tags, OptionalInt about) {
        boolean said = tags.contains("fullyear") || about.isPresent() && about.equals(memory.reportYear);
        if (said && indicator.startsWith("channel.")) {
            ofTheYear.add(indicator);
        }
        return said || ofTheYear.contains(indicator) && !tags.contains("accumulated");
    }

    private void remember(String indicator, boolean inParts) {
        lastIndicator = indicator;
        String family = indicator.substring(0, indicator.indexOf('.'));
        switch (family) {
            case "requests", "reply" -> memory.topic = Memory.REQUEST;
            case "channel", "followers" -> {
                memory.topic = Memory.PUBLICATION;
                memory.subject = indicator.substring(family.length() + 1);
            }
            case "publication" ->
                memory.topic = "publication.total".equals(indicator) ? Memory.PUBLICATION : memory.topic;
            default -> {}
        }
        if (!inParts) {
            memory.hasTotal = true;
            memory.head = "channel".equals(family) ? memory.subject : "";
        }
    }
}
