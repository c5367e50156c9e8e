package org.gongkai.place;

import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year that a document reports on: given, title, stated period, heading of the table, opening. Stateless. */
final class ReportYear {
    private static final int OPENING = 3000;
    private static final Pattern OPENING_YEAR = Pattern.compile(
            "(20[0-3][0-9])年度?(?:政府|全[市县区省镇乡])?(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|情况)|(20[0-3][0-9])年度?,?(?:本|我)(?:局|镇|乡|单位|委|办|机关|苏木|街|处|县|市|区|旗|州|盟|省|厅|院|中心|队|校|部|社|会|站|所|公司|管委会)|(?:^|[。:况述])(20[0-3][0-9])年度?,(?:在[^,。]{2,40}下,)?[^,。]{3,30}(?:根据《中华人民共和国政府信息公开条例》|坚持以|认真贯彻|深入贯彻|全面贯彻)");
    private static final Pattern SECOND_TITLE =
            Pattern.compile("^[^。,:《》]{0,40}?(?:信息|政务)公开[^。,:《》]{0,14}(?:报告|年报)(?:\\(.{1,12}\\))?$");
    private static final int LONGEST_TITLE = 70;
    private static final int FEWEST_MENTIONS = 3;

    private ReportYear() {}

    static OptionalInt read(
            Manuscript manuscript,
            Optional<Title> title,
            List<Period> periods,
            PlainText text,
            OptionalInt headingYear,
            int headingLine,
            List<Evidence> evidence,
            List<Finding> findings) {
        OptionalInt given = manuscript.particulars().reportYear();
        OptionalInt titled = title.map(Title::year).orElse(OptionalInt.empty());
        int titleLine = title.map(Title::line).orElse(0);
        Optional<Period> period = periods.stream()
                .filter(p -> p.stated() && p.inOneYear())
                .findFirst()
                .or(() -> wholeYear(periods));
        int periodLine = period.map(p -> text.line(p.offset())).orElse(0);
        OptionalInt covered =
                period.map(p -> OptionalInt.of(p.from().getYear())).orElse(OptionalInt.empty());
        given.ifPresent(y -> evidence.add(new Evidence("year", "given", String.valueOf(y), String.valueOf(y), 0)));
        titled.ifPresent(y -> evidence.add(new Evidence(
                "year", titleLine == 0 ? "given" : "title", title.get().printed(), String.valueOf(y), titleLine)));
        period.ifPresent(p -> evidence.add(new Evidence(
                "year", "period", p.printed(), String.valueOf(p.from().getYear()), periodLine)));
        headingYear.ifPresent(y ->
                evidence.add(new Evidence("year", "table_heading", String.valueOf(y), String.valueOf(y), headingLine)));
        Said byTitle = new Said("标题", titled, titleLine);
        Said byPeriod = new Said("统计期限", covered, periodLine);
        Said byHeading = new Said("统计表", headingYear, headingLine);
        differ("year.given_title", Severity.ERROR, new Said("给出的年度", given, 0), byTitle, findings);
        if (period.filter(Period::stated).isPresent()) {
            differ("year.title_period", Severity.ERROR, byTitle, byPeriod, findings);
        }
        differ("year.title_heading", Severity.ERROR, byTitle, byHeading, findings);
        if (titled.isEmpty()) {
            differ("year.period_heading", Severity.ERROR, byPeriod, byHeading, findings);
        }
        twoReports(manuscript, title, periods, text, findings);
        lastYears(manuscript, byTitle, text, findings);
        for (OptionalInt year : List.of(given, titled, covered, headingYear)) {
            if (year.isPresent()) {
                return year;
            }
        }
        OptionalInt opening =
                title.map(t -> t.years().size() > 1).orElse(false) ? OptionalInt.empty() : opening(text, evidence);
        if (opening.isEmpty()) {
            findings.add(Finding.at("year.unresolved", "", Severity.WARN, "标题、统计期限和统计表都没有写明一个报告年度", titleLine));
        }
        return opening;
    }

    /** The period that the figures cover: the stated one, else the whole year that is reported on. */
    static Optional<Period> period(List<Period> periods, OptionalInt year) {
        return periods.stream()
                .filter(Period::stated)
                .findFirst()
                .or(() -> wholeYear(periods)
                        .filter(p -> year.isEmpty() || p.from().getYear() == year.getAsInt()));
    }

    private static Optional<Period> wholeYear(List<Period> periods) {
        return periods.stream()
                .filter(p -> p.inOneYear()
                        && p.from().getDayOfYear() == 1
                        && p.to().getMonthValue() == 12
                        && p.to().getDayOfMonth() == 31)
                .findFirst();
    }

