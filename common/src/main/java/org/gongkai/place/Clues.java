package org.gongkai.place;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head and the end of a document say of it: who published it, under which index number, when; who signed.
 * Tables of other documents quoted in the middle are not looked at.
 *
 * @param publishers names behind 发布机构 and its like, with their lines
 * @param codes division codes in index numbers and credit codes
 * @param head day of publication in the head
 * @param tail day of signature or of filling in at the end
 * @param signature the line above the day at the end
 */
record Clues(
        List<Clue<String>> publishers,
        List<Clue<String>> codes,
        Optional<Clue<LocalDate>> head,
        Optional<Clue<LocalDate>> tail,
        Optional<Clue<String>> signature) {
    /** Something read, as printed, and its line. */
    record Clue<T>(T value, String seen, int line) {}

    private static final int HEAD_LINES = 40;
    private static final int TAIL_LINES = 15;
    private static final int LONGEST = 400;
    private static final Pattern BODY_BEGINS = Pattern.compile("^(?:[一二三四五六七八九十]+、|第一部分|\\([一二三]\\)|根据|按照|为贯彻|本报告|现将)");
    private static final List<String> PUBLISHER_WORDS = List.of("机构", "单位", "来源", "机关", "部门", "主体");
    private static final Pattern PUBLISHER = Pattern.compile(
            "(?:发布机构|公开机构|发布单位|信息来源|来源|发文机关|发布机关|责任部门|公开单位|编制单位|制发机关|发文单位|公开主体|供稿单位)[::|]*([\\u3400-\\u9fff()]{3,40}?)(?=发布|公开日|公开方|公开时|公开形|责任|生成|成文|日期|文号|索引|主题|时间|发文|浏览|点击|字[体号]|作者|有效|体裁|名称|$|[|::,,【\\[0-9])");
    private static final Pattern INDEX = Pattern.compile("索引[号码][::|]*([0-9]{6})[0-9A-Za-z]*[/\\-_—]?");
    private static final Pattern CREDIT =
            Pattern.compile("(?<![0-9A-Za-z])1[1239]([0-9]{6})(?:MB|[0-9A-Z]{2})[0-9A-Z]{7}[0-9A-Z](?![0-9])");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?:生成日期|发布日期|发文时间|发布时间|发文日期|成文日期|公开日期|公开时间|生成时间|成文时间|信息时间|更新时间|(?<![\\u3400-\\u9fff])(?:日期|时间))[::|]*(20[0-9]{2}[年.\\-/]?[0-9]{1,2}[月.\\-/]?[0-9]{1,2}日?)");
    private static final Pattern FILLED_IN = Pattern.compile(
            "(?:填报日期|填报时间|填表日期|填表时间|上报日期|报送日期|报告日期|编制日期|制表日期)[::|]*(20[0-9]{2}年?[.\\-/]?[0-9]{1,2}[月.\\-/][0-9]{1,2}日?|二[^0-9]{3}年[^0-9]{1,2}月[^0-9]{1,3}日)");
    private static final int LONGEST_ANNEX = 12;
    private static final Pattern ANNEX = Pattern.compile("^附[件表录]?[一1]?[::]?$");
    /** The longest line that the two patterns below can be; most lines at an end are sentences. */
    private static final int LONGEST_SIGNED = 60;

    private static final Pattern ONLY_DAY =
            Pattern.compile("^[(]?((?:20[0-9]{2}|二[〇○零0oO一二三四五六七八九1-9]{3})[年.\\-/].{2,10}?日?)[)]?$");
    private static final Pattern SIGNED =
            Pattern.compile("^([\\u3400-\\u9fff()]{3,40}?)((?:20[0-9]{2}|二[〇○零0oO一二三四五六七八九1-9]{3})年.{1,4}月.{1,3}日)?$");

    /**
     * Reads them.
     *
     * @param manuscript the document
     * @param headingLine line of the heading of the statutory table, 0 where there is none: a report whose table is
     *     annexed is signed above the annex
     */
    static Clues read(Manuscript manuscript, int headingLine) {
        List<Clue<String>> publishers = new ArrayList<>();
        List<Clue<String>> codes = new ArrayList<>();
        Optional<Clue<LocalDate>> head = Optional.empty();
        List<Line> lines = manuscript.lines();
        int seen = 0;
        for (int i = 0; i < lines.size() && seen < HEAD_LINES; i++) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            seen++;
            if (line.text().length() > LONGEST) {
                break;
            }
            String text = strip(line.text());
            if (BODY_BEGINS.matcher(text).find()) {
                break;
            }
            // most lines of a head hold none of these words: asking for them is cheaper than the patterns
            if (PUBLISHER_WORDS.stream().anyMatch(text::contains)) {
                Matcher publisher = PUBLISHER.matcher(text);
                while (publisher.find()) {
                    publishers.add(new Clue<>(publisher.group(1), publisher.group(), line.number()));
                }
            }
            if (hasSixDigits(text)) {
                for (Pattern pattern : List.of(INDEX, CREDIT)) {
                    Matcher code = pattern.matcher(text);
                    while (code.find()) {
                        codes.add(new Clue<>(code.group(1), code.group(), line.number()));
                    }
                }
            }
            if (head.isEmpty() && speaksOfDates(text)) {
                Matcher published = PUBLISHED.matcher(text);
                if (published.find()) {
                    head = Dates.day(published.group(1)).map(d -> new Clue<>(d, published.group(), line.number()));
                }
            }
        }
        Clues atTheEnd = tail(lines, publishers, codes, head);
        int annex = annex(lines, headingLine);
        if (annex <= 0 || (atTheEnd.tail.isPresent() && atTheEnd.signature.isPresent())) {
            return atTheEnd;
        }
        Clues aboveTheAnnex = tail(lines.subList(0, annex), publishers, codes, head);
        return new Clues(
                atTheEnd.publishers,
                atTheEnd.codes,
                atTheEnd.head,
                atTheEnd.tail.or(aboveTheAnnex::tail),
                atTheEnd.signature.or(aboveTheAnnex::signature));
    }

    /** Every pattern of a day with a word before it asks for one of these two. */
    private static boolean speaksOfDates(String text) {
        return text.contains("日期") || text.contains("时间");
    }

    private static boolean hasSixDigits(String text) {
        int run = 0;
        for (int i = 0; i < text.length() && run < 6; i++) {
            run = text.charAt(i) >= '0' && text.charAt(i) <= '9' ? run + 1 : 0;
        }
        return run == 6;
    }

    /** Index of the line that begins the annex: 附件 or the like alone on a line, else the heading of the table; -1 without. */
    private static int annex(List<Line> lines, int headingLine) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).text().length() <= LONGEST_ANNEX
                    && lines.get(i).text().indexOf('附') >= 0
                    && ANNEX.matcher(strip(lines.get(i).text())).matches()) {
                return i;
            }
        }
        return Math.min(headingLine, lines.size()) - 1;
    }

    private static Clues tail(
            List<Line> lines, List<Clue<String>> publishers, List<Clue<String>> codes, Optional<Clue<LocalDate>> head) {
        Optional<Clue<LocalDate>> day = Optional.empty();
        Optional<Clue<String>> signature = Optional.empty();
        List<Line> last = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && last.size() < TAIL_LINES; i--) {
            if (!lines.get(i).isBlank()) {
                last.add(lines.get(i));
            }
        }
        for (int i = 0; i < last.size() && day.isEmpty(); i++) {
            Line line = last.get(i);
            // each of the patterns asks for a year
            if (line.text().length() > LONGEST
                    || line.text().indexOf('2') < 0 && line.text().indexOf('二') < 0) {
                continue;
            }
            String text = strip(line.text());
            Matcher filled = FILLED_IN.matcher(text);
            if (speaksOfDates(text) && filled.find()) {
                day = Dates.day(filled.group(1)).map(d -> new Clue<>(d, filled.group(), line.number()));
                continue;
            }
            // the other two end with the day
            if (text.length() > LONGEST_SIGNED) {
                continue;
            }
            Matcher only = ONLY_DAY.matcher(text);
            if (only.matches()) {
                day = Dates.day(only.group(1)).map(d -> new Clue<>(d, text, line.number()));
                if (day.isPresent() && i + 1 < last.size()) {
                    Line above = last.get(i + 1);
                    String name = strip(above.text());
                    if (SIGNED.matcher(name).matches() && name.length() <= 40) {
                        signature = Optional.of(new Clue<>(name, name, above.number()));
                    }
                }
                continue;
            }
            Matcher signed = SIGNED.matcher(text);
            if (signed.matches() && signed.group(2) != null) {
                day = Dates.day(signed.group(2)).map(d -> new Clue<>(d, text, line.number()));
                signature = Optional.of(new Clue<>(signed.group(1), text, line.number()));
            }
        }
        return new Clues(List.copyOf(publishers), List.copyOf(codes), head, day, signature);
    }

    private static String strip(String text) {
        int same = 0;
        while (same < text.length() && !PlainText.isBlank(text.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, same);
        for (int i = same; i < text.length(); i++) {
            if (!PlainText.isBlank(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
