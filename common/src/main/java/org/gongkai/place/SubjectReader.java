package org.gongkai.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a phrase such as {@code 中卫市沙坡头区司法局} as places and a body. A name ends where what follows can be the
 * beginning of a body or the end of the phrase: {@code 兴国镇人民政府} is a town and not the county 兴国. Stateless.
 */
final class SubjectReader {
    private static final int MAX_LENGTH = 60;
    private static final List<String> ORGANS = Words.list("organ_prefixes");
    private static final List<String> SHORT_PLACE = Words.list("short_place_stems");
    private static final String GOVERNMENT = Words.pattern("government_words");
    private static final Pattern STARTS_GOVERNMENT = Pattern.compile("^" + GOVERNMENT);
    private static final Pattern STARTS_DEPARTMENT = Pattern.compile("^" + Words.pattern("department_starts"));
    private static final Pattern ENDS_BODY = Pattern.compile(Words.pattern("department_suffixes") + "$");
    private static final Pattern TOWN =
            Pattern.compile("^([\\u3400-\\u9fff·]{1,14}?(?:民族乡|" + String.join("|", Words.list("town_suffixes"))
                    + "|地区))(人民政府|政府|办事处|街道办事处|街道办|办|党政|党工委|党委|便民|综合|社区|财政所|$)(.*)$");
    private static final Pattern ZONE = Pattern.compile("^([\\u3400-\\u9fffA-Za-z0-9()\"“”·]{0,20}?"
            + Words.pattern("zone_suffixes") + ")(?=$|" + Words.pattern("zone_offices") + "|" + GOVERNMENT + "|"
            + Words.pattern("department_starts") + ")(.*)$");
    private static final Pattern COUNTY_ZONE = Pattern.compile("^(?:省级|国家级|国家)?(?:经济|高新|工业|产业|循环|经开|综合|开发)");
    private static final Pattern NOT_A_TOWN = Pattern.compile("局|委员会|政府|办公|厅|管理|全镇|全乡|本镇|本乡|^(?:各|县|市|区)?(?:镇|乡|街道)$");
    private static final Pattern GENERIC = Pattern.compile("^(自治区|省|市|县|区|州|盟|旗)(?:直)?(.+)$");

    private SubjectReader() {}

    private record Reading(int end, List<Region> chain, boolean bare) {}