    private static OptionalInt opening(PlainText text, List<Evidence> evidence) {
        Matcher m = OPENING_YEAR.matcher(
                text.text().substring(0, Math.min(OPENING, text.text().length())));
        TreeSet<Integer> years = new TreeSet<>();
        int first = -1;
        String seen = "";
        while (m.find()) {
            years.add(Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3)));
            if (first < 0) {
                first = m.start();
                seen = m.group();
            }
        }
        if (years.size() != 1) {
            return OptionalInt.empty();
        }
        evidence.add(new Evidence("year", "text", seen, String.valueOf(years.first()), text.line(first)));
        return OptionalInt.of(years.first());
    }

    /** A year, who says so, and on which line. */
    private record Said(String name, OptionalInt year, int line) {}

    private static void differ(String rule, Severity severity, Said left, Said right, List<Finding> findings) {
        if (left.year().isEmpty() || right.year().isEmpty() || left.year().equals(right.year())) {
            return;
        }
        int one = left.year().getAsInt();
        int other = right.year().getAsInt();
        findings.add(new Finding(
                rule,
                "",
                severity,
                left.name() + "是" + one + "年，" + right.name() + "是" + other + "年",
                Optional.of(BigDecimal.valueOf(one)),
                Optional.of(BigDecimal.valueOf(other)),
                left.line(),
                right.line()));
    }

    /** The text of last year under the title of this one: its sentences name the year before, and never this one. */
    private static void lastYears(Manuscript manuscript, Said title, PlainText text, List<Finding> findings) {
        if (title.year().isEmpty()) {
            return;
        }
        int before = title.year().getAsInt() - 1;
        String mention = before + "年";
        if (text.count(mention, FEWEST_MENTIONS) < FEWEST_MENTIONS
                || sentences(manuscript, text, mention, FEWEST_MENTIONS).size() < FEWEST_MENTIONS
                || !sentences(manuscript, text, (before + 1) + "年", 1).isEmpty()) {
            return;
        }
        int line = sentences(manuscript, text, mention, 1).get(0);
        differ("year.text_of_last_year", Severity.WARN, title, new Said("正文", OptionalInt.of(before), line), findings);
    }

    /** Lines of the first sentences that name a year; a title, a date or a link is no sentence. */
    private static List<Integer> sentences(Manuscript manuscript, PlainText text, String year, int most) {
        List<Integer> lines = new ArrayList<>();
        int at = text.text().indexOf(year);
        while (at >= 0 && lines.size() < most) {
            int line = text.line(at);
            if (manuscript.lines().get(line - 1).text().indexOf('。') >= 0) {
                lines.add(line);
            }
            at = text.text().indexOf(year, at + year.length());
        }
        return lines;
    }

    /** A second title of another year, or a second stated period of another year: two reports in one document. */
    private static void twoReports(
            Manuscript manuscript,
            Optional<Title> title,
            List<Period> periods,
            PlainText text,
            List<Finding> findings) {
        TreeSet<Integer> years = new TreeSet<>();
        int line = 0;
        if (title.isPresent() && title.get().years().size() > 1) {
            years.addAll(title.get().years());
            line = title.get().line();
        }
        OptionalInt first = title.map(Title::year).orElse(OptionalInt.empty());
        for (Line l : manuscript.lines()) {
            if (first.isEmpty()
                    || l.text().length() > 2 * LONGEST_TITLE
                    || !l.text().contains("公开")
                    || !l.text().contains("报")
                    || l.number() <= title.get().line() + 1) {
                continue;
            }
            String plain = TitleReader.squeezed(l.text());
            if (plain.length() > LONGEST_TITLE || !SECOND_TITLE.matcher(plain).matches()) {
                continue;
            }
            OptionalInt second = TitleReader.read(plain, l.number()).year();
            if (second.isPresent() && second.getAsInt() != first.getAsInt()) {
                years.add(first.getAsInt());
                years.add(second.getAsInt());
                line = l.number();
            }
        }
        TreeSet<Integer> covered = new TreeSet<>();
        for (Period p : periods) {
            if (p.stated() && p.inOneYear() && p.from().getDayOfYear() == 1) {
                covered.add(p.from().getYear());
            }
        }
        boolean secondTitle = years.size() > 1;
        if (secondTitle || covered.size() > 1) {
            years.addAll(covered);
            if (!secondTitle) {
                line = text.line(periods.get(periods.size() - 1).offset());
            }
            findings.add(Finding.at("document.two_reports", "", Severity.ERROR, "文件里有不止一个年度的报告：" + years, line));
        }
    }
}
