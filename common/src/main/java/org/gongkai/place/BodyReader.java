package org.gongkai.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts a body together: its full name with its place, its stable id, its kind and level. Stateless. */
final class BodyReader {
    private static final Set<String> GOVERNMENTS = Set.of("人民政府", "政府", "行政公署", "行署", "");
    private static final List<String> OTHERS = Words.list("other_suffixes");
    private static final List<String> SHORT_PLACE = Words.list("short_place_stems");
    private static final Pattern TOWNS_WITH_OFFICE = Pattern.compile("(?:镇|乡|街道)$");
    private static final Set<String> ZONE_OFFICES = Set.copyOf(Words.list("zone_offices"));

    private BodyReader() {}

    /**
     * Puts it together.
     *
     * @param left the divisions that are still possible; where all carry one name, that name is known though its code
     *     is not
     * @param inserted what stands in brackets inside the name, with characters before it to find the place again
     */
    static Identifier.Who compose(
            Subject subject, Optional<Region> region, List<Region> left, String inserted, int year, PlainText text) {
        String place = Corps.reports(subject)
                ? Corps.place(subject)
                : keepsPrintedPlace(subject) ? printedPlace(subject) : place(subject, region, year, text);
        String stem = stem(subject, region);
        String name = insert(subject.organ() + place + stem, inserted);
        String code = region.map(Region::code).orElse("");
        String current =
                region.flatMap(r -> Regions.get().current(r.code(), year)).orElse(code);
        Optional<Region> alike = left.stream()
                .filter(r -> left.stream().allMatch(o -> o.name().equals(r.name()) && o.level() == r.level()))
                .findFirst();
        Optional<Level> level = level(subject, region.or(() -> alike));
        String path = region.map(r -> Regions.get().pathNames(r.code(), r.in(year) ? year : r.firstYear()))
                .orElse("");
        String inner = subject.town().isEmpty() ? subject.zone() : Gazetteer.spelling(subject.town());
        String regionName = inner.isEmpty() ? alike.map(Region::name).orElse("") : inner;
        String full = inner.isEmpty() || path.isEmpty() ? path : path + "/" + inner;
        boolean genericZone = !subject.zone().isEmpty()
                && region.isEmpty()
                && subject.chains().isEmpty()
                && Words.list("zone_generic").contains(subject.zone());
        return new Identifier.Who(
                name,
                code.isEmpty() ? "" : current + "-" + id(subject, code, stem),
                code,
                genericZone ? "" : regionName,
                full,
                level,
                kind(subject, stem));
    }

    /** 泰州医药高新区（高港区）财政局: brackets inside a name stay, full width as in print. */
    private static String insert(String name, String inserted) {
        int open = inserted.indexOf('(');
        int at = open < 0 ? -1 : name.indexOf(inserted.substring(0, open));
        if (at < 0) {
            return name;
        }
        int behind = at + open;
        return name.substring(0, behind)
                + inserted.substring(open).replace('(', '（').replace(')', '）')
                + name.substring(behind);
    }

    /** A division of the corps that shares a city is that city; one without stays apart from the region. */
    private static String id(Subject subject, String code, String stem) {
        if (!Corps.reports(subject)) {
            return BodyNames.stable(stem);
        }
        boolean sharesCity = subject.regions().stream().anyMatch(r -> r.level() == Level.COUNTY);
        String name = stem.isEmpty() ? "人民政府" : BodyNames.stable(stem);
        return sharesCity ? name : subject.organ().substring(subject.organ().indexOf('第')) + name;
    }

    /** 国家统计局重庆调查总队, 新疆生产建设兵团: their names take the short form of the place. */
    private static boolean keepsPrintedPlace(Subject subject) {
        return subject.town().isEmpty()
                        && subject.zone().isEmpty()
                        && !subject.stem().isEmpty()
                        && SHORT_PLACE.stream()
                                .anyMatch(s -> subject.stem().endsWith(s)
                                        || subject.stem().startsWith("生产建设兵团"))
                || subject.stem().equals("局");
    }

    private static String printedPlace(Subject subject) {
        String printed = subject.printed().substring(subject.organ().length());
        return printed.endsWith(subject.stem())
                ? printed.substring(0, printed.length() - subject.stem().length())
                : "";
    }

