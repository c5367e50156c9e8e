package org.gongkai.place;

import org.gongkai.reference.Reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The divisions of the country by year (GB/T 2260 from 2008 on, state at the end of each year), read once from {@code
 * data/reference/regions.csv}. Immutable, safe to share between threads; every lookup goes by hash.
 *
 * <p>{@code at("640502", 2018)} is 沙坡头区; {@code at("110228", 2018)} is empty, because 密云县 became 密云区 (110118) in
 * 2015; {@code current("110228", 2010)} is {@code 110118}.
 */
public final class Regions {
    /** How a name stands for a division. */
    enum Form {
        /** In full, or shortened with the word for its kind: 临夏回族自治州, 临夏州. */
        FULL,
        /** Without it: 临夏. Only safe where what follows shows that the name ends there. */
        BARE
    }

    /** A name and the division that it stands for. */
    record Named(Region region, Form form) {}

    private final List<Region> all;
    private final Map<String, List<Region>> byCode;
    private final Map<String, List<Named>> byName;
    private final Map<String, List<Region>> byParent;
    private final Set<String> shared;
    private final int longestName;
    private final Map<Integer, Integer> longestFrom;

    private Regions(List<Region> all, List<String> aliases) {
        this.all = List.copyOf(all);
        byCode = new HashMap<>();
        byName = new HashMap<>();
        byParent = new HashMap<>();
        shared = new HashSet<>();
        Set<String> targets = new HashSet<>();
        for (Region region : all) {
            byCode.computeIfAbsent(region.code(), c -> new ArrayList<>(1)).add(region);
            byParent.computeIfAbsent(region.parent(), c -> new ArrayList<>()).add(region);
            for (String next : region.successors()) {
                if (!targets.add(next)) {
                    shared.add(next);
                }
            }
            name(region.name(), region, Form.FULL);
            RegionNames.marked(region.name()).forEach(n -> name(n, region, Form.FULL));
            RegionNames.bare(region.name()).forEach(n -> name(n, region, Form.BARE));
        }
        for (String line : aliases.subList(1, aliases.size())) {
            String[] part = line.split(",");
            for (Region region : byCode.getOrDefault(part[1], List.of())) {
                name(part[0], region, Form.FULL);
            }
        }
        longestName = byName.keySet().stream().mapToInt(String::length).max().orElse(0);
        longestFrom = new HashMap<>();
        byName.keySet().forEach(n -> longestFrom.merge(beginning(n, 0), n.length(), Math::max));
    }

