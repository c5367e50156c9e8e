package org.gongkai.jobs.marts;

import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The regions by year: what a region is part of, and what it was called before. Immutable.
 *
 * <p>Read from {@code regions.csv}: {@code code,name,level,parent,first_year,last_year,successors}; one line for each
 * stretch of years in which a code has one parent; several successors are apart by {@code ;}.
 */
public final class RegionTree {
    /** The code of the nation, which every region is part of. */
    public static final String NATION = "000000";

    private static final int FIELDS = 7;
    /** Nation, province, prefecture, county: a longer chain of parents is a circle. */
    private static final int DEPTH = 6;

    private final List<Region> regions;
    private final Map<String, List<Region>> byCode = new HashMap<>();
    private final Map<String, String> lineage = new HashMap<>();

    /**
     * A stretch of years of a region.
     *
     * @param code GB/T 2260
     * @param name Chinese name
     * @param level nation, province, prefecture or county
     * @param parent code of the region above, empty for the nation
     * @param firstYear first report year with this code
     * @param lastYear last report year with it, empty while it is in use
     * @param successors codes that took its place
     */
    public record Region(
            String code,
            String name,
            String level,
            String parent,
            int firstYear,
            Optional<Integer> lastYear,
            List<String> successors) {
        public Region {
            successors = List.copyOf(successors);
            if (!code.matches("\\d{6}") || name.isBlank() || level.isBlank()) {
                throw new IllegalArgumentException("region " + code + " " + name + " has no code, name or level");
            }
        }

        /** Whether the code was in use that year. */
        public boolean isIn(int year) {
            return year >= firstYear && lastYear.map(last -> year <= last).orElse(true);
        }
    }

    private RegionTree(List<Region> regions) {
        this.regions = List.copyOf(regions);
        regions.forEach(
                r -> byCode.computeIfAbsent(r.code(), c -> new ArrayList<>()).add(r));
        regions.forEach(r -> lineage.put(r.code(), last(r.code())));
    }

    /** The regions of this build. */
    public static RegionTree get() {
        return of(Reference.lines("regions.csv"));
    }

    /** RegionTree from the lines of a file, the first of them the heading; {@link IllegalArgumentException} for a bad line. */
    public static RegionTree of(List<String> lines) {
        List<Region> regions = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            if (f.length < FIELDS) {
                throw new IllegalArgumentException("regions.csv: “" + line + "” has not " + FIELDS + " fields");
            }
            regions.add(new Region(
                    f[0],
                    f[1],
                    f[2],
                    f[3],
                    f[4].isBlank() ? 0 : Integer.parseInt(f[4]),
                    f[5].isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(f[5])),
                    Arrays.stream(f[6].split(";")).filter(s -> !s.isBlank()).toList()));
        }
        return new RegionTree(regions);
    }

    /** Every stretch of every region, in the order of the file. */
    public List<Region> all() {
        return regions;
    }

    /**
     * What a report of that region and year counts for: the region itself, then upwards to the nation. A code that is
     * unknown counts for itself and the nation, an empty one for the nation alone: nothing is guessed from digits.
     */
    public List<String> ancestors(String code, int year) {
        Set<String> chain = new LinkedHashSet<>();
        String at = code;
        while (!at.isBlank() && !at.equals(NATION) && chain.size() < DEPTH && chain.add(at)) {
            at = in(at, year).map(Region::parent).orElse("");
        }
        chain.add(NATION);
        return List.copyOf(chain);
    }

    /**
     * The code that a region's series goes on under: its own, or that of the last of a chain of 1:1 successors ({@code
     * 110228} 密云县 goes on as {@code 110118} 密云区). A split and a merger end a series: their regions go on under
     * their own code.
     */
    public String lineage(String code) {
        return lineage.getOrDefault(code, code);
    }

    /**
     * The years in which a region is not what it was the year before: the first year after another region, which does not
     * simply go on as this one, was merged into it or split into it and others.
     */
    public Set<Integer> breaks(String code) {
        Set<Integer> years = new TreeSet<>();
        for (Region region : regions) {
            if (region.successors().contains(code)
                    && region.lastYear().isPresent()
                    && !lineage(region.code()).equals(lineage(code))) {
                years.add(region.lastYear().get() + 1);
            }
        }
        return years;
    }

    /** The last year of a code that is no longer in use and that no single other code carries on; else empty. */
    public Optional<Integer> lastYear(String code) {
        List<Region> stretches = byCode.getOrDefault(code, List.of());
        return lineage(code).equals(code) && !stretches.isEmpty()
                ? stretches.get(stretches.size() - 1).lastYear()
                : Optional.empty();
    }

    /** A region as it was in that year, or in the year nearest to it; empty for a code that is unknown. */
    public Optional<Region> in(String code, int year) {
        List<Region> stretches = byCode.getOrDefault(code, List.of());
        Optional<Region> exact = stretches.stream().filter(r -> r.isIn(year)).findFirst();
        // Reports keep a code some years longer, or take it up before the gazette does: the nearest stretch serves.
        return exact.or(() -> stretches.stream()
                .min(java.util.Comparator.comparingInt(r -> Math.min(
                        Math.abs(r.firstYear() - year), Math.abs(r.lastYear().orElse(year) - year)))));
    }

    private String last(String code) {
        String at = code;
        for (int step = 0; step <= regions.size(); step++) {
            Optional<String> next = only(at);
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        throw new IllegalArgumentException("regions.csv: the successors of " + code + " go round in a circle");
    }

    private Optional<String> only(String code) {
        List<Region> stretches = byCode.getOrDefault(code, List.of());
        if (stretches.isEmpty()) {
            return Optional.empty();
        }
        Region old = stretches.get(stretches.size() - 1);
        if (old.successors().size() != 1 || old.lastYear().isEmpty()) {
            return Optional.empty();
        }
        String next = old.successors().get(0);
        boolean isNew = byCode.getOrDefault(next, List.of()).stream().findFirst().stream()
                .anyMatch(r -> r.firstYear() > old.lastYear().get());
        long predecessors = regions.stream()
                .filter(r -> r.successors().contains(next))
                .map(Region::code)
                .distinct()
                .count();
        return isNew && predecessors == 1 ? Optional.of(next) : Optional.empty();
    }
}