    private static String place(Subject subject, Optional<Region> region, int year, PlainText text) {
        for (List<Region> chain : subject.chains()) {
            Region last = chain.get(chain.size() - 1);
            if (subject.chains().size() > 1
                    && region.filter(r -> sameLine(r, last, year)).isEmpty()) {
                continue;
            }
            // a zone that begins with the bare name of its city carries that name already
            if (!subject.zone().isEmpty() && subject.printed().startsWith(subject.zone())) {
                return "";
            }
            String names = chain.stream().map(Region::name).collect(Collectors.joining());
            if (chain.size() == 1 && last.level() == Level.COUNTY) {
                Optional<String> above = Regions.get()
                        .at(last.parent(), last.in(year) ? year : last.firstYear())
                        .map(Region::name);
                if (above.isPresent() && text.text().contains(above.get() + last.name())) {
                    return above.get() + names;
                }
            }
            return names;
        }
        if (!subject.chains().isEmpty()) {
            // undecided between same-named ones: the place as it is printed
            String after = !subject.town().isEmpty()
                    ? subject.town()
                    : !subject.zone().isEmpty() ? subject.zone() : subject.stem();
            String printed = subject.printed();
            return printed.substring(0, after.isEmpty() ? printed.length() : printed.indexOf(after));
        }
        String inner = subject.town()
                + subject.zone()
                + (subject.town().isEmpty() && subject.zone().isEmpty() ? subject.stem() : "");
        return region.map(Region::name)
                .filter(n -> text.text().contains(n + inner) || text.text().contains(n + BodyNames.inFull(inner)))
                .orElse("");
    }

    private static boolean sameLine(Region region, Region last, int year) {
        return region.code().equals(last.code())
                || Regions.get()
                        .in(last, year)
                        .filter(r -> r.code().equals(region.code()))
                        .isPresent()
                || Regions.get().isBelow(region.code(), last.code(), year);
    }

    private static String stem(Subject subject, Optional<Region> region) {
        String stem = BodyNames.inFull(subject.stem());
        if (Corps.reports(subject) && !TOWNS_WITH_OFFICE.matcher(subject.town()).find()) {
            return subject.town() + stem;
        }
        if (!subject.town().isEmpty()) {
            boolean street = subject.town().endsWith("街道") || subject.town().endsWith("地区");
            String office = street ? "办事处" : "人民政府";
            return Gazetteer.spelling(subject.town()) + (GOVERNMENTS.contains(subject.stem()) ? office : stem);
        }
        if (!subject.zone().isEmpty()) {
            return subject.zone() + (GOVERNMENTS.contains(subject.stem()) ? "管理委员会" : stem);
        }
        if (!GOVERNMENTS.contains(subject.stem())) {
            return stem;
        }
        String last = region.map(Region::name).orElse("");
        return last.endsWith("盟") || last.endsWith("地区") ? "行政公署" : "人民政府";
    }

    private static Optional<Level> level(Subject subject, Optional<Region> region) {
        if (!subject.town().isEmpty()) {
            return Optional.of(Level.TOWNSHIP);
        }
        if (!subject.zone().isEmpty()) {
            // a zone stands one level below the division that it lies in
            return region.map(r -> r.level() == Level.COUNTY
                    ? Level.TOWNSHIP
                    : r.level() == Level.PREFECTURE ? Level.COUNTY : Level.PREFECTURE);
        }
        return region.map(Region::level);
    }

    private static ReporterKind kind(Subject subject, String stem) {
        if (OTHERS.stream().anyMatch(stem::endsWith)) {
            return ReporterKind.OTHER;
        }
        boolean itself = GOVERNMENTS.contains(subject.stem());
        if (!subject.town().isEmpty()) {
            return ReporterKind.TOWNSHIP;
        }
        if (!subject.zone().isEmpty()) {
            return itself || ZONE_OFFICES.contains(subject.stem()) ? ReporterKind.GOVERNMENT : ReporterKind.DEPARTMENT;
        }
        return itself ? ReporterKind.GOVERNMENT : ReporterKind.DEPARTMENT;
    }
}
