package org.gongkai.prose;

import org.gongkai.text.Paragraph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one sentence from left to right and leaves its claims in the memory. */
final class SentenceReader {
    private static final String[] SILENCING = {"change", "views", "cumulative", "partperiod", "plan"};

    /** 历年来没有 says that there is none this year either. */
    private static final String[] SILENCING_ZEROS = {"change", "views", "partperiod", "plan", "lastyear", "except"};

    private static final Tags NEGATIONS = Tags.of("neg", "nofee");
    /** 共1项当事人撤销: with so much behind the figure, the clause before it does not say what is counted. */
    private static final int MOST_UNKNOWN_BEHIND = 2;

    private final Memory memory;
    private final Paragraph paragraph;
    private final String text;
    private final List<Mark> marks;
    private final Ahead ahead;
    private final boolean inBrackets;

    private final Tags said = new Tags();
    private final Tags inClause = new Tags();
    private final List<Span> leads = new ArrayList<>();
    private final PartsCollector collector;
    private List<Mark> open = new ArrayList<>();
    private int openStart;
    private int clauseStart;
    private OptionalInt year = OptionalInt.empty();
    private boolean inParts;
    private final ClaimRecorder recorder;
    private final Coverage coverage;
    /** Measure word of the items that the sentence says were published, empty while it has said none. */
    private String publishedUnit = "";

    private BigDecimal running = BigDecimal.ZERO;
    private int skipTo;
    private boolean usedTail;
    /** {@code 传真申请数:2件}: the label stands before the colon. */
    private boolean afterColon;
    /** Platform that the sentence has named and given no figure of its own. */
    private String waiting = "";

    private final Shares shares = new Shares();

    private SentenceReader(Memory memory, Paragraph paragraph, List<Mark> marks, boolean inBrackets) {
        this.memory = memory;
        this.paragraph = paragraph;
        this.text = paragraph.text();
        this.marks = marks;
        this.ahead = new Ahead(text, marks);
        this.inBrackets = inBrackets;
        this.collector = new PartsCollector(memory);
        this.inParts = inBrackets;
        this.recorder = new ClaimRecorder(memory, paragraph);
        this.coverage = new Coverage(memory, recorder, said);
    }

    /** Reads a sentence of a paragraph that begins at {@code start}. */
    static void read(Memory memory, Paragraph paragraph, List<Mark> marks, int start) {
        new SentenceReader(memory, paragraph, marks, false).run(start);
    }

