package org.gongkai.prose;

import java.util.List;
import java.util.Optional;

/**
 * Words that lead to a figure without standing before it: {@code 在市政府门户网站，我局主动公开信息3626条}, {@code (二)政务微博。全年发布105条}.
 */
final class Lead {
    private static final int MOST_UNKNOWN = 4;
    private static final int MOST_UNKNOWN_IN_TITLE = 6;

    private Lead() {}

    /** The place that a clause without figures gives to the next one. */
    static Places ofClause(Span clause) {
        Places places = Places.of(clause);
        if (places.kind() == Places.Kind.NONE || Span.hasAny(clause.tags(), "setup", "category", "follow", "parts")) {
            return Places.NONE;
        }
        int last = lastPlace(clause);
        int preposition = clause.last("locative");
        Span rest = clause.from(last + 1);
        // 主要在网站公开: closed, as the verb stands behind the place or in one word with it.
        boolean ends = rest.unknown() <= MOST_UNKNOWN && clause.last("publish") < last;
        boolean leads = preposition >= 0 && preposition < last || clause.unknown() <= MOST_UNKNOWN;
        return ends && leads ? places : Places.NONE;
    }

    /**
     * The place that the clauses before a figure give to it; empty where they give none.
     *
     * @param whole the words before the figure
     * @param clauses the clauses without figures before these, in order
     * @param waiting platform that the sentence has named and given no figure of its own, empty for none
     * @param above the place that the heading gives
     */
    static Optional<Places> before(Span whole, List<Span> clauses, String waiting, Places above) {
        for (int i = clauses.size() - 1; i >= 0; i--) {
            Places places = ofClause(clauses.get(i));
            if (places.kind() != Places.Kind.NONE) {
                return Optional.of(places);
            }
        }
        if (!waiting.isEmpty()
                && !whole.tags().contains("proactive")
                && whole.tags().contains("post")) {
            return Optional.of(new Places(Places.Kind.ONE, waiting));
        }
        if (!clauses.isEmpty() && whole.tags().contains("push")) {
            Places last = Places.of(clauses.get(clauses.size() - 1));
            if (last.kind() == Places.Kind.ONE && Platforms.isSocial(last.platform())) {
                // 通过公众号公开重点工作、工作动态等，推送信息705条
                return Optional.of(last);
            }
        }
        boolean named =
                clauses.stream().map(Places::of).anyMatch(p -> p.kind() != Places.Kind.NONE && !p.equals(above));
        if (!waiting.isEmpty() && !whole.tags().contains("proactive")) {
            // 网站访问57507次，信息发布286条: of the website, or of all?
            return Optional.of(new Places(Places.Kind.REJECTED, ""));
        }
        // 发挥政府网站作用，全年更新信息2310条: of the website, or of all?
        return named && !whole.tags().contains("proactive")
                ? Optional.of(new Places(Places.Kind.REJECTED, ""))
                : Optional.empty();
    }

    /** The place that a heading gives to the first figure below it; only one place, several say nothing. */
    static Places ofTitle(Span title) {
        Places places = Places.of(title);
        boolean plain = places.kind() == Places.Kind.ONE
                && title.unknown() <= MOST_UNKNOWN_IN_TITLE
                && !Span.hasAny(title.tags(), "setup", "category", "request", "respond", "interview", "others");
        return plain ? places : Places.NONE;
    }

    private static int lastPlace(Span clause) {
        int last = -1;
        for (int i = 0; i < clause.marks().size(); i++) {
            if (clause.marks().get(i) instanceof Mark.Word word
                    && word.tags().stream().anyMatch(t -> t.startsWith("at.") || "etc_channel".equals(t))) {
                last = i;
            }
        }
        return last;
    }
}
