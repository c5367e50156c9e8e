package org.gongkai.prose;

import java.util.Optional;

/**
 * What a count of published items is a count of.
 *
 * <p>{@code 各类信息} and {@code 预决算等15类政府信息} are information as such, {@code 动态类信息} is one kind of it, and a word that nobody knows
 * before 信息 makes it a kind: a part must not stand for a total.
 */
enum PublishedObject {
    /** Information as such. */
    GENERAL,
    /** One kind of information. */
    CATEGORY,
    /** Nothing: the verb or the place stands directly before the figure. */
    BARE,
    /** Words that are not known. */
    OTHER;

    private static final String PLACE_ENDINGS = "镇乡县市区局街道办委站所旗苏木门关";

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

    /**
     * What is counted.
     *
     * @param whole the words before the figure
     * @param core the same without the examples between its last verb and 等
     * @param places where it was published
     */
    static PublishedObject of(Span whole, Span core, Places places) {
        PublishedObject object = object(core);
        return Platforms.isSocial(places.platform()) ? object : ofList(whole, core, object, places);
    }

    /**
     * {@code 网站发布工作动态、通知公告等信息34条} is information as such, {@code 发布水质、噪声监测等信息34条} is one kind; behind 等 only 各类信息 and
     * 政府信息 take in all the rest.
     */
    private static PublishedObject ofList(Span whole, Span core, PublishedObject object, Places places) {
        int etc = whole.last("etc");
        boolean listed = etc >= 0
                && whole.last("publish") < etc
                && whole.marks().get(etc) instanceof Mark.Word word
                && !word.tags().contains("etc_channel");
        boolean openEnd = listed && object == OTHER && isCountedBehind(whole, etc);
        if (!listed || object == CATEGORY || object == OTHER && !openEnd) {
            return object;
        }
        if (places.kind() == Places.Kind.ONE && Kinds.areGeneral(whole, etc)) {
            return GENERAL;
        }
        boolean all = isStrongObject(core) || saysEvery(core, core.last("info", "infowork") - 1);
        return all || object == BARE ? object : CATEGORY;
    }

    /** {@code 政策文件、工作动态等100余条}: the count follows the list, and what it lists is what is counted. */
    private static boolean isCountedBehind(Span whole, int etc) {
        for (int i = etc + 1; i <= whole.marks().size(); i++) {
            boolean filler =
                    i == whole.marks().size() || whole.marks().get(i) instanceof Mark.Word word && Span.isFiller(word);
            if (!filler || whole.unknownBefore(i) > 0) {
                return false;
            }
        }
        return true;
    }

    private static PublishedObject object(Span core) {
        int info = core.last("info", "infowork");
        int size = core.marks().size();
        if (info < 0 || lastPlace(core) > info) {
            return bare(core);
        }
        for (int i = info + 1; i <= size; i++) {
            if (core.unknownBefore(i) > 0 && !isListed(core, info)) {
                return CATEGORY;
            }
            if (i < size
                    && core.marks().get(i) instanceof Mark.Word word
                    && Span.hasAny(word.tags(), "category", "column")) {
                return CATEGORY;
            }
        }
        if (isStrongObject(core)) {
            return GENERAL;
        }
        return isKind(core, info) ? CATEGORY : GENERAL;
    }

    /** Index of the last word that says where; -1 where none does. */
    static int lastPlace(Span core) {
        int last = -1;
        for (int i = 0; i < core.marks().size(); i++) {
            if (core.marks().get(i) instanceof Mark.Word word
                    && word.tags().stream().anyMatch(t -> t.startsWith("at."))) {
                last = i;
            }
        }
        return last;
    }

    private static PublishedObject bare(Span core) {
        for (int i = core.marks().size(); i > 0; i--) {
            if (core.unknownBefore(i) == 0 && isBracket(core, i - 1)) {
                // 微信(含转发)851条: an explanation
                continue;
            }
            if (core.unknownBefore(i) > 0 || !(core.marks().get(i - 1) instanceof Mark.Word word)) {
                return OTHER;
            }
            if (word.tags().contains("category")) {
                return CATEGORY;
            }
            if (word.tags().contains("publish") || word.tags().stream().anyMatch(t -> t.startsWith("at."))) {
                return BARE;
            }
            if (!Span.isFiller(word) && !Span.hasAny(word.tags(), "total", "etc")) {
                return OTHER;
            }
        }
        return OTHER;
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
    static boolean isKind(Span core, int info) {
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
            return before.filter(PublishedObject::endsKind).isPresent();
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
            if (word.tags().contains("every")) {
                return true;
            }
            i--;
        }
        return false;
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