    private void run(int start) {
        openStart = start;
        clauseStart = start;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (mark.start() < skipTo && mark instanceof Mark.Word) {
                continue;
            }
            if (mark instanceof Mark.Point point) {
                i = point(point, i);
            } else if (mark instanceof Mark.Word word) {
                word(word, i);
            } else if (mark instanceof Mark.Figure figure) {
                figure(figure, i);
            } else {
                if (mark instanceof Mark.Year named
                        && !inParts
                        && (open.isEmpty() || year.isEmpty())
                        && !isCompared(mark)) {
                    year = OptionalInt.of(named.year());
                }
                open.add(mark);
            }
        }
        recorder.clause(new Span(text, openStart, openStart, open));
        collector.close(new Span(text, openStart, openStart, open));
    }

    /** {@code 比2021年增加2起}: the year that the sentence is about stays the one before. */
    private boolean isCompared(Mark mark) {
        return mark.start() > 0 && "比较与同".indexOf(text.charAt(mark.start() - 1)) >= 0;
    }

    private int point(Mark.Point point, int i) {
        switch (point.sign()) {
            case '(' -> {
                int closing = ahead.closing(i);
                if (closing > i) {
                    brackets(i, closing);
                    open.add(new Mark.Silent(point.start(), marks.get(closing).end()));
                    return closing;
                }
            }
            case '、' -> {
                if (open.isEmpty()) {
                    openStart = point.end();
                } else {
                    open.add(point);
                }
            }
            case ',', ';', ':' -> closeClause(point);
            default -> {}
        }
        return i;
    }

    private void brackets(int opening, int closing) {
        List<Mark> inner = marks.subList(opening + 1, closing);
        if (inner.stream().anyMatch(Mark.Figure.class::isInstance)) {
            SentenceReader reader = new SentenceReader(memory, paragraph, inner, true);
            reader.said.addAll(said);
            reader.publishedUnit = publishedUnit;
            String topic = memory.topic;
            reader.run(marks.get(opening).end());
            memory.topic = topic;
        } else {
            Span said =
                    new Span(text, marks.get(opening).end(), marks.get(closing).start(), inner);
            if (said.tags().contains("all")) {
                recorder.allByOneRoute(said);
            }
        }
    }

    private void closeClause(Mark.Point point) {
        Span clause = new Span(text, openStart, point.start(), open);
        afterColon = point.sign() == ':';
        recorder.clause(clause);
        if (point.sign() == ';') {
            leads.clear();
        } else if (!open.isEmpty()) {
            leads.add(clause);
        }
        Places places = Places.of(clause);
        if (places.kind() == Places.Kind.ONE) {
            memory.subject = places.platform();
        } else if (places.kind() == Places.Kind.REJECTED) {
            memory.subject = "";
        }
        open = new ArrayList<>();
        openStart = point.end();
        clauseStart = point.end();
        inClause.clear();
    }

    private void word(Mark.Word word, int i) {
        Tags tags = word.tags();
        if (tags.contains("parts")
                && !(tags.contains("respectively")
                        && Places.listed(spanTo(word.start())).size() > 1)
                && !isObject(tags, word.start())
                && (memory.hasTotal || said.contains("#figure") || tags.contains("among"))) {
            inParts = true;
            collector.open(recorder.lastIndicator());
            restart(word.end());
            return;
        }
        if (tags.meets(NEGATIONS)) {
            negation(word, i);
        }
        if (tags.contains("all")) {
            recorder.allByOneRoute(ahead.tail(i));
        }
        open.add(word);
        said.addAll(tags);
        inClause.addAll(tags);
        memory.hear(tags);
    }

    /** {@code 推送涉及教育、医疗的信息68条}: the verb has begun, so that the word describes its object and opens no parts. */
    private boolean isObject(Set<String> tags, int start) {
        return tags.contains("covering") && Span.hasAny(spanTo(start).tags(), "publish", "receive");
    }

    private void negation(Mark.Word word, int i) {
        Span object = ahead.tail(i);
        if (object.tags().contains("#figure") || Span.hasAny(inClause, SILENCING_ZEROS)) {
            return;
        }
        Span before = spanTo(word.start());
        if (open.isEmpty() && !leads.isEmpty()) {
            before = leads.get(leads.size() - 1);
        }
        Set<String> zeros = word.tags().contains("nofee")
                ? isAboutFees() ? Set.of("fees.collected") : Set.of()
                : Zeros.of(before, word, object, memory);
        recorder.zeros(zeros, word, Years.of(before, year), clauseStart, object.end());
    }

    private boolean isAboutFees() {
        return memory.paragraph.contains(Memory.REQUEST)
                || memory.heading.contains("fee") && memory.heading.contains("infowork");
    }

    private void figure(Mark.Figure figure, int i) {
        boolean countsNothing = figure.unit().isEmpty() && !ahead.endsAtPoint(i);
        if (countsNothing || ahead.isNegatedOne(i) || ahead.isIssuesOfItems(i)) {
            open.add(new Mark.Silent(figure.start(), figure.end()));
            return;
        }
        Span own = new Span(text, openStart, figure.start(), open);
        Span tail = ahead.tailOfFigure(i);
        Span whole = own;
        boolean told = afterColon || !said.contains("#figure") && tail.unknown() <= MOST_UNKNOWN_BEHIND;
        if (own.isFiller() && !leads.isEmpty() && told) {
            whole = leads.get(leads.size() - 1).and(own);
        }
        usedTail = false;
        int from = leads.isEmpty()
                ? whole.start()
                : Math.min(whole.start(), leads.get(0).start());
        if (coverage.isCountedToTheEnd(whole, from)) {
            said.add("cumulative");
        }
        List<String> indicators;
        if (shares.begin(whole, own, ahead.figuresInList(i))) {
            indicators = share(figure, whole);
        } else {
            boolean denied =
                    own.tags().contains("neg") && figure.numeral().amount().signum() != 0;
            boolean silent = denied
                    || silenced(whole.tags())
                    || Coverage.isOfSomeMonths(whole, from)
                    || !inParts && coverage.isOfAllBesideTheYear(whole)
                    || tail.tags().contains("views");
            indicators = silent ? List.of() : indicators(figure, whole, tail, i);
        }
        for (String indicator : indicators) {
            recorder.figure(indicator, figure, whole, tail, year, clauseStart, inParts);
        }
        if (whole.tags().contains("proactive")) {
            publishedUnit = figure.unit();
            memory.publishedUnit = publishedUnit;
        }
        collector.figure(figure, indicators, own, inBrackets, paragraph.lineAt(figure.start()));
        memory.count(whole.tags());
        Places places = Places.of(own);
        if (places.kind() != Places.Kind.NONE || indicators.stream().anyMatch(c -> c.startsWith("channel."))) {
            boolean taken = indicators.stream().anyMatch(c -> c.startsWith("channel."));
            waiting = taken ? "" : places.platform();
        }
        if (places.kind() == Places.Kind.ONE) {
            memory.subject = places.platform();
        }
        running = running.add(figure.numeral().amount());
        said.add("#figure");
        leads.clear();
        restart(usedTail ? tail.end() : figure.end());
        skipTo = usedTail ? tail.end() : 0;
    }

    /** {@code 网站、微信、微博公开的信息分别为120条、88条、45条}: the next one of the list. */
    private List<String> share(Mark.Figure figure, Span whole) {
        boolean published = said.contains("publish") && Vocabulary.get().isUnit(figure.unit(), "item");
        boolean counts = published && !silenced(whole.tags()) && !Span.hasAny(inClause, "category", "column", "follow");
        return shares.next()
                .filter(p -> counts)
                .map(p -> List.of("channel." + p))
                .orElse(List.of());
    }

    private List<String> indicators(Mark.Figure figure, Span whole, Span tail, int i) {
        if (whole.tags().contains("follow")) {
            return followers(figure, whole, i);
        }
        RuleMatcher matcher = new RuleMatcher(memory, ahead, said, inClause);
        List<String> found = matcher.match(figure, i, whole);
        if (found.isEmpty() && !tail.marks().isEmpty()) {
            found = matcher.match(figure, i, whole, tail);
            usedTail = !found.isEmpty();
        }
        if (!found.isEmpty()) {
            String indicator = found.get(0);
            boolean part =
                    inParts && "requests.received".equals(indicator) && !Span.hasAny(inClause, "receive", "newly");
            return indicator.isEmpty() || part || isDisposition(figure, indicator) ? List.of() : found;
        }
        return inSum(figure, whole, "case") && said.contains("receive") && Memory.REQUEST.equals(memory.topic)
                ? List.of("requests.received")
                : publication(figure, whole, tail);
    }

    /**
     * {@code 制作政府信息300条，其中主动公开100条，依申请公开50条，不予公开150条}: how own documents were classified when they were made; nobody
     * has asked for them.
     */
    private boolean isDisposition(Mark.Figure figure, String indicator) {
        boolean asked = Span.hasAny(said, "receive", "reply", "done", "handle")
                || figure.numeral().amount().signum() == 0;
        String published = inParts && publishedUnit.isEmpty() ? memory.publishedUnit : publishedUnit;
        boolean sameItems = !published.isEmpty() && figure.unit().equals(published);
        return !asked
                && (indicator.startsWith("requests.received") || indicator.startsWith("reply."))
                && (said.contains("produce") || sameItems);
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
        if (said.contains("publish") && inSum(figure, whole, "item")) {
            return List.of("publication.total");
        }
        if (coverage.isOfTheYearInAll(figure, whole, inParts, publishedUnit)) {
            return List.of("publication.total");
        }
        Places places = Places.of(whole);
        if (places.kind() == Places.Kind.NONE) {
            Places above = said.contains("#figure") ? Places.NONE : memory.lead;
            places = Lead.before(whole, leads, waiting, above).orElse(above);
        }
        if (places.kind() == Places.Kind.NONE && coverage.isOfTheYearBeside(whole)) {
            places = new Places(Places.Kind.ONE, memory.subject);
        }
        if (isKindBehind(whole, tail) && !Platforms.isSocial(places.platform())) {
            return List.of();
        }
        Span counted =
                new Span(text, figure.start(), figure.end(), List.of(new Mark.Silent(figure.start(), figure.end())));
        Span object = tail.tags().contains("info") && tail.unknown() <= 2
                ? whole.and(counted).and(tail)
                : said.contains("#figure") ? whole : Publication.withVerb(whole);
        return Publication.indicator(
                        object, places, figure.unit(), inParts && !coverage.isTotalInParts(whole.tags()), memory.head)
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
                && running.compareTo(figure.numeral().amount()) == 0
                && Vocabulary.get().isUnit(figure.unit(), units);
    }

    private boolean silenced(Set<String> tags) {
        return Span.hasAny(tags, SILENCING)
                || said.contains("quarter") && !tags.contains("fullyear")
                || tags.contains("accumulated") && said.contains("cumulative") && !tags.contains("fullyear")
                || tags.contains("lastyear") && !tags.contains("carried_in")
                || tags.contains("except");
    }

    private Span spanTo(int end) {
        int first = Math.max(0, open.size() - Ahead.FARTHEST);
        return new Span(text, first == 0 ? openStart : open.get(first).start(), end, open.subList(first, open.size()));
    }

    private void restart(int from) {
        open = new ArrayList<>();
        openStart = from;
    }
}
