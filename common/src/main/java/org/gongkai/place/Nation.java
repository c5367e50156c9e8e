package org.gongkai.place;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells ministries and other bodies of the nation from bodies that only leave their place out. Stateless. */
final class Nation {
    private static final Set<String> BODIES = Set.copyOf(Words.list("national_bodies"));
    private static final List<String> WORDS = Words.list("national_words");
    private static final List<String> ORGANS = Words.list("organ_prefixes");
    private static final Pattern ORGAN = Pattern.compile("(?:局|部|署|委员会|委|会|院|办|办公厅|办公室|总社)$");

    private Nation() {}

    /** 自然资源部, 国家税务总局, 国务院办公厅; not 国家统计局宁夏调查总队, which names a place. */
    static boolean reports(Subject subject) {
        String stem = subject.stem();
        if (!subject.chains().isEmpty()
                || !subject.town().isEmpty()
                || !subject.zone().isEmpty()
                || stem.isEmpty()) {
            return false;
        }
        if (BODIES.contains(stem) || stem.endsWith("总局") || stem.endsWith("总署")) {
            return true;
        }
        boolean ofMinistry = WORDS.stream().anyMatch(stem::startsWith)
                || ORGANS.stream().anyMatch(o -> stem.startsWith(o) && stem.length() > o.length());
        return ofMinistry && ORGAN.matcher(stem).find() && !namesPlace(stem);
    }

    private static boolean namesPlace(String stem) {
        for (int from = 2; from < stem.length() - 1; from++) {
            for (int end = from + 2; end <= Math.min(stem.length(), from + 5); end++) {
                if (Regions.get().near(stem.substring(from, end), Identifier.SOME_YEAR).stream()
                        .anyMatch(n -> n.region().level() != Level.COUNTY)) {
                    return true;
                }
            }
        }
        return false;
    }
}
