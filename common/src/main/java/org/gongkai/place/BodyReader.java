package org.gongkai.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a body together: its full name with its place, its stable id, its kind and level. Stateless. */
final class BodyReader {
    private static final Set<String> GOVERNMENTS = Set.of("人民政府", "政府", "行政公署", "行署", "");
    private static final List<String> OTHERS = Words.list("other_suffixes");
    private static final List<String> SHORT_PLACE = Words.list("short_place_stems");
    private static final Set<String> ZONE_OFFICES = Set.copyOf(Words.list("zone_offices"));

    private BodyReader() {}

    static Identifier.Who compose(Subject subject, Optional<Region> region, int year, PlainText text) {
        String place = keepsPrintedPlace(subject) ? printedPlace(subject) : place(subject, region, year, text);
        String stem = stem(subject, region);
        String name = subject.organ() + place + stem;
        String code = region.map(Region::code).orElse("");
        String current =
                region.flatMap(r -> Regions.get().current(r.code(), year)).orElse(code);
        Optional<Level> level = level(subject, region);
        String path = region.map(r -> Regions.get().pathNames(r.code(), r.in(year) ? year : r.firstYear()))
                .orElse("");
        String inner = subject.town() + (subject.zone().isEmpty() ? "" : subject.zone());
        String regionName = inner.isEmpty() ? region.map(Region::name).orElse("") : inner;
        String full = inner.isEmpty() || path.isEmpty() ? path : path + "/" + inner;
        boolean genericZone = !subject.zone().isEmpty()
                && region.isEmpty()
                && subject.chains().isEmpty()
                && Words.list("zone_generic").contains(subject.zone());
        return new Identifier.Who(
                name,
                code.isEmpty() ? "" : current + "-" + BodyNames.stable(stem),
                code,
                genericZone ? "" : regionName,
                full,
                level,
                kind(subject, stem));
    }

    /** 国家统计局重庆调查总队, 新疆生产建设兵团: their names take the short form of the place. */
    private static boolean keepsPrintedPlace(Subject subject) {
        return subject.town().isEmpty()
                && subject.zone().isEmpty()
                && !subject.stem().isEmpty()
                && SHORT_PLACE.stream().anyMatch(subject.stem()::endsWith);
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
                .filter(n -> text.text().contains(n + inner))
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
        if (!subject.town().isEmpty()) {
            boolean street = subject.town().endsWith("街道") || subject.town().endsWith("地区");
            String office = street ? "办事处" : "人民政府";
            return subject.town() + (GOVERNMENTS.contains(subject.stem()) ? office : stem);
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
