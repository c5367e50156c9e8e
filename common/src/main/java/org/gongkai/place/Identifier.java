package org.gongkai.place;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says who reports, where and for which year. Evidence in this order: what was given beside the text, the title, the
 * publisher in the head, index numbers, the text itself, lists of towns and zones, the signature. The day of
 * publication is never taken for the report year. Thread-safe; no state.
 *
 * <p>Findings: {@code year.title_period}, {@code year.title_heading}, {@code year.given_title} where years disagree
 * (the title is kept, and what was given before it); {@code year.text_of_last_year}; {@code year.unresolved}; {@code document.two_reports};
 * {@code body.unresolved}; {@code region.ambiguous} where several divisions of that name are possible; {@code
 * region.unresolved}; {@code region.title_index} where an index number belongs to another division; {@code
 * date.before_period_end}.
 */
public final class Identifier {
    /** The year by which names are read while none is known. */
    static final int SOME_YEAR = 2018;

    private static final Pattern PATH_CODE = Pattern.compile("(?<![0-9])([1-8][0-9]{5})(?![0-9])");

    private Identifier() {}

    /**
     * Identifies a document.
     *
     * @param manuscript the document
     * @param headingYear the year that the heading of its statutory table carries
     * @param headingLine 1-based line of that heading, 0 where there is none
     */
    public static Identification identify(Manuscript manuscript, OptionalInt headingYear, int headingLine) {
        Particulars given = manuscript.particulars();
        List<Evidence> evidence = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        PlainText text = PlainText.of(manuscript);
        Clues clues = Clues.read(manuscript, headingLine);
        Optional<Title> title = TitleFinder.find(manuscript);
        List<Period> periods = Period.find(text.text());
        OptionalInt year =
                ReportYear.read(manuscript, title, periods, text, headingYear, headingLine, evidence, findings);
        Optional<Period> period = ReportYear.period(periods, year);
        int asOf = year.orElse(SOME_YEAR);

        OpeningReader opening = new OpeningReader(text);
        Optional<Reporters.Named> named = Reporters.first(title, given, clues, opening, asOf);
        named.ifPresent(n -> evidence.add(new Evidence(
                "body", n.from(), n.subject().printed(), n.subject().stem(), n.line())));
        Who who = named.map(n -> place(n, title, given, clues, opening, asOf, findings, evidence))
                .orElseGet(() -> placeOnly(title, asOf, evidence));
        if (named.isEmpty()) {
            findings.add(Finding.at(
                    "body.unresolved",
                    "",
                    Severity.WARN,
                    "标题、发布机构和落款都没有写明报告单位",
                    title.map(Title::line).orElse(0)));
        }
        ScopeReader.Stated scope = named.isEmpty()
                ? new ScopeReader.Stated(Scope.UNKNOWN, "", 0)
                : ScopeReader.read(
                        who.kind(), who.name().endsWith("人民政府办公室") || who.name().endsWith("人民政府办公厅"), text.text());
        if (!scope.seen().isEmpty()) {
            evidence.add(
                    new Evidence("scope", "text", scope.seen(), scope.scope().code(), text.line(scope.offset())));
        }
        Optional<LocalDate> published = published(given, clues, year, evidence, findings);
        return new Identification(
                title.map(Title::printed).orElse(""),
                who.name(),
                who.id(),
                who.code(),
                who.regionName(),
                who.path(),
                who.level(),
                who.kind(),
                scope.scope(),
                year,
                period.map(Period::from),
                period.map(Period::to),
                published,
                evidence,
                findings);
    }

    record Who(
            String name,
            String id,
            String code,
            String regionName,
            String path,
            Optional<Level> level,
            ReporterKind kind) {
        private static final Who NOBODY = new Who("", "", "", "", "", Optional.empty(), ReporterKind.OTHER);
    }