    /** The phrase as places and body; empty where it is neither. */
    static Optional<Subject> read(String phrase, int year) {
        if (phrase.length() < 2 || phrase.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Subject> local = ofOrgan(phrase, year).or(() -> Corps.read(phrase, year));
        if (local.isPresent()) {
            return local;
        }
        List<Reading> readings = new ArrayList<>();
        places(phrase, 0, List.of(), false, year, readings);
        readings.sort((a, b) -> b.end() != a.end()
                ? b.end() - a.end()
                : b.chain().size() != a.chain().size()
                        ? b.chain().size() - a.chain().size()
                        // a name in its own right goes before one without its last word
                        : Boolean.compare(a.bare(), b.bare()));
        return withPlace(phrase, readings, SubjectReader::rest)
                .or(() -> withPlace(phrase, readings, SubjectReader::zoneOfCounty))
                .or(() -> withoutPlace(phrase, year));
    }

    private static Optional<Subject> withPlace(
            String phrase, List<Reading> readings, BiFunction<String, Reading, Optional<Subject>> rest) {
        for (Reading reading : readings) {
            Optional<Subject> body = rest.apply(phrase, reading);
            if (body.isEmpty()) {
                continue;
            }
            List<List<Region>> chains = new ArrayList<>();
            int depth = reading.chain().size();
            // 巴州人民政府 is the prefecture of that short name; 巴州财政局 may be of the district 巴州区 as well
            boolean government =
                    STARTS_GOVERNMENT.matcher(phrase.substring(reading.end())).find();
            for (Reading other : readings) {
                if (other.end() == reading.end()
                        && other.chain().size() == depth
                        && (other.bare() == reading.bare() || !government)
                        && rest.apply(phrase, other).isPresent()) {
                    chains.add(other.chain());
                }
            }
            Subject s = body.get();
            boolean office = reading.bare() && SHORT_PLACE.stream().anyMatch(s.stem()::endsWith);
            return Optional.of(new Subject(phrase, office ? cities(chains) : chains, s.town(), s.zone(), s.stem(), ""));
        }
        return Optional.empty();
    }

    /** 昆山高新区: a county or a city of county level gives its zone its bare name; districts often share theirs. */
    private static Optional<Subject> zoneOfCounty(String phrase, Reading reading) {
        Region last = reading.chain().get(reading.chain().size() - 1);
        Matcher zone = ZONE.matcher(phrase.substring(reading.end()));
        boolean county =
                reading.bare() && last.level() == Level.COUNTY && !last.name().endsWith("区");
        return county && zone.matches() && COUNTY_ZONE.matcher(zone.group(1)).find()
                ? subject(phrase, "", phrase.substring(0, reading.end()) + zone.group(1), zone.group(2))
                : Optional.empty();
    }

    /** 国家税务总局银川市税务局 belongs to 银川市: the ministry before the place is no place. */
    private static Optional<Subject> ofOrgan(String phrase, int year) {
        for (String organ : ORGANS) {
            if (phrase.startsWith(organ) && phrase.length() > organ.length() + 2) {
                String at = phrase.startsWith("驻", organ.length()) ? organ + "驻" : organ;
                String rest = phrase.substring(at.length());
                return read(rest, year)
                        .filter(s -> !s.chains().isEmpty())
                        .or(() -> provincial(rest, year))
                        .map(s -> new Subject(phrase, cities(s.chains()), s.town(), s.zone(), s.stem(), at));
            }
        }
        return Optional.empty();
    }

    /** 西安 of an office of the nation is the city, not a district 西安区, which would carry its 区. */
    private static List<List<Region>> cities(List<List<Region>> chains) {
        List<List<Region>> wider = chains.stream()
                .filter(c -> c.get(c.size() - 1).level() != Level.COUNTY
                        || !c.get(c.size() - 1).name().endsWith("区"))
                .toList();
        return wider.isEmpty() ? chains : wider;
    }

    /** 国家矿山安全监察局山西局: behind its ministry an office needs no more than its place. */
    private static Optional<Subject> provincial(String rest, int year) {
        String office = "局";
        return rest.endsWith(office) && rest.length() > 2
                ? read(rest.substring(0, rest.length() - 1), year)
                        .filter(s -> !s.chains().isEmpty()
                                && s.stem().isEmpty()
                                && s.town().isEmpty())
                        .map(s -> new Subject(rest, s.chains(), "", "", office, ""))
                : Optional.empty();
    }

    private static void places(String s, int from, List<Region> chain, boolean bare, int year, List<Reading> out) {
        Regions regions = Regions.get();
        for (int end = Math.min(s.length(), from + regions.longestName(s, from)); end >= from + 2; end--) {
            for (Regions.Named named : regions.near(s.substring(from, end), year)) {
                Region region = named.region();
                if (!chain.isEmpty() && !below(region, chain.get(chain.size() - 1), year)) {
                    continue;
                }
                List<Region> longer = new ArrayList<>(chain);
                longer.add(region);
                boolean isBare = named.form() == Regions.Form.BARE;
                Reading reading = new Reading(end, List.copyOf(longer), isBare);
                if (!out.contains(reading)) {
                    out.add(reading);
                }
                if (longer.size() < 3) {
                    places(s, end, longer, isBare, year, out);
                }
            }
        }
    }

    private static boolean below(Region region, Region above, int year) {
        int then = Math.max(region.firstYear(), Math.min(year, region.lastYear()));
        if (Regions.get().isBelow(region.code(), above.code(), then)) {
            return true;
        }
        return Regions.get()
                .in(above, then)
                .filter(a -> Regions.get().isBelow(region.code(), a.code(), then))
                .isPresent();
    }

    /** What follows the places; a bare name must be followed by the beginning of a body. */
    private static Optional<Subject> rest(String phrase, Reading reading) {
        int end = reading.end();
        String rest = phrase.substring(end);
        if (rest.isEmpty()) {
            return subject(phrase, "", "", "");
        }
        Matcher government = STARTS_GOVERNMENT.matcher(rest);
        if (government.find()) {
            // 肥西县人民政府网站情况: what follows is no body of the government, the government itself is meant
            String after = rest.substring(government.end());
            Matcher inner = TOWN.matcher(after);
            if (inner.matches() && isTown(inner.group(1))) {
                return subject(phrase, inner.group(1), "", afterTown(inner));
            }
            return subject(phrase, "", "", after.isEmpty() || isBody(after) ? rest : government.group());
        }
        if (reading.bare()) {
            // 银川高新区 lies in 银川; 东湖高新区 need not lie in the district 东湖, 武汉江夏开发区 does in 江夏
            Region last = reading.chain().get(reading.chain().size() - 1);
            Matcher zone = ZONE.matcher(rest);
            if (zone.matches()) {
                return last.level() == Level.COUNTY && reading.chain().size() < 2
                        ? Optional.empty()
                        : subject(phrase, "", phrase.substring(0, end) + zone.group(1), zone.group(2));
            }
            return STARTS_DEPARTMENT.matcher(rest).find() && isBody(rest)
                    ? subject(phrase, "", "", rest)
                    : Optional.empty();
        }
        Matcher town = TOWN.matcher(rest);
        if (town.matches() && isTown(town.group(1))) {
            return subject(phrase, town.group(1), "", afterTown(town));
        }
        Matcher zone = ZONE.matcher(rest);
        if (zone.matches()) {
            return subject(phrase, "", zone.group(1), zone.group(2));
        }
        return isBody(rest) ? subject(phrase, "", "", rest) : Optional.empty();
    }

    private static Optional<Subject> withoutPlace(String phrase, int year) {
        Matcher town = TOWN.matcher(phrase);
        if (town.matches() && isTown(town.group(1))) {
            return subject(phrase, town.group(1), "", afterTown(town));
        }
        Matcher zone = ZONE.matcher(phrase);
        if (zone.matches()) {
            return subject(phrase, "", zone.group(1), zone.group(2));
        }
        Matcher generic = GENERIC.matcher(phrase);
        if (generic.matches()
                && !STARTS_DEPARTMENT.matcher(phrase).find()
                && (STARTS_DEPARTMENT.matcher(generic.group(2)).find())
                && isBody(generic.group(2))) {
            return Optional.of(new Subject(phrase, List.of(), "", "", generic.group(2), ""));
        }
        return isBody(phrase) && !STARTS_GOVERNMENT.matcher(phrase).matches()
                ? subject(phrase, "", "", phrase)
                : Optional.empty();
    }

    private static String afterTown(Matcher town) {
        String office = town.group(2);
        boolean itself = office.isEmpty()
                || office.equals("人民政府")
                || office.equals("政府")
                || office.startsWith("街道办")
                || office.equals("办事处")
                || office.equals("办");
        return itself ? town.group(3) : office + town.group(3);
    }

    private static boolean isTown(String name) {
        return name.length() >= 2 && (!NOT_A_TOWN.matcher(name).find() || Gazetteer.isTown(name));
    }

    private static boolean isBody(String rest) {
        return rest.length() >= 2
                && !rest.endsWith("网站")
                && ENDS_BODY.matcher(rest).find()
                && rest.indexOf('，') < 0
                && rest.indexOf('。') < 0;
    }

    private static Optional<Subject> subject(String phrase, String town, String zone, String stem) {
        return Optional.of(new Subject(phrase, List.of(), town, zone, stem, ""));
    }
}
