package org.gongkai.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Figures of published items: in all, or by one channel.
 *
 * <p>What was published has to be information as such ({@code 各类信息}, {@code 预决算等15类政府信息}); a kind of information ({@code 动态类信息40条})
 * is a part of some total and is not read.
 */
final class Publication {
    private static final Tags PUBLISHED_INFO = Tags.of("publish", "proactive", "info", "stronginfo");
    private static final Set<String> LOOSE_UNITS = Set.of("次", "期", "个", "项", "部");
    private static final String[] BLOCKING = {
        "request",
        "apply",
        "receive",
        "reply",
        "done",
        "review",
        "litigation",
        "staff",
        "follow",
        "enquiry",
        "training",
        "hot",
        "event",
        "respond",
        "carried_in",
        "carried_out",
        "complaint",
        "fee",
        "in_force",
        "repeal",
        "hold",
        "adopted",
        "reported"
    };

    private Publication() {}

    /**
     * {@code 全镇政府信息公开566条}: the noun stands for the verb where the count follows it directly.
     *
     * @param whole the words before the first figure of a sentence
     */
    static Span withVerb(Span whole) {
        int last = whole.marks().size() - 1;
        while (last >= 0
                && whole.marks().get(last) instanceof Mark.Word word
                && (Span.isFiller(word) || word.tags().contains("total"))
                && whole.unknownBefore(last + 1) == 0) {
            last--;
        }
        boolean noun = last >= 0
                && whole.unknownBefore(last + 1) == 0
                && whole.marks().get(last) instanceof Mark.Word word
                && word.tags().contains("nominal");
        if (!noun || PublishedObject.isKind(whole, last)) {
            return whole;
        }
        List<Mark> marks = new ArrayList<>(whole.marks());
        Mark verb = marks.get(last);
        marks.set(last, new Mark.Word(verb.start(), verb.end(), PUBLISHED_INFO));
        return new Span(whole.text(), whole.start(), whole.end(), marks);
    }

    /**
     * The indicator of a figure, if it is one of published items.
     *
     * @param whole the words before the figure
     * @param places where the span, or what leads to it, says that it was published
     * @param unit measure word
     * @param inParts whether the figure stands in an enumeration of parts
     * @param head platform of the figure that the parts belong to, empty for none
     */
    static Optional<String> indicator(Span whole, Places places, String unit, boolean inParts, String head) {
        Span core = core(whole);
        Set<String> tags = core.tags();
        boolean publishes = tags.contains("publish");
        if (Span.hasAny(tags, BLOCKING)
                || tags.contains("setup") && !publishes
                || isForwarded(core)
                || tags.contains("others") && core.last("others") > core.last("publish")
                || !Vocabulary.get().isUnit(unit, "item")
                || "个".equals(unit) && !Platforms.hasFilms(places.platform())) {
            return Optional.empty();
        }
        PublishedObject object = PublishedObject.of(whole, core, places);
        return switch (places.kind()) {
            case REJECTED -> Optional.empty();
            case ONE -> channel(core, object, places.platform(), unit, inParts, head, publishes);
            case ALL, NONE ->
                !inParts
                                && publishes
                                && !isIssued(core)
                                && isSaidWhere(core)
                                && !LOOSE_UNITS.contains(unit)
                                && !"份".equals(unit)
                                && (object == PublishedObject.GENERAL
                                        || object == PublishedObject.BARE
                                                && (places.kind() == Places.Kind.ALL
                                                                && core.last("publish")
                                                                        > PublishedObject.lastPlace(core)
                                                        || isPlainVerb(core)))
                        ? Optional.of("publication.total")
                        : Optional.empty();
        };
    }

    /** {@code 转发信息205条}: what others have published. */
    private static boolean isForwarded(Span core) {
        int verb = core.last("publish");
        if (verb < 0
                || !(core.marks().get(verb) instanceof Mark.Word last)
                || !last.tags().contains("forward")) {
            return false;
        }
        return core.marks().stream()
                .noneMatch(m -> m instanceof Mark.Word word
                        && word.tags().contains("publish")
                        && !word.tags().contains("forward"));
    }

    /** {@code 共发文96件}: documents that were issued, whether published or not; on an account it is what was posted. */
    private static boolean isIssued(Span core) {
        int verb = core.last("publish");
        return verb >= 0
                && core.marks().get(verb) instanceof Mark.Word word
                && word.tags().contains("issued");
    }

    private static Optional<String> channel(
            Span core,
            PublishedObject object,
            String platform,
            String unit,
            boolean inParts,
            String head,
            boolean publishes) {
        boolean social = Platforms.isSocial(platform);
        boolean loose = LOOSE_UNITS.contains(unit) && !isItemsOfInformation(core, unit);
        if (inParts && platform.equals(head) || loose && !(social && publishes) || isStock(core, publishes)) {
            return Optional.empty();
        }
        boolean taken = switch (object) {
            case GENERAL -> true;
            case BARE -> publishes || core.unknownBefore(core.marks().size()) == 0;
            case OTHER -> social && publishes && !core.tags().contains("category");
            case CATEGORY -> false;
        };
        return taken ? Optional.of("channel." + platform) : Optional.empty();
    }

    /** {@code 累计网站信息总量为558条}: what has come together there over the years. */
    private static boolean isStock(Span core, boolean publishes) {
        return !publishes && Span.hasAny(core.tags(), "stock") && core.tags().contains("accumulated");
    }

    /** {@code 公开了44项政务信息}, {@code 公开政府信息44项}: not services or projects, which 项 counts as well. */
    private static boolean isItemsOfInformation(Span core, String unit) {
        return "项".equals(unit) && core.tags().contains("stronginfo");
    }

    /** {@code 在信息公开目录发布85条}; {@code 信息公开目录更新85条} may be the name of one part of a website. */
    private static boolean isSaidWhere(Span core) {
        return Span.hasAny(core.tags(), "locative", "proactive", "etc_channel", "total")
                || !core.tags().contains("at.venue");
    }

    /** {@code 主动公开92条}, {@code 累计公开92条}: without an object the verb has to be one that takes all information. */
    private static boolean isPlainVerb(Span core) {
        int verb = core.last("publish");
        return verb >= 0
                && core.marks().get(verb) instanceof Mark.Word word
                && (word.tags().contains("proactive") || core.last("total") >= 0 && core.unknownBefore(verb) == 0);
    }

    /** The span without the examples between its last verb and 等. */
    private static Span core(Span whole) {
        int etc = whole.last("etc");
        if (etc >= 0 && whole.last("publish") < etc) {
            int verb = whole.last("publish");
            Span rest = whole.from(etc);
            return verb < 0
                    ? rest
                    : new Span(
                                    whole.text(),
                                    whole.start(),
                                    whole.marks().get(verb).end(),
                                    whole.marks().subList(0, verb + 1))
                            .and(rest);
        }
        return whole;
    }
}
