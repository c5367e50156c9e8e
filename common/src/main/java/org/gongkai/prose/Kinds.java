package org.gongkai.prose;

import org.gongkai.reference.Reference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists of kinds of information: {@code 工作动态、通知公告、政策解读等} describes all that an office publishes, {@code 水质监测、噪声监测等} one of its
 * subjects. Which kinds every office has is data ({@code data/reference/prose/kinds.json}).
 */
final class Kinds {
    /** Longest first: of two that fit, the longer one is the suffix. */
    private static final List<String> SUFFIXES = List.of("等信息", "类信息", "信息", "情况", "内容", "类");

    private static final String SEPARATORS = "[、,和及与]|以及|等";
    private static final Set<String> GENERAL = read();

    private Kinds() {}

    /**
     * Whether a list names the kinds that every office publishes: at least two of them, and more of them than of
     * others.
     *
     * @param list the words between the verb and 等
     */
    static boolean areGeneral(String list) {
        int general = 0;
        int others = 0;
        for (String item : list.split(SEPARATORS)) {
            String kind = bare(item);
            if (!kind.isEmpty()) {
                boolean known = GENERAL.contains(kind);
                general += known ? 1 : 0;
                others += known ? 0 : 1;
            }
        }
        return general >= 2 && general > others;
    }

    /** Whether the list between the last verb or place and the word 等 names them. */
    static boolean areGeneral(Span whole, int etc) {
        int first = whole.last("publish");
        for (int i = Math.max(0, first); i < etc; i++) {
            if (whole.marks().get(i) instanceof Mark.Word word && word.isPlace()) {
                first = i;
            }
        }
        int from = first < 0 ? whole.start() : whole.marks().get(first).end();
        return areGeneral(whole.text().substring(from, whole.marks().get(etc).start()));
    }

    /** {@code 了我局工作动态类信息} is 工作动态: without the fillers before it and the word for information behind it. */
    private static String bare(String item) {
        String kind = item.replace(" ", "");
        for (String suffix : SUFFIXES) {
            if (kind.endsWith(suffix) && GENERAL.contains(kind.substring(0, kind.length() - suffix.length()))) {
                kind = kind.substring(0, kind.length() - suffix.length());
            }
        }
        int from = 0;
        while (from < kind.length() && !GENERAL.contains(kind.substring(from))) {
            int end = Vocabulary.get()
                    .wordAt(kind, from)
                    .filter(Span::isFiller)
                    .map(Mark.Word::end)
                    .orElse(from);
            if (end == from) {
                return kind;
            }
            from = end;
        }
        return kind.substring(from);
    }

    private static Set<String> read() {
        Set<String> kinds = new HashSet<>();
        Reference.json("prose/kinds.json").path("kinds").forEach(kind -> kinds.add(kind.asText()));
        return Set.copyOf(kinds);
    }
}
