package org.gongkai.place;

import org.gongkai.reference.Reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The divisions of the 新疆生产建设兵团. A division and its city report as one (师市合一): {@code 第八师石河子市} is one
 * body, and {@code 第八师教育局} lies in 石河子市. Which division goes with which city is in {@code corps.csv}; divisions
 * without a city of their own lie in the region. Stateless.
 */
final class Corps {
    private static final String NAME = "生产建设兵团";
    private static final Pattern DIVISION =
            Pattern.compile("^((?:新疆)?(?:生产建设)?兵团)?(?:第|农)?(" + "十[一二三四]?|[一二三四五六七八九]|1[0-4]|[1-9])师(?!范|资|生|傅)(.*)$");
    private static final Pattern REGIMENT =
            Pattern.compile("^(第?[0-9一二三四五六七八九十〇百]{1,5}团(?:场)?|[\\u3400-\\u9fff]{2,6}团场)(.*)$");
    private static final Map<String, String> CITIES = new HashMap<>();

    static {
        List<String> lines = Reference.lines("corps.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] part = line.split(",");
            CITIES.put(part[0], part[1]);
        }
    }

    private Corps() {}

    /** The phrase as a body of a division; empty where it names none. */
    static Optional<Subject> read(String phrase, int year) {
        int at = phrase.indexOf('师');
        Matcher m = at < 0 || at > 14 ? null : DIVISION.matcher(phrase);
        if (m == null || !m.matches() || m.group(1) == null && phrase.charAt(0) != '第' && phrase.charAt(0) != '农') {
            return Optional.empty();
        }
        String division = "第" + Dates.inWords(m.group(2)) + "师";
        String organ = (m.group(1) == null ? "" : "新疆" + NAME) + division;
        String city = CITIES.get(division);
        if (city == null) {
            return Optional.empty();
        }
        String rest = m.group(3);
        Optional<Region> seat = Regions.get().at(city, year);
        String printed = seat.map(Region::name).filter(rest::startsWith).orElse("");
        rest = rest.substring(printed.length());
        Matcher regiment = REGIMENT.matcher(rest);
        String town = "";
        if (regiment.matches()) {
            town = regiment.group(1);
            rest = regiment.group(2);
        } else if (!rest.isEmpty()) {
            Optional<Subject> inner = SubjectReader.read(rest, year);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            town = inner.get().town();
            rest = inner.get().town().isEmpty()
                    ? inner.get().zone() + inner.get().stem()
                    : inner.get().stem();
        }
        List<List<Region>> chains = seat.map(r -> List.of(List.of(r))).orElse(List.of());
        return Optional.of(new Subject(phrase, chains, town, "", rest, organ));
    }

    /** Whether a body is one of a division. */
    static boolean reports(Subject subject) {
        return subject.organ().endsWith("师");
    }

    /** What stands between a division and the name of its body: its city, where that is printed. */
    static String place(Subject subject) {
        return subject.regions().stream()
                .map(Region::name)
                .filter(subject.printed()::contains)
                .findFirst()
                .orElse("");
    }
}