    private static Who place(
            Reporters.Named named,
            Optional<Title> title,
            Particulars given,
            Clues clues,
            OpeningReader opening,
            int year,
            List<Finding> findings,
            List<Evidence> evidence) {
        PlainText text = opening.text();
        Subject subject = named.subject();
        if (Nation.reports(subject)) {
            String name = BodyNames.inFull(subject.stem());
            return new Who(
                    name,
                    Region.NATION + "-" + BodyNames.stable(name),
                    Region.NATION,
                    "全国",
                    "全国",
                    Optional.of(Level.NATION),
                    ReporterKind.DEPARTMENT);
        }
        Placement placement = new Placement(subject, year, text, named.line());
        given.regionCode().ifPresent(c -> placement.code(c, "given", c, 0));
        int bracket = named.inserted().indexOf('(');
        if (bracket >= 0) {
            placement.inside(
                    named.inserted().substring(bracket + 1, named.inserted().length() - 1), named.from(), named.line());
        }
        title.ifPresent(t -> t.hints().forEach(h -> placement.phrase(h, "title", t.line())));
        given.publisher().map(TitleReader::plain).ifPresent(p -> placement.phrase(p, "given", 0));
        clues.publishers().forEach(c -> placement.phrase(c.value(), "publisher", c.line()));
        clues.codes().forEach(c -> placement.code(c.value(), "index_number", c.seen(), c.line()));
        Matcher path = PATH_CODE.matcher(given.source());
        while (path.find()) {
            placement.code(path.group(1), "address", path.group(1), 0);
        }
        placement.sites(given.source(), "address", 0);
        placement.namedInText();
        if (placement.isOpen()) {
            opening.said().forEach(s -> placement.phrase(s.phrase(), "text", text.line(s.offset())));
            Sites.printed(text)
                    .forEach(h -> placement.sites(
                            h, "text", text.line(Math.max(0, text.text().indexOf(h)))));
        }
        clues.signature().ifPresent(c -> placement.phrase(c.value(), "signature", c.line()));
        placement.parentsInText();
        placement.zone(named.line());
        placement.town(named.line());
        placement.namedAlone();
        evidence.addAll(placement.evidence());
        Optional<Region> region = placement.region();
        if (region.isEmpty()) {
            findings.add(
                    placement.isAmbiguous()
                            ? Finding.at(
                                    "region.ambiguous",
                                    "",
                                    Severity.WARN,
                                    "“" + subject.printed() + "”可能在：" + placement.leftNames() + "，文中无从判断",
                                    named.line())
                            : Finding.at(
                                    "region.unresolved",
                                    "",
                                    Severity.WARN,
                                    "“" + subject.printed() + "”没有写明所在地区",
                                    named.line()));
        }
        region.ifPresent(r -> clues.codes().stream()
                .filter(c -> Regions.get()
                        .at(c.value(), year)
                        .filter(o -> !related(o, r, year))
                        .isPresent())
                .findFirst()
                .ifPresent(c -> findings.add(Finding.at(
                        "region.title_index",
                        "",
                        Severity.WARN,
                        "标题的地区是" + r.name() + "（" + r.code() + "），索引号的地区代码是" + c.value(),
                        c.line()))));
        return BodyReader.compose(subject, region, placement.left(), named.inserted(), year, text);
    }

    /** 镇政府信息公开工作年度报告(北京市大兴区): who reports stays open, where is printed. */
    private static Who placeOnly(Optional<Title> title, int year, List<Evidence> evidence) {
        for (String hint : title.map(Title::hints).orElse(List.of())) {
            List<Region> named = SubjectReader.read(hint, year)
                    .filter(s -> s.stem().isEmpty())
                    .map(Subject::regions)
                    .orElse(List.of());
            if (named.size() == 1 && named.get(0).in(year)) {
                Region region = named.get(0);
                String path = Regions.get().pathNames(region.code(), year);
                evidence.add(
                        new Evidence("region", "title", hint, path, title.get().line()));
                return new Who("", "", region.code(), region.name(), path, Optional.empty(), ReporterKind.OTHER);
            }
        }
        return Who.NOBODY;
    }

    private static boolean related(Region a, Region b, int year) {
        return a.code().equals(b.code())
                || Regions.get().isBelow(a.code(), b.code(), year)
                || Regions.get().isBelow(b.code(), a.code(), year);
    }

    private static Optional<LocalDate> published(
            Particulars given, Clues clues, OptionalInt year, List<Evidence> evidence, List<Finding> findings) {
        if (given.publishedOn().isPresent()) {
            evidence.add(new Evidence(
                    "published_on",
                    "given",
                    given.publishedOn().get().toString(),
                    given.publishedOn().get().toString(),
                    0));
            return given.publishedOn();
        }
        Optional<Clues.Clue<LocalDate>> day = clues.head().or(clues::tail);
        if (day.isPresent()
                && year.isPresent()
                && day.get().value().getYear() < year.getAsInt()
                && clues.tail().isPresent()) {
            day = clues.tail();
        }
        day.ifPresent(d -> {
            evidence.add(new Evidence(
                    "published_on",
                    clues.tail().equals(Optional.of(d)) ? "signature" : "text",
                    d.seen(),
                    d.value().toString(),
                    d.line()));
            if (year.isPresent()
                    && d.value().getYear() <= year.getAsInt()
                    && !d.value().equals(LocalDate.of(year.getAsInt(), 12, 31))) {
                findings.add(Finding.at(
                        "date.before_period_end",
                        "",
                        Severity.INFO,
                        "日期" + d.value() + "在报告年度" + year.getAsInt() + "年结束之前",
                        d.line()));
            }
        });
        return day.map(Clues.Clue::value);
    }
}
