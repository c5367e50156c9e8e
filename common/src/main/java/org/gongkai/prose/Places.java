package org.gongkai.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where something was published, as a span names it: nowhere, one platform, several of which the figure is the sum, or
 * places whose figure belongs to nothing that is read (a column of a website, two new media together).
 *
 * <p>{@code 通过政府网站} is one; {@code 政府网站、公报、微博等渠道} is all; {@code 微博微信} and {@code 网站“公示”专栏} are rejected.
 *
 * @param kind which of the four
 * @param platform name of the platform where it is one, else empty
 */
record Places(Kind kind, String platform) {
    enum Kind {
        NONE,
        ONE,
        ALL,
        REJECTED
    }

    private static final Pattern MEDIUM = Pattern.compile("(?:平台|系统|网|群|屏|栏|端|号|[”\"」』])[上中内]?(?:共|累计|共计)?$");
    private static final Pattern EVERY_MEDIUM = Pattern.compile("[各多等]|不同|种种|[两三四五六七八九十]个");

    static final Places NONE = new Places(Kind.NONE, "");
    private static final Places ALL = new Places(Kind.ALL, "");
    private static final Places REJECTED = new Places(Kind.REJECTED, "");
    private static final String PREFIX = "at.";
    private static final Set<String> BESIDE_OTHER = Set.of("other", "press", "notice", "venue", "etc");
    private static final Set<String> NO_CHANNEL = Set.of("press", "notice", "joint", "etc");
    private static final Set<String> WIDE = Set.of("website", "gazette", "venue");

    /** Whether a word with these tags has a say in where something was published. */
    static boolean isNamedBy(Set<String> tags) {
        return tags.stream().anyMatch(t -> t.startsWith(PREFIX))
                || tags.contains("column")
                || tags.contains("intranet")
                || tags.contains("etc_channel");
    }

