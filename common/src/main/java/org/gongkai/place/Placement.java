package org.gongkai.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which division a body belongs to. Candidates come from its name; each kind of evidence in turn narrows them,
 * and where there are none yet, proposes one. What is still more than one at the end stays undecided.
 *
 * <p>One placement is one document: not shared between threads.
 */
final class Placement {
    private static final int MANY = 50;
    /** A place named this often, and no other of its kind, is where a department is at home. */
    private static final int OFTEN = 2;

    private static final int CLEARLY_MORE = 3;
    /** Last characters of names of counties and cities. */
    private static final String ENDS_A_NAME = "市县区旗州盟";

    private final Regions regions = Regions.get();
    private final Subject subject;
    private final int year;
    private final PlainText text;
    private final List<Evidence> evidence = new ArrayList<>();
    private List<Region> candidates;

    Placement(Subject subject, int year, PlainText text, int line) {
        this.subject = subject;
        this.year = year;
        this.text = text;
        List<Region> own = asOfYear(subject.regions());
        List<Region> branch = asOfYear(Branches.places(subject.stem(), own, year));
        this.candidates = branch.isEmpty() ? own : branch;
        if (!candidates.isEmpty()) {
            evidence.add(
                    new Evidence("region", line == 0 ? "given" : "title", subject.printed(), names(candidates), line));
        }
    }

    /** Old and new names brought to the division of the year, where its lineage is single. */
    private List<Region> asOfYear(List<Region> found) {
        Set<Region> out = new LinkedHashSet<>();
        for (Region region : found) {
            out.add(region.in(year) ? region : regions.in(region, year).orElse(region));
        }
        return List.copyOf(out);
    }

    /** 泰州医药高新区(高港区): what stands in brackets inside the name of a zone is where it lies. */
    void inside(String phrase, String from, int line) {
        Optional<Subject> other = SubjectReader.read(phrase, year);
        if (subject.zone().isEmpty() || other.isEmpty() || other.get().chains().isEmpty()) {
            return;
        }
        List<Region> below = asOfYear(other.get().regions()).stream()
                .filter(r -> candidates.isEmpty()
                        || candidates.stream().anyMatch(c -> regions.isBelow(r.code(), c.code(), year)))
                .toList();
        if (below.size() == 1) {
            candidates = below;
            evidence.add(new Evidence("region", from, phrase, names(below), line));
        }
    }

    /** A code from beside the text, an index number or an address. */
    void code(String code, String from, String seen, int line) {
        regions.at(code, year).ifPresent(r -> propose(List.of(r), from, seen, line));
    }

    /** A phrase from a publisher's line, a signature, a bracket of the title. */
    void phrase(String phrase, String from, int line) {
        Optional<Subject> other = SubjectReader.read(phrase, year);
        if (other.isEmpty() || other.get().chains().isEmpty()) {
            return;
        }
        propose(asOfYear(other.get().regions()), from, phrase, line);
    }

    /**
     * The address of a site: {@code www.yuexiu.gov.cn} is 越秀's. It tells same-named ones apart; alone it says where a
     * body lies only where it is the site of one county, because the site of a city carries its districts' bodies too.
     */
    void sites(String address, String from, int line) {
        if (decided() && !needsCounty()) {
            return;
        }
        for (Sites.Label label : Sites.labels(address, year)) {
            boolean county =
                    label.regions().size() == 1 && label.regions().get(0).level() == Level.COUNTY;
            if (!candidates.isEmpty() || county) {
                propose(asOfYear(label.regions()), from, label.printed(), line);
            }
        }
    }

    private void propose(List<Region> proposed, String from, String seen, int line) {
        if (decided() && !needsCounty()) {
            return;
        }
        List<Region> kept = candidates.isEmpty() ? proposed : agreeing(proposed);
        if (!kept.isEmpty() && !kept.equals(candidates)) {
            candidates = kept;
            evidence.add(new Evidence("region", from, seen, names(kept), line));
        }
    }

