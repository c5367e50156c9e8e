package org.gongkai.prose;

import java.util.List;
import java.util.Set;

/**
 * Tells what a figure of a sentence counts.
 *
 * @param memory what the document has said
 * @param sentence what the sentence has said
 * @param ahead what is still to come
 * @param coverage which years its figures cover
 * @param shares the list that gives one figure each to several platforms
 */
record FigureReader(Memory memory, Utterance sentence, Ahead ahead, Coverage coverage, Shares shares) {
    private static final String[] SILENCING = {"change", "views", "cumulative", "partperiod", "plan"};

    private static final Counted NOTHING = new Counted(List.of(), false);

    /**
     * What a figure counts.
     *
     * @param indicators codes, empty where it counts nothing that is read
     * @param byTail whether the words behind it say so
     */
    record Counted(List<String> indicators, boolean byTail) {}

    /** A figure with the words around it: {@code whole} and {@code own} before it, {@code tail} behind; it is mark {@code at}. */
    record Place(Mark.Figure figure, Span whole, Span own, Span tail, int at) {}

    /** What a figure counts; {@code from} is where the clauses begin that lead to it. */
    Counted read(Place place, int from) {
        Span whole = place.whole();
        if (shares.begin(whole, place.own(), ahead.figuresInList(place.at()))) {
            return new Counted(share(place.figure(), whole), false);
        }
        boolean denied = place.own().tags().contains("neg")
                && place.figure().numeral().amount().signum() != 0;
        boolean silent = denied
                || silenced(whole.tags())
                || Coverage.isOfSomeMonths(whole, from)
                || !sentence.inParts && coverage.isOfAllBesideTheYear(whole)
                || place.tail().tags().contains("views")
                || !whole.tags().contains("fullyear") && ahead.isBesideGain(place.at());
        return silent ? NOTHING : indicators(place);
    }

    /** {@code 网站、微信、微博公开的信息分别为120条、88条、45条}: the next one of the list. */
    private List<String> share(Mark.Figure figure, Span whole) {
        boolean published =
                sentence.said.contains("publish") && Vocabulary.get().isUnit(figure.unit(), "item");
        boolean counts =
                published && !silenced(whole.tags()) && !Span.hasAny(sentence.inClause, "category", "column", "follow");
        return shares.next()
                .filter(p -> counts)
                .map(p -> List.of("channel." + p))
                .orElse(List.of());
    }

    private Counted indicators(Place place) {
        Mark.Figure figure = place.figure();
        Span whole = place.whole();
        if (whole.tags().contains("follow")) {
            return new Counted(followers(figure, whole, place.at()), false);
        }
        RuleMatcher matcher = new RuleMatcher(memory, ahead, sentence.said, sentence.inClause);
        List<String> found = matcher.match(figure, place.at(), whole);
        boolean byTail = false;
        if (found.isEmpty() && !place.tail().marks().isEmpty()) {
            found = matcher.match(figure, place.at(), whole, place.tail());
            byTail = !found.isEmpty();
        }
        if (!found.isEmpty()) {
            String indicator = found.get(0);
            boolean part = sentence.inParts
                    && "requests.received".equals(indicator)
                    && !Span.hasAny(sentence.inClause, "receive", "newly");
            boolean none = indicator.isEmpty() || part || isDisposition(figure, indicator);
            return new Counted(none ? List.of() : found, byTail);
        }
        boolean received = inSum(figure, whole, "case")
                && sentence.said.contains("receive")
                && Memory.REQUEST.equals(memory.topic);
        return new Counted(received ? List.of("requests.received") : publication(figure, whole, place.tail()), false);
    }

    /**
     * {@code 制作政府信息300条，其中主动公开100条，依申请公开50条，不予公开150条}: how own documents were classified when they were made; nobody
     * has asked for them.
     */
    private boolean isDisposition(Mark.Figure figure, String indicator) {
        boolean asked = Span.hasAny(sentence.said, "receive", "reply", "done", "handle")
                || figure.numeral().amount().signum() == 0;
        String published =
                sentence.inParts && sentence.publishedUnit.isEmpty() ? memory.publishedUnit : sentence.publishedUnit;
        boolean sameItems = !published.isEmpty() && figure.unit().equals(published);
        return !asked
                && (indicator.startsWith("requests.received") || indicator.startsWith("reply."))
                && (sentence.said.contains("produce") || sameItems);
    }

    private List<String> followers(Mark.Figure figure, Span whole, int i) {
        boolean countable = Vocabulary.get().isUnit(figure.unit(), "person")
                || figure.unit().isEmpty() && ahead.endsAtPoint(i);
        if (!countable || whole.tags().contains("gain")) {
            return List.of();
        }
        Places places = Places.of(whole);
        String platform = places.kind() == Places.Kind.NONE ? memory.subject : places.platform();
        boolean has =
                !platform.isEmpty() && !Set.of("website", "gazette", "other").contains(platform);
        return has ? List.of("followers." + platform) : List.of();
    }

    private List<String> publication(Mark.Figure figure, Span whole, Span tail) {
        if (Span.hasAny(tail.tags(), "category", "column", "enquiry")) {
            return List.of();
        }
        if (sentence.said.contains("publish") && inSum(figure, whole, "item")) {
            return List.of("publication.total");
        }
        if (coverage.isOfTheYearInAll(figure, whole, sentence.inParts, sentence.publishedUnit)) {
            return List.of("publication.total");
        }
        Places places = Places.of(whole);
        if (places.kind() == Places.Kind.NONE) {
            Places above = sentence.said.contains("#figure") ? Places.NONE : memory.lead;
            places = Lead.before(whole, sentence.leads, sentence.waiting, above).orElse(above);
        }
        if (places.kind() == Places.Kind.NONE && coverage.isOfTheYearBeside(whole)) {
            places = new Places(Places.Kind.ONE, memory.subject);
        }
        if (isKindBehind(whole, tail) && !Platforms.isSocial(places.platform())) {
            return List.of();
        }
        Span counted = new Span(
                whole.text(), figure.start(), figure.end(), List.of(new Mark.Silent(figure.start(), figure.end())));
        Span object = tail.tags().contains("info") && tail.unknown() <= 2
                ? whole.and(counted).and(tail)
                : sentence.said.contains("#figure") ? whole : Publication.withVerb(whole);
        boolean inParts = sentence.inParts && !coverage.isTotalInParts(whole.tags());
        return Publication.indicator(object, places, figure.unit(), inParts, memory.head)
                .map(List::of)
                .orElse(List.of());
    }

    /** {@code 共发布10条政策类文件}: what is counted stands behind, and is one kind. */
    private static boolean isKindBehind(Span whole, Span tail) {
        return tail.unknown() >= 2 && !tail.tags().contains("info") && !Span.hasAny(whole.tags(), "info", "infowork");
    }

    /** {@code 基础信息135条，项目信息5条，水利信息81条，合计共221条}: the sum of what the sentence has counted. */
    private boolean inSum(Mark.Figure figure, Span whole, String units) {
        return whole.tags().contains("sum")
                && whole.unknown() == 0
                && sentence.running.compareTo(figure.numeral().amount()) == 0
                && Vocabulary.get().isUnit(figure.unit(), units);
    }

    private boolean silenced(Set<String> tags) {
        Tags said = sentence.said;
        return Span.hasAny(tags, SILENCING)
                || said.contains("quarter") && !tags.contains("fullyear")
                || tags.contains("accumulated") && said.contains("cumulative") && !tags.contains("fullyear")
                || tags.contains("lastyear") && !tags.contains("carried_in")
                || tags.contains("except");
    }
}
