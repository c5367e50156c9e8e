package org.gongkai.place;

import java.util.List;
import java.util.Objects;

/**
 * A body as a phrase names it: {@code 青山区钢花村街道} is the divisions {@code 青山区} (one chain for each district of that
 * name), the town {@code 钢花村街道} and no stem.
 *
 * @param printed the phrase
 * @param chains the ways to read its places, each from the widest to the narrowest; empty where it names none
 * @param town a town, township, street or sumu, empty where it names none
 * @param zone a development zone, empty where it names none
 * @param stem what is left: {@code 司法局}, {@code 人民政府}; empty where the phrase ends with its place
 * @param organ the ministry that a local organ carries before its place ({@code 国家税务总局} of
 *     国家税务总局银川市税务局), empty where there is none
 */
record Subject(String printed, List<List<Region>> chains, String town, String zone, String stem, String organ) {
    Subject {
        chains = List.copyOf(chains);
        Objects.requireNonNull(stem, "stem");
    }

    /** Whether it names a body and not only a place. */
    boolean hasBody() {
        return !stem.isEmpty() || !town.isEmpty() || !zone.isEmpty() || !chains.isEmpty();
    }

    /** The narrowest division of each reading. */
    List<Region> regions() {
        return chains.stream().map(c -> c.get(c.size() - 1)).distinct().toList();
    }
}