    private void name(String name, Region region, Form form) {
        byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Named(region, form));
    }

    private static final class Holder {
        private static final Regions INSTANCE = new Regions(read(), Reference.lines("region_aliases.csv"));
    }

    /** The divisions of this build; read on first use. */
    public static Regions get() {
        return Holder.INSTANCE;
    }

    private static List<Region> read() {
        List<String> lines = Reference.lines("regions.csv");
        List<Region> regions = new ArrayList<>(lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            regions.add(new Region(
                    f[0],
                    f[1],
                    Level.valueOf(f[2].toUpperCase(java.util.Locale.ROOT)),
                    f[3],
                    Integer.parseInt(f[4]),
                    f[5].isEmpty() ? Region.IN_USE : Integer.parseInt(f[5]),
                    f[6].isEmpty() ? List.of() : List.of(f[6].split(";"))));
        }
        return regions;
    }

    /** Every division of every year, in the order of the file. */
    public List<Region> all() {
        return all;
    }

    /** The division of that code at the end of that year. */
    public Optional<Region> at(String code, int year) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(r -> r.in(year))
                .findFirst();
    }

    /** The divisions directly below that code at the end of that year, in the order of their codes. */
    public List<Region> children(String code, int year) {
        return byParent.getOrDefault(code, List.of()).stream()
                .filter(r -> r.in(year))
                .toList();
    }

    /** From the province down to the division itself; empty where the code does not stand in that year, or is the nation. */
    public List<Region> path(String code, int year) {
        List<Region> path = new ArrayList<>();
        Optional<Region> at = at(code, year);
        while (at.isPresent() && at.get().level() != Level.NATION) {
            path.add(at.get());
            at = at(at.get().parent(), year);
        }
        Collections.reverse(path);
        return path;
    }

    /** Names from the province down, joined by {@code /}: {@code 宁夏回族自治区/中卫市/沙坡头区}. */
    public String pathNames(String code, int year) {
        return String.join("/", path(code, year).stream().map(Region::name).toList());
    }

    /** Divisions of that full or shortened name in that year ({@code 沙坡头区}, {@code 沙坡头}, {@code 临夏州}). */
    public List<Region> find(String name, int year) {
        return byName.getOrDefault(name, List.of()).stream()
                .map(Named::region)
                .filter(r -> r.in(year))
                .distinct()
                .toList();
    }

    /** The same, only those below that code (a province finds its counties too). */
    public List<Region> find(String name, int year, String below) {
        return find(name, year).stream()
                .filter(r -> isBelow(r.code(), below, year))
                .toList();
    }

    /** Whether a division lies, directly or not, below another in that year. The nation holds all. */
    public boolean isBelow(String code, String above, int year) {
        String at = code;
        for (int step = 0; step < 4; step++) {
            Optional<Region> region = at(at, year);
            if (region.isEmpty()) {
                return false;
            }
            at = region.get().parent();
            if (at.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The code today of the division that had this code in that year, when every step of its lineage is one to one;
     * empty where it was split, merged with another or abolished, or did not stand in that year.
     */
    public Optional<String> current(String code, int year) {
        Optional<Region> at = at(code, year);
        while (at.isPresent() && at.get().lastYear() != Region.IN_USE) {
            at = next(at.get());
        }
        return at.map(Region::code);
    }

    /**
     * The division that a lineage of single steps leads to in another year, later or earlier; empty where there is
     * none. {@code 沾益区} of 2018 is {@code 沾益县} in 2014.
     */
    public Optional<Region> in(Region region, int year) {
        Optional<Region> at = Optional.of(region);
        while (at.isPresent() && at.get().lastYear() < year) {
            at = next(at.get());
        }
        while (at.isPresent() && at.get().firstYear() > year) {
            at = previous(at.get());
        }
        return at.filter(r -> r.in(year));
    }

    private Optional<Region> next(Region region) {
        Optional<Region> same = at(region.code(), region.lastYear() + 1);
        if (same.isPresent()) {
            return same;
        }
        if (region.successors().size() != 1
                || shared.contains(region.successors().get(0))) {
            return Optional.empty();
        }
        // a code that was there before took this one in: not one to one
        String to = region.successors().get(0);
        return at(to, region.lastYear()).isPresent() ? Optional.empty() : at(to, region.lastYear() + 1);
    }

    private Optional<Region> previous(Region region) {
        Optional<Region> same = at(region.code(), region.firstYear() - 1);
        if (same.isPresent()) {
            return same;
        }
        return all.stream()
                .filter(r -> r.lastYear() == region.firstYear() - 1
                        && r.successors().equals(List.of(region.code()))
                        && !shared.contains(region.code()))
                .findFirst();
    }

    /** Whatever carries that name in the year nearest to the given one, within a few years of it. */
    List<Named> near(String name, int year) {
        List<Named> named = byName.get(name);
        if (named == null) {
            return List.of();
        }
        int nearest =
                named.stream().mapToInt(n -> n.region().distance(year)).min().orElse(0);
        if (nearest > MAX_DISTANCE) {
            return List.of();
        }
        Deque<Named> out = new ArrayDeque<>();
        for (Named n : named) {
            if (n.region().distance(year) == nearest) {
                out.add(n);
            }
        }
        return List.copyOf(out);
    }

    /** A body may keep writing an old name, and reports written in spring already carry the new one. */
    private static final int MAX_DISTANCE = 3;

    private static int beginning(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    /** Length of the longest name that begins with the two characters at a place of a text, 0 where none does. */
    int longestName(String text, int at) {
        return at + 2 > text.length() ? 0 : longestFrom.getOrDefault(beginning(text, at), 0);
    }

    /** Length of the longest name, in characters. */
    int longestName() {
        return longestName;
    }
}