    /** Candidates above, below or equal to one of the proposed; the narrower of two is kept for a town. */
    private List<Region> agreeing(List<Region> proposed) {
        Set<Region> kept = new LinkedHashSet<>();
        for (Region candidate : candidates) {
            for (Region p : proposed) {
                if (p.code().equals(candidate.code()) || regions.isBelow(candidate.code(), p.code(), year)) {
                    kept.add(candidate);
                } else if (regions.isBelow(p.code(), candidate.code(), year) && needsCounty()) {
                    kept.add(p);
                } else if (regions.isBelow(p.code(), candidate.code(), year)) {
                    kept.add(candidate);
                }
            }
        }
        return List.copyOf(kept);
    }

    /** A town lies in a county; its name may give only the city. */
    private boolean needsCounty() {
        return !subject.town().isEmpty()
                && candidates.size() == 1
                && candidates.get(0).level() != Level.COUNTY
                && !regions.children(candidates.get(0).code(), year).isEmpty();
    }

    /** Whether more evidence could still say something. */
    boolean isOpen() {
        return !decided() || needsCounty();
    }

    private boolean decided() {
        return candidates.size() == 1;
    }

    /** The text names the body with its place somewhere: 抚远市水务局 for a title that says 水务局. */
    void namedInText() {
        String key =
                subject.town().isEmpty() ? subject.zone().isEmpty() ? subject.stem() : subject.zone() : subject.town();
        if (key.length() < 2 || decided() && !needsCounty()) {
            return;
        }
        Map<Region, Integer> lines = new LinkedHashMap<>();
        String all = text.text();
        int seen = 0;
        for (int at = all.indexOf(key); at >= 0 && seen < MANY; at = all.indexOf(key, at + 1), seen++) {
            for (Region region : endingAt(all, at)) {
                lines.putIfAbsent(region, text.line(at));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        List<Region> found = narrowest(List.copyOf(lines.keySet()));
        propose(found, "text", found.get(0).name() + key, lines.get(found.get(0)));
    }

    private List<Region> endingAt(String all, int end) {
        for (int from = Math.max(0, end - regions.longestName()); from <= end - 2; from++) {
            // a short form such as 巴州 may be the bare name of another: then both are meant
            if (end - from > regions.longestName(all, from)) {
                continue;
            }
            List<Regions.Named> names = regions.near(all.substring(from, end), year);
            List<Region> here = names.stream().anyMatch(n -> n.form() == Regions.Form.FULL)
                    ? names.stream().map(Regions.Named::region).distinct().toList()
                    : List.of();
            if (here.isEmpty()) {
                continue;
            }
            // 银川市西夏区司法局: what stands before tells same-named ones apart
            List<Region> above = from > 1 ? endingAt(all, from) : List.of();
            List<Region> inside = here.stream()
                    .filter(r -> above.stream().anyMatch(a -> regions.isBelow(r.code(), a.code(), year)))
                    .toList();
            return asOfYear(inside.isEmpty() ? here : inside);
        }
        return List.of();
    }

    /** Without those that another of the list lies in. */
    private List<Region> narrowest(List<Region> found) {
        return found.stream()
                .filter(r -> found.stream().noneMatch(o -> regions.isBelow(o.code(), r.code(), year)))
                .toList();
    }

    /** Parents of same-named divisions that the text names: 青山区 in a text that speaks of 武汉市. */
    void parentsInText() {
        if (candidates.size() < 2) {
            return;
        }
        for (Level level : List.of(Level.PREFECTURE, Level.PROVINCE)) {
            Map<Region, Integer> counts = new LinkedHashMap<>();
            for (Region candidate : candidates) {
                for (Region above : regions.path(
                        candidate.code(), Math.max(candidate.firstYear(), Math.min(year, candidate.lastYear())))) {
                    if (above.level() == level && !above.equals(candidate)) {
                        int n = text.count(above.name(), MANY);
                        for (String bare : n == 0 ? RegionNames.bare(above.name()) : Set.<String>of()) {
                            n += text.count(bare, MANY) >= OFTEN ? 1 : 0;
                        }
                        counts.put(candidate, n);
                    }
                }
            }
            int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
            List<Region> named = counts.keySet().stream()
                    .filter(c -> counts.get(c) > 0 && counts.get(c) * CLEARLY_MORE >= most)
                    .toList();
            if (named.size() == 1) {
                String parent = regions.at(named.get(0).parent(), year)
                        .map(Region::name)
                        .orElse("");
                candidates = named;
                evidence.add(new Evidence(
                        "region",
                        "text",
                        parent,
                        names(named),
                        Math.max(1, text.line(Math.max(0, text.text().indexOf(parent))))));
                return;
            }
        }
    }

    /** A zone of the list, or one that begins with the name of its city. */
    void zone(int line) {
        if (subject.zone().isEmpty()) {
            return;
        }
        Optional<Region> listed = Gazetteer.regionOfZone(subject.zone(), year);
        boolean fits = candidates.isEmpty()
                || candidates.stream()
                        .anyMatch(c -> listed.filter(r -> regions.isBelow(r.code(), c.code(), year))
                                .isPresent());
        if (listed.isPresent() && fits) {
            candidates = List.of(listed.get());
            evidence.add(new Evidence("region", "title", subject.zone(), names(candidates), line));
        }
    }

    /**
     * Where a town lies whose name does not say it: the county that the list of towns and the text agree on, the one
     * that the text names again and again, the only one of the list, the only one of the text; in this order.
     */
    void town(int line) {
        if (subject.town().isEmpty() || decided() && !needsCounty()) {
            return;
        }
        List<Region> listed = Gazetteer.countiesOfTown(subject.town(), year);
        if (!candidates.isEmpty()) {
            propose(listed, "title", subject.town(), line);
            return;
        }
        Map<Region, Integer> named = namedDivisions(Level.COUNTY);
        List<Region> agreed = listed.stream().filter(named::containsKey).toList();
        Optional<Region> only = only(named, 1);
        if (agreed.size() == 1) {
            proposeNamed(agreed.get(0));
        } else if (only(named, OFTEN).isPresent()) {
            only.ifPresent(this::proposeNamed);
        } else if (listed.size() == 1) {
            propose(listed, "title", subject.town(), line);
        } else {
            candidates = agreed.isEmpty() ? listed : agreed;
            parentsInText();
            if (candidates.size() != 1 && only.isPresent()) {
                candidates = List.of();
                proposeNamed(only.get());
            }
        }
    }

    /** The only county, or without any county the only city, that the text names again and again. */
    void namedAlone() {
        if (!candidates.isEmpty() || !subject.town().isEmpty()) {
            return;
        }
        Map<Region, Integer> counties = namedDivisions(Level.COUNTY);
        if (!counties.isEmpty()) {
            only(counties, OFTEN).ifPresent(this::proposeNamed);
        } else {
            only(namedDivisions(Level.PREFECTURE), OFTEN).ifPresent(this::proposeNamed);
        }
    }

    private static Optional<Region> only(Map<Region, Integer> named, int needed) {
        return named.size() == 1
                ? named.keySet().stream().filter(r -> named.get(r) >= needed).findFirst()
                : Optional.empty();
    }

    private void proposeNamed(Region region) {
        int at = Math.max(0, text.text().indexOf(region.name()));
        propose(List.of(region), "text", region.name(), text.line(at));
    }

    /** Divisions of a level that the text names in full, with how often. */
    private Map<Region, Integer> namedDivisions(Level level) {
        Map<Region, Integer> counts = new LinkedHashMap<>();
        String all = text.text();
        for (int end = 2; end <= all.length(); end++) {
            if (ENDS_A_NAME.indexOf(all.charAt(end - 1)) >= 0) {
                for (Region region : endingAt(all, end)) {
                    if (region.level() == level && !insideTown(all, end, region.name())) {
                        counts.merge(region, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** 古县镇 is a town of another county than 古县. */
    private boolean insideTown(String all, int end, String name) {
        int at = subject.town().indexOf(name);
        return at >= 0 && all.startsWith(subject.town(), end - name.length() - at);
    }

    /** The division, where exactly one is left. */
    Optional<Region> region() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Whether several are left. */
    boolean isAmbiguous() {
        return candidates.size() > 1;
    }

    /** Those that are left. */
    List<Region> left() {
        return candidates;
    }

    /** Names of those that are left, each with its path. */
    String leftNames() {
        return names(candidates);
    }

    List<Evidence> evidence() {
        return evidence;
    }

    private String names(List<Region> of) {
        return String.join(
                "；",
                of.stream()
                        .map(r -> regions.pathNames(r.code(), Math.max(r.firstYear(), Math.min(year, r.lastYear()))))
                        .toList());
    }
}
