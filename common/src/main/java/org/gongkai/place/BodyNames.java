package org.gongkai.place;

import org.gongkai.reference.Reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of bodies without their place: abbreviations in full, one stem over the renames of the reform of 2018–19.
 * Stateless; the data are {@code body_abbreviations.csv} and {@code body_successions.csv}.
 */
final class BodyNames {
    private static final Map<String, String> FULL = new HashMap<>();
    private static final Map<String, String> RENAMED = new HashMap<>();
    private static final Set<String> PARTY =
            Set.of("党委", "纪委", "团委", "政法委", "县委", "市委", "区委", "省委", "工委", "党工委", "编委", "旗委", "州委", "盟委");
    private static final String COMMITTEE = "委";

    static {
        for (String line : rows("body_abbreviations.csv")) {
            String[] f = line.split(",");
            FULL.put(f[0], f[1]);
        }
        for (String line : rows("body_successions.csv")) {
            String[] f = line.split(",");
            if (f[3].equals("exact")) {
                RENAMED.put(f[0], f[1]);
            }
        }
    }

    private BodyNames() {}

    private static List<String> rows(String file) {
        List<String> lines = Reference.lines(file);
        return lines.subList(1, lines.size());
    }

    /** 卫健委 → 卫生健康委员会, 旅游发展委 → 旅游发展委员会; any other name as it is. */
    static String inFull(String stem) {
        String full = FULL.get(stem);
        if (full != null) {
            return full;
        }
        for (String above : List.of("国务院", "国家", "人民政府", "行署")) {
            String rest = stem.startsWith(above) ? FULL.get(stem.substring(above.length())) : null;
            if (rest != null) {
                return above + rest;
            }
        }
        if (stem.endsWith(COMMITTEE) && stem.length() > 2 && PARTY.stream().noneMatch(stem::endsWith)) {
            return stem + "员会";
        }
        if (stem.endsWith("管委会")) {
            return stem.substring(0, stem.length() - 3) + "管理委员会";
        }
        if (stem.endsWith("街道办")) {
            return stem + "事处";
        }
        return stem;
    }

    /**
     * The stem that stays the same over the years: in full, without a leading 人民政府 of a department, a renamed body
     * under its newer name.
     */
    static String stable(String stem) {
        String name = inFull(stem);
        for (String government : List.of("人民政府", "行政公署", "行署", "政府")) {
            String rest = name.startsWith(government) ? name.substring(government.length()) : "";
            if (!rest.isEmpty()) {
                name = rest.equals("办公室") || rest.equals("办公厅") ? "人民政府" + rest : inFull(rest);
            }
        }
        String next = RENAMED.get(name);
        return next == null ? name : next;
    }
}
