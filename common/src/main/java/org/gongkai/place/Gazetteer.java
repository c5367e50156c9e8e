package org.gongkai.place;

import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where towns and development zones lie, from {@code towns.csv} and {@code zones.csv}. The list of towns is of one
 * recent year; it says where a name occurs, not since when. Thread-safe; each list is read when first asked.
 */
final class Gazetteer {
    /** The year whose codes both lists carry. */
    private static final int YEAR = 2023;

    private Gazetteer() {}

    private static final class Towns {
        private static final Map<String, String> BY_NAME = read("towns.csv");
        private static final Map<String, String> SPELLED = spelled();

        private static Map<String, String> spelled() {
            Map<String, String> spelled = new HashMap<>();
            List<String> lines = Reference.lines("towns.csv");
            for (String line : lines.subList(1, lines.size())) {
                String name = line.substring(0, line.lastIndexOf(','));
                String folded = TitleReader.plain(name);
                if (!folded.equals(name)) {
                    spelled.put(folded, name);
                }
            }
            return Map.copyOf(spelled);
        }
    }

    private static final class Zones {
        private static final Map<String, String> BY_NAME = read("zones.csv");
    }

    private static Map<String, String> read(String file) {
        List<String> lines = Reference.lines(file);
        Map<String, String> byName = new HashMap<>(lines.size() * 2);
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.lastIndexOf(',');
            byName.merge(TitleReader.plain(line.substring(0, comma)), line.substring(comma + 1), (a, b) -> a + ";" + b);
        }
        return byName;
    }

    /**
     * The counties (or prefectures without counties) that have a town of that name, as they stood in that year; empty
     * where none is known, or where one of them cannot be followed to that year, so that a single answer is single.
     */
    static List<Region> countiesOfTown(String town, int year) {
        String codes = Towns.BY_NAME.get(town);
        if (codes == null && town.endsWith("乡")) {
            codes = Towns.BY_NAME.get(town.substring(0, town.length() - 1) + "镇");
        }
        return codes == null ? List.of() : follow(codes, year);
    }

    /** Whether a town of that name is listed anywhere. */
    static boolean isTown(String name) {
        return Towns.BY_NAME.containsKey(name);
    }

    /** The name of a town as the list spells it, where folding for reading has changed a character: 砲里街道. */
    static String spelling(String town) {
        return Towns.SPELLED.getOrDefault(town, town);
    }

    /** The division that a zone of that name lies in, or whose listed name ends in it. */
    static Optional<Region> regionOfZone(String zone, int year) {
        String codes = Zones.BY_NAME.get(zone);
        if (codes == null) {
            for (Map.Entry<String, String> entry : Zones.BY_NAME.entrySet()) {
                if (zone.length() > entry.getKey().length()
                        && zone.endsWith(entry.getKey())
                        && !Zones.BY_NAME.containsKey(zone)) {
                    codes = entry.getValue();
                    break;
                }
            }
        }
        List<Region> regions = codes == null ? List.of() : follow(codes, year);
        return regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }

    private static List<Region> follow(String codes, int year) {
        List<Region> regions = new ArrayList<>();
        for (String code : codes.split(";")) {
            Optional<Region> now = Regions.get().at(code, YEAR);
            Optional<Region> then = now.flatMap(r -> Regions.get().in(r, year));
            if (then.isEmpty()) {
                return List.of();
            }
            regions.add(then.get());
        }
        return regions;
    }
}
