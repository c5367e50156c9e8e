package org.gongkai.prose;

import org.gongkai.text.Paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one sentence from left to right and leaves its claims in the memory. */
final class SentenceReader {
    /** 历年来没有 says that there is none this year either. */
    private static final String[] SILENCING_ZEROS = {"change", "views", "partperiod", "plan", "lastyear", "except"};

    private static final Tags PARTS = Tags.of("parts");
    private static final Tags ALL = Tags.of("all");
    private static final Tags NEGATIONS = Tags.of("neg", "nofee");
    /** 共1项当事人撤销: with so much behind the figure, the clause before it does not say what is counted. */
    private static final int MOST_UNKNOWN_BEHIND = 2;

    private final Memory memory;
    private final Paragraph paragraph;
    private final String text;
    private final List<Mark> marks;
    private final Ahead ahead;
    private final boolean inBrackets;

    private final Utterance sentence = new Utterance();
    private final PartsCollector collector;
    private final ClaimRecorder recorder;
    private final Coverage coverage;
    private final FigureReader figures;

    private List<Mark> open = new ArrayList<>();
    private int openStart;
    private int clauseStart;
    private int skipTo;
    private OptionalInt year = OptionalInt.empty();

    private SentenceReader(Memory memory, Paragraph paragraph, List<Mark> marks, boolean inBrackets) {
        this.memory = memory;
        this.paragraph = paragraph;
        this.text = paragraph.text();
        this.marks = marks;
        this.ahead = new Ahead(text, marks);
        this.inBrackets = inBrackets;
        this.collector = new PartsCollector(memory);
        this.sentence.inParts = inBrackets;
        this.recorder = new ClaimRecorder(memory, paragraph);
        this.coverage = new Coverage(memory, recorder, sentence.said);
        this.figures = new FigureReader(memory, sentence, ahead, coverage, new Shares());
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
                        && !sentence.inParts
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
            reader.sentence.said.addAll(sentence.said);
            reader.sentence.publishedUnit = sentence.publishedUnit;
            String topic = memory.topic;
            reader.run(marks.get(opening).end());
            memory.topic = topic;
        } else {
            Span inside =
                    new Span(text, marks.get(opening).end(), marks.get(closing).start(), inner);
            if (inside.tags().contains("all")) {
                recorder.allByOneRoute(inside);
            }
        }
    }

    private void closeClause(Mark.Point point) {
        Span clause = new Span(text, openStart, point.start(), open);
        sentence.afterColon = point.sign() == ':';
        recorder.clause(clause);
        if (point.sign() == ';') {
            sentence.leads.clear();
        } else if (!open.isEmpty()) {
            sentence.leads.add(clause);
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
        sentence.inClause.clear();
    }

    private void word(Mark.Word word, int i) {
        Tags tags = word.tags();
        if (tags.meets(PARTS)
                && !(tags.contains("respectively")
                        && Places.listed(spanTo(word.start())).size() > 1)
                && !isObject(tags, word.start())
                && (memory.hasTotal || sentence.said.contains("#figure") || tags.contains("among"))) {
            sentence.inParts = true;
            collector.open(recorder.lastIndicator());
            restart(word.end());
            return;
        }
        if (tags.meets(NEGATIONS)) {
            negation(word, i);
        }
        if (tags.meets(ALL)) {
            recorder.allByOneRoute(ahead.tail(i));
        }
        open.add(word);
        sentence.said.addAll(tags);
        sentence.inClause.addAll(tags);
        memory.hear(tags);
    }

    /** {@code 推送涉及教育、医疗的信息68条}: the verb has begun, so that the word describes its object and opens no parts. */
    private boolean isObject(Set<String> tags, int start) {
        return tags.contains("covering") && Span.hasAny(spanTo(start).tags(), "publish", "receive");
    }

    private void negation(Mark.Word word, int i) {
        Span object = ahead.tail(i);
        if (object.tags().contains("#figure") || Span.hasAny(sentence.inClause, SILENCING_ZEROS)) {
            return;
        }
        Span before = spanTo(word.start());
        if (open.isEmpty() && !sentence.leads.isEmpty()) {
            before = sentence.leads.get(sentence.leads.size() - 1);
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
        boolean told =
                sentence.afterColon || !sentence.said.contains("#figure") && tail.unknown() <= MOST_UNKNOWN_BEHIND;
        if (own.isFiller() && !sentence.leads.isEmpty() && told) {
            whole = sentence.leads.get(sentence.leads.size() - 1).and(own);
        }
        int from = sentence.leads.isEmpty()
                ? whole.start()
                : Math.min(whole.start(), sentence.leads.get(0).start());
        if (coverage.isCountedToTheEnd(whole, from)) {
            sentence.said.add("cumulative");
        }
        FigureReader.Counted counted = figures.read(new FigureReader.Place(figure, whole, own, tail, i), from);
        List<String> indicators = counted.indicators();
        for (String indicator : indicators) {
            recorder.figure(indicator, figure, whole, tail, year, clauseStart, sentence.inParts);
        }
        remember(figure, whole, own, indicators);
        restart(counted.byTail() ? tail.end() : figure.end());
        skipTo = counted.byTail() ? tail.end() : 0;
    }

    /** What the next words have to know of a figure. */
    private void remember(Mark.Figure figure, Span whole, Span own, List<String> indicators) {
        if (whole.tags().contains("proactive")) {
            sentence.publishedUnit = figure.unit();
            memory.publishedUnit = figure.unit();
        }
        collector.figure(figure, indicators, own, inBrackets, paragraph.lineAt(figure.start()));
        memory.count(whole.tags());
        Places places = Places.of(sentence.afterColon ? whole : own);
        boolean onChannel = indicators.stream().anyMatch(c -> c.startsWith("channel."));
        if (places.kind() != Places.Kind.NONE || onChannel) {
            sentence.waiting = onChannel ? "" : places.platform();
        }
        if (places.kind() == Places.Kind.ONE) {
            memory.subject = places.platform();
        }
        sentence.running = sentence.running.add(figure.numeral().amount());
        sentence.said.add("#figure");
        sentence.leads.clear();
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
