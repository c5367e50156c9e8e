package org.gongkai.place;

import org.gongkai.text.Folding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the title of a report apart. The year may stand first, last or in the middle, in Chinese digits; a title may carry
 * the name of the site. Stateless.
 */
final class TitleReader {
    private static final Pattern MARKER = Pattern.compile("(?:政府|政务)?(?:信息|政务)(?:与政务|和政务|依申请)?公开|公开政府信息");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:附件?[0-9一二三四五六七八九]*[::、.]?|\\[[^\\]]{0,12}\\]|\\((?:一?图|视频|转|原创|公示|解读)[^()]{0,8}\\)|[●■◆★·•*#>\\-—\"“”《<]+|标题[::]|题名[::]|信息名称[::]|名称[::]|您(?:现在)?的位置[::])+");
    private static final Pattern ABOUT =
            Pattern.compile("^关于(?:印发|公布|发布|报送|上报|呈报|编制|做好|公开)?(?:的)?[《]?|关于(?:印发|公布|发布|报送|上报|做好|公开)?[《]?$|[《的]+$");
    private static final Pattern FILE =
            Pattern.compile("\\.(?:docx?|pdf|wps|html?|txt|xlsx?)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,30})\\)");
    /** A body goes on behind a bracket: 高新区(高港区)财政局. */
    private static final Pattern INSIDE = Pattern.compile("(?!政府信息|信息公开|政务公开|关于|年度|工作|年报|报告)[\\u3400-\\u9fff]{2}");

    private static final Pattern NOT_A_HINT = Pattern.compile("版(?!纳)|修订|公开|全文|附|图|试行|含|稿|草案|报告|[0-9]{4}");
    /** When the page was put up: 2007年…年报(2008-09-19). */
    private static final Pattern DATED =
            Pattern.compile("(?<=报告|年报)\\(20[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?\\)$");

    private static final Pattern SITE = Pattern.compile("[_|]|(?<=报告|年报)[\\-—–~]+|--+");

    private static final Pattern RANGE = Pattern.compile("20[0-9]{2}(?:年度?)?[\\-—~至到、和与]20[0-9]{2}年");
    private static final Pattern FORWARDS = Pattern.compile("^(.{3,40}?)关于(?:印发|公布|发布|转发|报送|上报|做好|公开|编制)?[《]?(.*)$");
    private static final Pattern REPORT_WORDS = Pattern.compile("(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)");
    private static final Pattern OF_SITE = Pattern.compile("(?:门户|政务)?(?:网站|网)$");
    private static final Pattern BEHIND_MARKER =
            Pattern.compile("^(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报|情况|总结)?(?:的报告)?");
    private static final Pattern LEADING_DASH = Pattern.compile("^[\\-—_:]+");
    private static final Pattern MONTH = Pattern.compile("年?[0-9一二三四五六七八九十]{1,2}月");
    private static final Pattern NO_NAME = Pattern.compile("\\([^\\u3400-\\u9fff]*\\)|^中共|(?<=海关)关区$");
    private static final Pattern EDGES = Pattern.compile("^(?:年度?|度|[\\-—~至到、,.:]+)|(?:年度|发布|公布|[\\-—~、,:]+)$");
    private static final Pattern LEADING_YEAR = Pattern.compile("^[年度至到]");
    private static final Set<String> NOBODY = Set.of(
            "全区", "全市", "全县", "全省", "全镇", "全乡", "全旗", "全州", "全盟", "全局", "本级", "镇", "乡", "局", "区", "市", "县", "街道", "本局",
            "本镇", "本乡", "我局", "我市", "我县", "我区", "我镇", "我乡", "镇人民", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "区人民政府", "县人民政府",
            "市人民政府", "年度", "政府");

    private TitleReader() {}

    /** Folded, simplified, without blanks: the form in which titles and names are compared. */
    static String plain(String text) {
        return squeezed(Folding.fold(text));
    }

    /** What {@link #plain} makes of a text that is folded already, as every line of a manuscript is. */
    static String squeezed(String folded) {
        int same = 0;
        while (same < folded.length()
                && !PlainText.isBlank(folded.charAt(same))
                && Simplified.of(folded.charAt(same)) == folded.charAt(same)) {
            same++;
        }
        if (same == folded.length()) {
            return folded;
        }
        StringBuilder out = new StringBuilder(folded.length()).append(folded, 0, same);
        for (int i = same; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!PlainText.isBlank(c)) {
                out.append(Simplified.of(c));
            }
        }
        return out.toString();
    }

    /** Whether a text has one of the words for disclosure, without which a title needs a year. */
    static boolean speaksOfDisclosure(String text) {
        return MARKER.matcher(text).find();
    }

    /** Takes a title apart; {@code line} is where it begins. */
    static Title read(String plain, int line) {
        List<String> hints = new ArrayList<>();
        String text = plain;
        int trail = plain.lastIndexOf('>');
        if (trail >= 0 && MARKER.matcher(plain.substring(trail + 1)).find()) {
            text = plain.substring(trail + 1);
        }
        String[] parts = SITE.split(text);
        if (parts.length > 1) {
            int main = 0;
            while (main < parts.length - 1 && !MARKER.matcher(parts[main]).find()) {
                main++;
            }
            for (int i = 0; i < parts.length; i++) {
                if (i != main && parts[i].length() >= 3) {
                    hints.add(OF_SITE.matcher(parts[i]).replaceAll(""));
                }
            }
            text = parts[main];
        }
        text = FILE.matcher(text).replaceAll("");
        text = DATED.matcher(text).replaceAll("");
        text = LEADING.matcher(text).replaceAll("");
        text = text.replace("》", "");
        Matcher bracket = BRACKETS.matcher(text);
        StringBuilder open = new StringBuilder();
        String inserted = "";
        while (bracket.find()) {
            boolean hint = !NOT_A_HINT.matcher(bracket.group(1)).find()
                    && Dates.years(bracket.group(1)).isEmpty();
            if (hint) {
                hints.add(bracket.group(1));
                if (INSIDE.matcher(text).region(bracket.end(), text.length()).lookingAt() && bracket.start() >= 2) {
                    inserted = text.substring(Math.max(0, bracket.start() - 4), bracket.end());
                }
            }
            bracket.appendReplacement(
                    open,
                    hint
                                    || bracket.end() == text.length()
                                            && Dates.years(bracket.group(1)).isEmpty()
                            ? ""
                            : Matcher.quoteReplacement(bracket.group()));
        }
        bracket.appendTail(open);
        text = open.toString();

        List<Dates.Year> years = Dates.years(text);
        Matcher marker = MARKER.matcher(text);
        int end = marker.find() ? marker.start() : text.length();
        int markerEnd = end == text.length() ? end : marker.end();
        if (end == text.length()) {
            Matcher report = REPORT_WORDS.matcher(text);
            if (report.find()) {
                end = report.start();
                markerEnd = report.end();
            }
        }
        String subject = subject(text, 0, end, years);
        if (subject.isEmpty() && markerEnd < text.length()) {
            String tail = BEHIND_MARKER
                    .matcher(subject(text, markerEnd, text.length(), years))
                    .replaceAll("");
            subject = LEADING_DASH.matcher(tail).replaceAll("");
        }
        Set<Integer> reported = new LinkedHashSet<>();
        boolean range = RANGE.matcher(text).find();
        for (Dates.Year y : years) {
            boolean afterMonth =
                    MONTH.matcher(text).region(y.end(), text.length()).lookingAt();
            if (!afterMonth && (y.marked() || range || years.size() == 1 || nearReport(text, y, marker, end))) {
                reported.add(y.year());
            }
        }
        if (reported.isEmpty()) {
            years.forEach(y -> reported.add(y.year()));
        }
        OptionalInt year =
                reported.size() == 1 ? OptionalInt.of(reported.iterator().next()) : OptionalInt.empty();
        Optional<String> who =
                subject.length() < 2 || NOBODY.contains(subject) ? Optional.empty() : Optional.of(subject);
        return new Title(plain, line, who, year, List.copyOf(reported), inserted, hints);
    }

    /** 年陡镇 is a town, whatever year stands before it. */
    private static boolean namesTown(String subject) {
        return SubjectReader.read(subject, Identifier.SOME_YEAR)
                .filter(s -> !s.town().isEmpty() && subject.startsWith(s.town()) && Gazetteer.isTown(s.town()))
                .isPresent();
    }

    private static boolean nearReport(String text, Dates.Year y, Matcher marker, int end) {
        return y.end() == end || y.start() >= end;
    }

    private static String subject(String text, int from, int to, List<Dates.Year> years) {
        StringBuilder s = new StringBuilder();
        int at = from;
        for (Dates.Year y : years) {
            if (y.start() >= at && y.end() <= to) {
                s.append(text, at, y.start());
                at = y.end();
            }
        }
        s.append(text, at, Math.max(at, to));
        String subject = s.toString();
        if (subject.endsWith("人民")) {
            subject = subject + "政府";
        }
        Matcher forwards = FORWARDS.matcher(subject);
        if (forwards.matches()) {
            subject = forwards.group(2).length() < 3 ? forwards.group(1) : forwards.group(2);
        }
        subject = NO_NAME.matcher(subject).replaceAll("");
        String before;
        do {
            before = subject;
            subject = ABOUT.matcher(subject).replaceAll("");
            if (LEADING_YEAR.matcher(subject).find() && namesTown(subject)) {
                break;
            }
            subject = EDGES.matcher(subject).replaceAll("");
        } while (!subject.equals(before));
        return subject;
    }
}
