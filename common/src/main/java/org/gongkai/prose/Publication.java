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
    private static final String PLACE_ENDINGS = "镇乡县市区局街道办委站所旗苏木门";
    private static final Tags PUBLISHED_INFO = Tags.of("publish", "proactive", "info", "stronginfo");
    private static final Set<String> EVERY = Set.of("各类", "各种", "各项", "各方面", "等各类");
    private static final Set<String> SOCIAL = Set.of(
            "weibo", "wechat", "douyin", "kuaishou", "toutiao", "video_account", "app", "bilibili", "xiaohongshu");
    /** Where what is published is a film, and films are counted by piece. */
    private static final Set<String> VIDEO = Set.of("douyin", "kuaishou", "video_account", "bilibili");

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
        "adopted"
    };

    /** What may stand directly before the word for information and leaves it information as such. */
    private static final String[] BEFORE_INFORMATION = {
        "publish",
        "produce",
        "info",
        "infowork",
        "etc",
        "total",
        "locative",
        "gain",
        "quant",
        "fullyear",
        "copula",
        "respectively"
    };

    private Publication() {}

    /** Whether a platform is one of new media, whose account posts and is followed. */
    static boolean isSocial(String platform) {
        return SOCIAL.contains(platform);
    }

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
        if (!noun || isKind(whole, last)) {
            return whole;
        }
        List<Mark> marks = new ArrayList<>(whole.marks());
        Mark verb = marks.get(last);
        marks.set(last, new Mark.Word(verb.start(), verb.end(), PUBLISHED_INFO));
        return new Span(whole.text(), whole.start(), whole.end(), marks);
    }

    private enum Object {
        /** Information as such. */
        GENERAL,
        /** One kind of information. */
        CATEGORY,
        /** Nothing: the verb or the place stands directly before the figure. */
        BARE,
        /** Words that are not known. */
        OTHER
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
                || "个".equals(unit) && !VIDEO.contains(places.platform())) {
            return Optional.empty();
        }
        Object object = isSocial(places.platform()) ? object(core) : ofList(whole, core, object(core), places);
        return switch (places.kind()) {
            case REJECTED -> Optional.empty();
            case ONE -> channel(core, object, places.platform(), unit, inParts, head, publishes);
            case ALL, NONE ->
                !inParts
                                && publishes
                                && isSaidWhere(core)
                                && !LOOSE_UNITS.contains(unit)
                                && !"份".equals(unit)
                                && (object == Object.GENERAL
                                        || object == Object.BARE
                                                && (places.kind() == Places.Kind.ALL
                                                                && core.last("publish") > lastPlace(core)
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

    private static Optional<String> channel(
            Span core, Object object, String platform, String unit, boolean inParts, String head, boolean publishes) {
        boolean social = isSocial(platform);
        boolean loose = LOOSE_UNITS.contains(unit) && !isItemsOfInformation(core, unit);
        if (inParts && platform.equals(head) || loose && !(social && publishes)) {
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

    /**
     * {@code 网站发布工作动态、通知公告等信息34条} is information as such, {@code 发布水质、噪声监测等信息34条} is one kind; behind 等 only 各类信息 and
     * 政府信息 take in all the rest.
     */
    private static Object ofList(Span whole, Span core, Object object, Places places) {
        int etc = whole.last("etc");
        boolean listed = etc >= 0
                && whole.last("publish") < etc
                && whole.marks().get(etc) instanceof Mark.Word word
                && !word.tags().contains("etc_channel");
        if (!listed || object == Object.CATEGORY || object == Object.OTHER) {
            return object;
        }
        if (places.kind() == Places.Kind.ONE && Kinds.areGeneral(whole, etc)) {
            return Object.GENERAL;
        }
        boolean all = isStrongObject(core) || saysEvery(core, core.last("info", "infowork") - 1);
        return all || object == Object.BARE ? object : Object.CATEGORY;
    }

    private static Object object(Span core) {
        int info = core.last("info", "infowork");
        int size = core.marks().size();
        if (info < 0 || lastPlace(core) > info) {
            return bare(core);
        }
        for (int i = info + 1; i <= size; i++) {
            if (core.unknownBefore(i) > 0 && !isListed(core, info)) {
                return Object.CATEGORY;
            }
            if (i < size
                    && core.marks().get(i) instanceof Mark.Word word
                    && Span.hasAny(word.tags(), "category", "column")) {
                return Object.CATEGORY;
            }
        }
        if (isStrongObject(core)) {
            return Object.GENERAL;
        }
        return isKind(core, info) ? Object.CATEGORY : Object.GENERAL;
    }

    private static int lastPlace(Span core) {
        int last = -1;
        for (int i = 0; i < core.marks().size(); i++) {
            if (core.marks().get(i) instanceof Mark.Word word
                    && word.tags().stream().anyMatch(t -> t.startsWith("at."))) {
                last = i;
            }
        }
        return last;
    }

    private static Object bare(Span core) {
        for (int i = core.marks().size(); i > 0; i--) {
            if (core.unknownBefore(i) > 0 || !(core.marks().get(i - 1) instanceof Mark.Word word)) {
                return Object.OTHER;
            }
            if (word.tags().contains("category")) {
                return Object.CATEGORY;
            }
            if (word.tags().contains("publish") || word.tags().stream().anyMatch(t -> t.startsWith("at."))) {
                return Object.BARE;
            }
            if (!Span.isFiller(word) && !Span.hasAny(word.tags(), "total", "etc")) {
                return Object.OTHER;
            }
        }
        return Object.OTHER;
    }

    /** {@code 公布政府信息、工作动态信息128条}: the object as such comes first, others are listed behind it. */
    private static boolean isStrongObject(Span core) {
        int verb = core.last("publish");
        for (int i = Math.max(0, verb); i < core.marks().size(); i++) {
            if (core.marks().get(i) instanceof Mark.Word word
                    && word.tags().contains("stronginfo")
                    && (i == verb && !isNamedAfterVerb(core, i) || !isKind(core, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListed(Span core, int info) {
        return isStrongObject(core)
                && core.marks().subList(0, info).stream()
                        .anyMatch(m -> m instanceof Mark.Point point && point.sign() == '、');
    }

    /** Whether unknown words, or the name of a kind, stand directly before the word for information. */
    private static boolean isKind(Span core, int info) {
        boolean verb =
                core.marks().get(info) instanceof Mark.Word self && self.tags().contains("publish");
        if (verb && !isNamedAfterVerb(core, info)) {
            return false;
        }
        int first = info;
        while (first > 0
                && core.unknownBefore(first) == 0
                && (isPlain(core.marks().get(first - 1)) || isBracket(core, first - 1))) {
            first--;
        }
        int unknown = core.unknownBefore(first);
        Optional<Mark> before =
                first == 0 ? Optional.empty() : Optional.of(core.marks().get(first - 1));
        if (unknown == 0) {
            return before.filter(Publication::endsKind).isPresent();
        }
        if (before.filter(m -> m instanceof Mark.Word word && word.tags().contains("etc"))
                .isPresent()) {
            return unknown > 4;
        }
        boolean strong =
                core.marks().get(info) instanceof Mark.Word word && Span.hasAny(word.tags(), "stronginfo", "infowork");
        String gap = core.text()
                .substring(
                        first == 0 ? core.start() : core.marks().get(first - 1).end(),
                        first == core.marks().size()
                                ? core.end()
                                : core.marks().get(first).start())
                .strip();
        boolean name = !gap.isEmpty() && PLACE_ENDINGS.indexOf(gap.charAt(gap.length() - 1)) >= 0;
        boolean own = name && gap.length() <= 2 && core.tags().contains("proactive");
        boolean dynamic = gap.endsWith("动态") && gap.length() <= 4;
        boolean every = (first > 0 && "动态".equals(gap)
                        || gap.length() <= 4 && core.tags().contains("proactive"))
                && saysEvery(core, first - 1);
        return !(strong && name) && !own && !every && !(dynamic && core.last("at.wechat", "at.weibo") >= 0);
    }

    /** {@code 公布三务公开信息180条}: the verb came before, so that 公开 belongs to the name of a kind. */
    private static boolean isNamedAfterVerb(Span core, int info) {
        return core.unknownBefore(info) > 0
                && !(core.marks().get(info) instanceof Mark.Word self
                        && self.tags().contains("proactive"))
                && core.marks().subList(0, info).stream()
                        .anyMatch(
                                m -> m instanceof Mark.Word word && word.tags().contains("publish"));
    }

    /** {@code 空气质量指数(AQI)信息}: the kind stands before the bracket. */
    private static boolean isBracket(Span core, int mark) {
        return core.marks().get(mark) instanceof Mark.Silent silent
                && core.text().charAt(silent.start()) == '(';
    }

    /** {@code 各类政府交通运输信息}: 各类 stands before, with fillers between at most. */
    private static boolean saysEvery(Span core, int mark) {
        int i = mark;
        while (i >= 0
                && core.marks().get(i) instanceof Mark.Word word
                && (Span.isFiller(word) || word.tags().contains("etc"))) {
            if (EVERY.contains(markedText(core, i))) {
                return true;
            }
            i--;
        }
        return false;
    }

    private static String markedText(Span span, int mark) {
        return span.text()
                .substring(
                        span.marks().get(mark).start(), span.marks().get(mark).end());
    }

    private static boolean isPlain(Mark mark) {
        return mark instanceof Mark.Word word
                && Span.isFiller(word)
                && !Span.hasAny(word.tags(), "conj", "etc", "publish", "category");
    }

    /**
     * The name of a kind, or a list of kinds that 等 does not open to all the others: any word that neither publishes, nor
     * says where, nor how many.
     */
    private static boolean endsKind(Mark mark) {
        return mark instanceof Mark.Point point && point.sign() == '、'
                || mark instanceof Mark.Word word
                        && (Span.hasAny(word.tags(), "category", "conj", "business")
                                || !word.isPlace() && !Span.hasAny(word.tags(), BEFORE_INFORMATION));
    }
}
