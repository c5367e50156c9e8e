package org.gongkai.prose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Zeros in words: {@code 未收到政府信息公开申请}, {@code 无行政复议、行政诉讼}, {@code 政府信息公开申请：无}.
 *
 * <p>A zero is one only where the negated thing is the request, review or lawsuit as such; {@code 没有逾期答复的申请} and {@code
 * 无行政复议纠错情况} deny a part and say nothing about the whole.
 */
final class Zeros {
    private static final String REQUESTS = "requests.received";
    private static final String REVIEWS = "review.total";
    private static final String LAWSUITS = "litigation.total";
    private static final String COMPLAINTS = "complaints.total";
    private static final String[] PART_ONLY = {
        "partial_object",
        "business",
        "denied",
        "partial",
        "granted",
        "reply",
        "done",
        "extended",
        "others",
        "enquiry",
        "full_time",
        "issue",
        "upheld",
        "corrected",
        "pending"
    };

    /** 部分单位没有专职人员, and the like: with so many unknown words around it, it may be said of others. */
    private static final int MOST_UNKNOWN = 4;

    private Zeros() {}

    /**
     * The indicators that a negation sets to zero.
     *
     * @param before the clause up to the negation
     * @param negation the word that denies
     * @param object what is negated, up to the end of the clause
     * @param memory the heading, for {@code 本年度无。}, and what the paragraph is about
     */
    static Set<String> of(Span before, Mark.Word negation, Span object, Memory memory) {
        Set<String> heading = memory.heading;
        Set<String> tags = tagsOf(object);
        for (ZeroRule rule : ZeroRule.every()) {
            boolean told = !rule.plain() || before.unknown() <= MOST_UNKNOWN && object.unknown() <= MOST_UNKNOWN;
            if (told && rule.fits(tags, memory)) {
                return Set.copyOf(rule.indicators());
            }
        }
        if (negation.tags().contains("toward")) {
            // 未对依申请公开…收取费用: what follows is not what there is none of.
            return Set.of();
        }
        if (tags.contains("requester.organisation") && !tags.contains("requester.person")) {
            // 未收到法人或其他组织的申请: others may have asked.
            return Set.of();
        }
        boolean andDenied = tags.contains("denied") && isListed(object);
        if (andDenied) {
            // 没有依申请公开和不予公开的信息: the requests, and what was denied of them.
            tags.remove("denied");
        }
        if (Span.hasAny(isCaused(object) ? tagsOf(object.from(object.last("cause") + 1)) : tags, PART_ONLY)) {
            return Set.of();
        }
        Set<String> zeros = about(object);
        if (!zeros.isEmpty() || tags.contains("apply")) {
            return zeros.isEmpty() ? fromSurroundings(object, memory) : zeros;
        }
        if (!isGeneric(object)) {
            return Set.of();
        }
        Set<String> earlier = tagsOf(before);
        if (Span.hasAny(earlier, PART_ONLY)) {
            return Set.of();
        }
        zeros = about(before);
        if (zeros.isEmpty() && isReceived(before)) {
            return Set.of(REQUESTS);
        }
        if (zeros.isEmpty()
                && before.unknown() <= 8
                && !Span.hasAny(earlier, "publish", "info", "category", "column")) {
            return fromHeading(heading);
        }
        return zeros;
    }

    /** Its tags; 申请人 counts persons where a number follows, and only says who acts where something is denied. */
    private static Set<String> tagsOf(Span span) {
        Set<String> tags = new Tags();
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Word word && !word.tags().contains("actor")) {
                tags.addAll(word.tags());
            }
        }
        return tags;
    }

    /** {@code 因答复不当引起的行政复议}: what was answered is only why. */
    private static boolean isCaused(Span object) {
        return object.last("cause") >= 0 && object.last("cause") < object.last("review", "litigation");
    }

    /** {@code 没有收到书面申请} where the heading or the paragraph is about requests for information. */
    private static Set<String> fromSurroundings(Span object, Memory memory) {
        Set<String> found = fromHeading(memory.heading);
        boolean plain = object.unknown() <= 2 && memory.paragraph.contains(Memory.REQUEST);
        return found.isEmpty() && plain ? Set.of(REQUESTS) : found;
    }

    /** {@code 受理申请为零}. */
    private static boolean isReceived(Span before) {
        Set<String> tags = before.tags();
        return tags.contains("receive")
                && tags.contains("apply")
                && before.unknown() <= 2
                && !Span.hasAny(tags, "business", "enquiry", "review", "litigation");
    }

    /** What a span names as a whole. */
    private static Set<String> about(Span span) {
        Set<String> tags = span.tags();
        Set<String> found = new LinkedHashSet<>();
        boolean cases = Span.hasAny(tags, "review", "litigation");
        if (tags.contains("route")) {
            for (String route : List.of("in_person", "fax", "online", "letter")) {
                if (tags.contains("route." + route) && tags.contains("apply")) {
                    found.add(REQUESTS + "." + route);
                }
            }
            return found;
        }
        boolean asks = Span.hasAny(tags, "request", "want")
                || tags.contains("apply") && Span.hasAny(tags, "info", "infowork", "publish");
        if (asks && (!cases || isListed(span))) {
            found.add(REQUESTS);
        }
        if (tags.contains("review")) {
            found.add(REVIEWS);
        }
        if (tags.contains("litigation")) {
            found.add(LAWSUITS);
        }
        if (tags.contains("complaint") && (cases || tags.contains("infowork"))) {
            found.add(COMPLAINTS);
        }
        return found;
    }

    /** {@code 申请、行政复议和诉讼}, not {@code 因申请引起的行政复议}. */
    private static boolean isListed(Span span) {
        int request = span.last("request", "apply");
        int cause = span.last("cause");
        if (request < 0 || cause >= 0 && cause < request) {
            return false;
        }
        List<Mark> marks = span.marks();
        Mark next = request + 1 < marks.size() ? marks.get(request + 1) : marks.get(request);
        boolean comma = next instanceof Mark.Point;
        boolean and = next instanceof Mark.Word word && word.tags().contains("conj");
        return (comma || and) && span.unknownBefore(request + 1) == 0;
    }

    private static Set<String> fromHeading(Set<String> heading) {
        Set<String> found = new LinkedHashSet<>();
        if (Span.hasAny(heading, "review", "litigation")) {
            if (heading.contains("review")) {
                found.add(REVIEWS);
            }
            if (heading.contains("litigation")) {
                found.add(LAWSUITS);
            }
        } else if (heading.contains("request")) {
            found.add(REQUESTS);
        }
        return found;
    }

    /** Nothing, or words that stand for anything: 此类情况, 发生, 相关事项. */
    private static boolean isGeneric(Span object) {
        String said = object.text().substring(object.start(), object.end());
        int han = Span.hanBetween(said, 0, said.length());
        return han == 0
                || han <= 8
                        && (said.contains("此") || said.contains("该") || said.contains("相关情况") || said.contains("有关情况"))
                || han <= 2 && (said.contains("发生") || said.contains("情况") || said.contains("件"));
    }
}