    /** What a span names, item by item of its lists. */
    static Places of(Span span) {
        if (!namesPlace(span)) {
            return isByUnknownMedium(span) ? REJECTED : NONE;
        }
        Set<String> kinds = new HashSet<>();
        Set<String> item = new HashSet<>();
        boolean open = false;
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Point) {
                closeItem(item, kinds);
            } else if (mark instanceof Mark.Word word) {
                if (word.tags().contains("conj")) {
                    closeItem(item, kinds);
                }
                for (String tag : word.isPlace() ? word.tags() : Set.<String>of()) {
                    if (tag.startsWith(PREFIX)) {
                        item.add(tag.substring(PREFIX.length()));
                    } else if ("column".equals(tag) && open) {
                        // 网站“政府信息公开”专栏 is where a website publishes everything.
                        continue;
                    } else if ("column".equals(tag) || "intranet".equals(tag)) {
                        item.add(tag);
                    } else if ("etc_channel".equals(tag)) {
                        item.add("etc");
                    }
                }
                open = word.tags().contains("infowork");
            }
        }
        closeItem(item, kinds);
        if (isBesideUnknown(span)) {
            kinds.add("etc");
        }
        return judge(kinds);
    }

    private static boolean namesPlace(Span span) {
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Word word && word.isPlace()) {
                return true;
            }
        }
        return false;
    }

    /** {@code 通过“三务公开”平台公开信息154条}, {@code 在“中国·合肥”公开}: a medium that nobody knows; {@code 通过各类平台} is all of them. */
    private static boolean isByUnknownMedium(Span span) {
        int verb = span.last("publish");
        for (int i = verb - 1; i >= 0; i--) {
            if (span.marks().get(i) instanceof Mark.Word word && word.tags().contains("locative")) {
                String medium = span.text()
                        .substring(word.end(), span.marks().get(verb).start())
                        .strip();
                return MEDIUM.matcher(medium).find()
                        && !EVERY_MEDIUM.matcher(medium).find();
            }
        }
        return false;
    }

    /**
     * Whether a platform is listed with something that is no platform: {@code 通过美篇、微信发布}, {@code 政务信息、政务微博共286条},
     * {@code 微信等发布}. The figure is then of all of them.
     */
    private static boolean isBesideUnknown(Span span) {
        for (int i = 0; i < span.marks().size(); i++) {
            if (!isPlatform(span.marks().get(i))) {
                continue;
            }
            int next = i + 1;
            boolean etc = next < span.marks().size()
                    && span.marks().get(next) instanceof Mark.Word word
                    && word.tags().contains("etc")
                    && span.unknownBefore(next) == 0;
            int sign = i - 1;
            while (sign >= 0
                    && span.unknownBefore(sign + 1) == 0
                    && span.marks().get(sign) instanceof Mark.Word word
                    && Span.isFiller(word)
                    && !word.tags().contains("conj")) {
                sign--;
            }
            if (etc
                    || sign >= 0
                            && span.unknownBefore(sign + 1) == 0
                            && isList(span.marks().get(sign))
                            && isOther(span, sign)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlatform(Mark mark) {
        return mark instanceof Mark.Word word
                && word.isPlace()
                && word.tags().stream()
                        .anyMatch(t -> t.startsWith(PREFIX) && !NO_CHANNEL.contains(t.substring(PREFIX.length())));
    }

    private static boolean isList(Mark mark) {
        return mark instanceof Mark.Point point && point.sign() == '、';
    }

    /** Whether the item of a list that ends at the sign names something, and no place. */
    private static boolean isOther(Span span, int sign) {
        int first = sign;
        while (first > 0 && !isList(span.marks().get(first - 1))) {
            first--;
        }
        boolean names = false;
        for (int i = first; i < sign; i++) {
            if (span.marks().get(i) instanceof Mark.Word word) {
                if (word.isPlace()) {
                    return false;
                }
                names |= Span.hasAny(word.tags(), "info", "infowork", "category", "meeting", "press_conference");
            }
        }
        int last = first < sign ? span.unknownBefore(sign) : 0;
        return names || last >= 2;
    }

    /** The platforms of a list one by one, {@code 网站、微信、微博}; empty where an item is not just one platform. */
    static List<String> listed(Span span) {
        List<String> platforms = new ArrayList<>();
        for (Mark mark : span.marks()) {
            if (mark instanceof Mark.Word word && word.isPlace()) {
                List<String> at = word.tags().stream()
                        .filter(t -> t.startsWith(PREFIX))
                        .map(t -> t.substring(PREFIX.length()))
                        .toList();
                if (at.size() > 1
                        || at.stream().anyMatch(NO_CHANNEL::contains)
                        || word.tags().contains("column")) {
                    return List.of();
                }
                platforms.addAll(at);
            }
        }
        return platforms;
    }

    private static void closeItem(Set<String> item, Set<String> kinds) {
        if (item.contains("website") && item.contains("venue")) {
            item.remove("venue");
        }
        if (item.size() == 2 && item.stream().anyMatch(Platforms::isSocial)) {
            // 新媒体微信公众号: which of the new media it was.
            item.remove("joint");
        }
        kinds.addAll(item);
        item.clear();
    }

    private static Places judge(Set<String> kinds) {
        if (kinds.isEmpty()) {
            return NONE;
        }
        if (kinds.contains("column") || kinds.contains("intranet")) {
            return REJECTED;
        }
        if (kinds.size() == 1) {
            String only = kinds.iterator().next();
            if ("venue".equals(only)) {
                return ALL;
            }
            return NO_CHANNEL.contains(only) ? REJECTED : new Places(Kind.ONE, only);
        }
        if (kinds.contains("other") && BESIDE_OTHER.containsAll(kinds)) {
            return new Places(Kind.ONE, "other");
        }
        return kinds.stream().anyMatch(WIDE::contains) ? ALL : REJECTED;
    }
}
