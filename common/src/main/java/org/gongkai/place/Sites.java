package org.gongkai.place;

import com.ibm.icu.text.Transliterator;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which divisions the address of a government's site names in pinyin: {@code zwgk.changchun.gov.cn} names 长春. Only
 * whole labels below {@code .gov.cn} count, with or without the word for the kind of division ({@code changanqu}).
 * Where ICU reads otherwise than the place is called, {@code place_pinyin.csv} has the beginning of its name, or a single
 * character for every name that it stands in. Thread-safe; the table
 * is made on first need.
 */
final class Sites {
    /** A label of an address and the divisions that it can stand for in a year. */
    record Label(String printed, List<Region> regions) {}

    private static final Pattern HOST =
            Pattern.compile("(?<![A-Za-z0-9.\\-])((?:[A-Za-z0-9\\-]{1,40}\\.){1,6}gov\\.cn)(?![A-Za-z0-9])");
    private static final int MANY = 6;
    private static final int SHORTEST = 4;

    private Sites() {}

    private static final class Table {
        private static final Map<String, List<Region>> BY_LABEL = read();

        private static Map<String, List<Region>> read() {
            Map<String, String> exceptions = new HashMap<>();
            List<String> lines = Reference.lines("place_pinyin.csv");
            for (String line : lines.subList(1, lines.size())) {
                String[] part = line.split(",");
                exceptions.put(part[0], part[1]);
            }
            Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
            Map<Character, String> syllables = new HashMap<>();
            exceptions.forEach((name, read) -> {
                if (name.length() == 1) {
                    syllables.put(name.charAt(0), read);
                }
            });
            Map<String, List<Region>> table = new HashMap<>();
            for (Region region : Regions.get().all()) {
                Set<String> names = new LinkedHashSet<>(RegionNames.bare(region.name()));
                names.add(region.name());
                RegionNames.marked(region.name()).forEach(names::add);
                for (String name : names) {
                    String known = exceptions.keySet().stream()
                            .filter(e -> e.length() > 1 && name.startsWith(e))
                            .findFirst()
                            .orElse("");
                    StringBuilder label = new StringBuilder(exceptions.getOrDefault(known, ""));
                    for (char c : name.substring(known.length()).toCharArray()) {
                        label.append(syllables.computeIfAbsent(
                                c, k -> pinyin.transliterate(String.valueOf(k)).trim()));
                    }
                    List<Region> there = table.computeIfAbsent(label.toString(), l -> new ArrayList<>(1));
                    if (!there.contains(region)) {
                        there.add(region);
                    }
                }
            }
            return table;
        }
    }

    /** The addresses of governments' sites that a text names, in order, each once; at most a few. */
    static List<String> printed(PlainText text) {
        if (text.text().indexOf(".gov.cn") < 0) {
            return List.of();
        }
        Set<String> hosts = new LinkedHashSet<>();
        Matcher m = HOST.matcher(text.text());
        while (hosts.size() < MANY && m.find()) {
            hosts.add(m.group(1));
        }
        return List.copyOf(hosts);
    }

    /** The labels of an address that name divisions standing in that year, the narrowest label first. */
    static List<Label> labels(String address, int year) {
        Matcher m = HOST.matcher(address);
        if (!m.find()) {
            return List.of();
        }
        List<Label> found = new ArrayList<>();
        for (String label : Arrays.asList(m.group(1).toLowerCase(Locale.ROOT).split("\\."))) {
            if (label.length() < SHORTEST) {
                continue;
            }
            List<Region> regions = Table.BY_LABEL.getOrDefault(label, List.of()).stream()
                    .filter(r -> r.in(year))
                    .toList();
            if (!regions.isEmpty()) {
                found.add(new Label(label, regions));
            }
        }
        return found;
    }
}
