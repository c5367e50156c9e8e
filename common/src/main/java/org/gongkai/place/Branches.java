package org.gongkai.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the branch of a body lies whose name carries a place of its own: {@code 温州市公安局鹿城区分局} lies in 鹿城区, though
 * it belongs to 温州市. The place must lie below the one of the body; 高新区分局 names none, and the body's place stays.
 * Stateless.
 */
final class Branches {
    private static final Pattern HEAD = Pattern.compile(Words.pattern("branch_heads"));
    private static final Pattern BRANCH = Pattern.compile(Words.pattern("branch_suffixes") + "$");

    private Branches() {}

    /**
     * The divisions that the name of a branch carries.
     *
     * @param stem the body's name behind its own place
     * @param above where the body lies; where that is not known, only a place named in full counts
     * @param year by whose divisions the name is read
     */
    static List<Region> places(String stem, List<Region> above, int year) {
        Matcher branch = BRANCH.matcher(stem);
        if (!branch.find()) {
            return List.of();
        }
        Matcher head = HEAD.matcher(stem);
        for (int from = 1; head.find(from) && head.end() < branch.start(); from = head.start() + 1) {
            List<Region> found = below(stem.substring(head.end(), branch.start()), above, year);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Region> below(String name, List<Region> above, int year) {
        Set<Region> full = new LinkedHashSet<>();
        Set<Region> found = new LinkedHashSet<>();
        for (Regions.Named named : Regions.get().near(name, year)) {
            Region region = named.region();
            int then = Math.max(region.firstYear(), Math.min(year, region.lastYear()));
            boolean isFull = named.form() == Regions.Form.FULL;
            if (above.isEmpty()
                    ? isFull
                    : above.stream().anyMatch(a -> Regions.get().isBelow(region.code(), a.code(), then))) {
                found.add(region);
                if (isFull) {
                    full.add(region);
                }
            }
        }
        return new ArrayList<>(full.isEmpty() ? found : full);
    }
}
