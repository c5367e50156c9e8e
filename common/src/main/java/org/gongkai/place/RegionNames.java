package org.gongkai.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Short forms of a division's name, by rule: {@code 临夏回族自治州} is also {@code 临夏州} and {@code 临夏}; {@code 宁夏回族自治区}
 * is also {@code 宁夏}. Stateless.
 */
final class RegionNames {
    private static final List<String> ETHNIC = Words.list("ethnic_groups");
    private static final List<String> AUTONOMOUS = List.of("自治区", "自治州", "自治县", "自治旗");
    private static final List<String> SUFFIXES = List.of("特别行政区", "地区", "特区", "林区", "省", "市", "县", "区", "盟", "旗", "州");
    private static final Set<String> AMBIGUOUS = Set.copyOf(Words.list("ambiguous_stems"));

    private RegionNames() {}

    /** Short forms that keep the word for the kind of division: {@code 临夏州}, {@code 临夏自治州}, {@code 孟村县}. */
    static Set<String> marked(String name) {
        Set<String> forms = new LinkedHashSet<>();
        for (String kind : AUTONOMOUS) {
            if (name.endsWith(kind)) {
                String base = withoutPeoples(name.substring(0, name.length() - kind.length()));
                if (!kind.equals("自治区")) {
                    forms.add(base + kind.substring(2));
                    forms.add(base + kind);
                }
            }
        }
        forms.remove(name);
        return forms;
    }

    /** The bare name without any such word, of two characters or more: {@code 沙坡头}, {@code 宁夏}. */
    static Set<String> bare(String name) {
        for (String kind : AUTONOMOUS) {
            if (name.endsWith(kind)) {
                return atLeastTwo(withoutPeoples(name.substring(0, name.length() - kind.length())));
            }
        }
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)) {
                return atLeastTwo(name.substring(0, name.length() - suffix.length()));
            }
        }
        return Set.of();
    }

    private static Set<String> atLeastTwo(String base) {
        return base.length() < 2 || AMBIGUOUS.contains(base) ? Set.of() : Set.of(base);
    }

    private static String withoutPeoples(String base) {
        String left = base;
        boolean again = true;
        while (again) {
            again = false;
            for (String people : ETHNIC) {
                if (left.endsWith(people) && left.length() - people.length() >= 2) {
                    left = left.substring(0, left.length() - people.length());
                    again = true;
                    break;
                }
            }
        }
        return left;
    }
}
