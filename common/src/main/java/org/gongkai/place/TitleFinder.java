package org.gongkai.place;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the title of a report in its first lines; a title may be broken over lines, or doubled. Stateless. */
final class TitleFinder {
    private static final int FIRST_LINES = 25;
    private static final int LONGEST = 90;
    private static final Pattern REPORT = Pattern.compile("报告|年报|年度报|情况|总结");
    private static final Pattern ONLY_REPORT =
            Pattern.compile("^(?:政府信息公开|信息公开|公开)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|年度报告)(?:\\(.*\\))?$");

    private static final Pattern SENTENCE =
            Pattern.compile("[。;]|[,，].*[,，]|[,，]$|根据|按照|现将|如下|[0-9]+余?(?:条|件|次|项)|深入贯彻|贯彻落实|认真落实|高度重视|精神");

    /** 一、总体情况: the heading of a chapter is no title, whatever it speaks of. */
    private static final Pattern CHAPTER =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)|第[一二三四五六]部分)");

    private static final Pattern LABEL =
            Pattern.compile("(?:索引号|发布机构|发布日期|发文|生成日期|公开方式|主题|来源|发布时间|发布人|作者|文号|信息来源|成文日期|公开日期|责任部门|浏览|点击|字体)");

    private static final Pattern LABELLED = Pattern.compile("[::]\\s*(?:20\\d\\d-|\\d+次)");

    /** Characters of the shortest text that is a report. */
    private static final int SHORTEST_TEXT = 100;

    private TitleFinder() {}

    /**
     * The title as given beside the text, or the first lines of the text that form one, or the name of the page; what the
     * first of them lacks is taken from the next. Empty where there is none.
     */
    static Optional<Title> find(Manuscript manuscript) {
        Optional<Title> given = manuscript
                .particulars()
                .title()
                .map(TitleReader::plain)
                .filter(t -> !t.isEmpty())
                .map(t -> TitleReader.read(t, 0));
        if (given.filter(TitleFinder::isWhole).isPresent()) {
            return given;
        }
        Optional<Title> named = manuscript
                .pageName()
                .filter(name -> hasText(manuscript))
                .map(TitleReader::plain)
                .filter(TitleReader::speaksOfDisclosure)
                .map(t -> TitleReader.read(t, 0))
                .filter(TitleFinder::isWhole);
        return joined(given, joined(printed(manuscript), named));
    }

    /** A page that prints next to nothing is no report, whatever it is called: its text is a picture or was not loaded. */
    private static boolean hasText(Manuscript manuscript) {
        int characters = 0;
        for (Line line : manuscript.lines()) {
            characters += line.text().length();
            if (characters >= SHORTEST_TEXT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(Title title) {
        return title.subject().isPresent() && title.year().isPresent();
    }

    private static Optional<Title> joined(Optional<Title> first, Optional<Title> next) {
        if (first.isEmpty()) {
            return next;
        }
        if (isWhole(first.get()) || next.isEmpty()) {
            return first;
        }
        Title f = first.get();
        Title n = next.get();
        return Optional.of(new Title(
                f.printed(),
                f.line(),
                f.subject().or(n::subject),
                f.year().isPresent() ? f.year() : n.year(),
                f.year().isPresent() ? f.years() : n.years(),
                f.subject().isPresent() ? f.inserted() : n.inserted(),
                f.hints()));
    }

    private record Short(String text, int number) {}

    private static Optional<Title> printed(Manuscript manuscript) {
        List<Short> first = new ArrayList<>();
        for (Line line : manuscript.lines()) {
            if (first.size() == FIRST_LINES) {
                break;
            }
            if (line.isBlank() || line.text().length() > 4 * LONGEST) {
                continue;
            }
            if (isLonger(line.text(), LONGEST)) {
                continue;
            }
            String text = TitleReader.squeezed(line.text());
            if (!text.isEmpty() && !isLabelled(text) && text.indexOf('|') != 0) {
                first.add(new Short(text, line.number()));
            }
        }
        Optional<Title> best = Optional.empty();
        for (int i = 0; i < first.size(); i++) {
            String text = first.get(i).text();
            if (!mayBeTitle(text)
                    || SENTENCE.matcher(text).find()
                    || CHAPTER.matcher(text).find()
                    || !REPORT.matcher(text).find()
                            && (!TitleReader.speaksOfDisclosure(text) || text.indexOf(',') >= 0)) {
                continue;
            }
            Optional<Title> title = joined(first, i);
            if (title.isPresent() && (best.isEmpty() || better(title.get(), best.get()))) {
                best = title;
            }
            if (best.isPresent()
                    && best.get().subject().isPresent()
                    && !best.get().years().isEmpty()) {
                break;
            }
        }
        return best;
    }

    /** {@code 索引号 …}, {@code 浏览:12次}: a line of the head of a page. */
    private static boolean isLabelled(String text) {
        return LABEL.matcher(text).lookingAt()
                || text.indexOf(':') >= 0 && LABELLED.matcher(text).find();
    }

    /** Cheaply: every word for a report or for disclosure has one of these in it. */
    private static boolean mayBeTitle(String text) {
        return text.contains("公开") || text.indexOf('报') >= 0 || text.contains("情况") || text.contains("总结");
    }

    /** The title around line i: the lines before it while they name the body, the next where the report word is there. */
    private static Optional<Title> joined(List<Short> lines, int i) {
        String text = lines.get(i).text();
        int from = lines.get(i).number();
        if (!REPORT.matcher(text).find() && i + 1 < lines.size()) {
            String next = lines.get(i + 1).text();
            if (next.length() <= 20
                    && REPORT.matcher(next).find()
                    && !SENTENCE.matcher(next).find()) {
                text = text + next;
            }
        }
        Title best = TitleReader.read(text, from);
        boolean open = best.subject().isEmpty()
                || best.years().isEmpty()
                || ONLY_REPORT.matcher(text).matches()
                || SubjectReader.read(best.subject().get(), best.year().orElse(Identifier.SOME_YEAR))
                        .filter(s -> !s.regions().isEmpty())
                        .isEmpty();
        String before = text;
        for (int back = 1; open && back <= 2 && i - back >= 0; back++) {
            String above = lines.get(i - back).text();
            if (above.length() > 40
                    || SENTENCE.matcher(above).find()
                    || CHAPTER.matcher(above).find()
                    || above.indexOf(':') >= 0
                    || above.indexOf('>') >= 0) {
                break;
            }
            before = above + before;
            Title longer = TitleReader.read(before, lines.get(i - back).number());
            if (better(longer, best)) {
                best = longer;
            }
        }
        // what is missing may stand below: (2019年度), (安丘市财政局)
        String after = best.printed();
        for (int next = i + 1; next <= i + 2 && next < lines.size() && lacks(best); next++) {
            String below = lines.get(next).text();
            if (below.length() > 30
                    || SENTENCE.matcher(below).find()
                    || CHAPTER.matcher(below).find()
                    || below.indexOf(',') >= 0
                    || below.indexOf(':') >= 0
                    || TitleReader.speaksOfDisclosure(below)) {
                break;
            }
            after = after + below;
            Title longer = TitleReader.read(after, best.line());
            if (better(longer, best)) {
                best = longer;
            }
        }
        boolean isTitle = TitleReader.speaksOfDisclosure(best.printed())
                || REPORT.matcher(best.printed()).find() && best.year().isPresent();
        return isTitle ? Optional.of(best) : Optional.empty();
    }

    private static boolean lacks(Title t) {
        return t.years().isEmpty() || t.subject().isEmpty() && t.hints().isEmpty();
    }

    private static boolean better(Title longer, Title shorter) {
        return weight(longer) > weight(shorter);
    }

    private static int weight(Title t) {
        Optional<Subject> s =
                t.subject().flatMap(p -> SubjectReader.read(p, t.year().orElse(Identifier.SOME_YEAR)));
        return (t.year().isPresent() ? 1 : 0)
                + (s.isEmpty() && !t.hints().isEmpty() ? 1 : 0)
                + (s.isPresent()
                        ? 2
                                + 2
                                        * s.get().chains().stream()
                                                .mapToInt(List::size)
                                                .max()
                                                .orElse(0)
                                + (s.get().town().isEmpty() ? 0 : 1)
                        : 0);
    }

    /** Whether a text has more characters than that, blanks not counted. */
    private static boolean isLonger(String text, int most) {
        if (text.length() <= most) {
            return false;
        }
        int length = 0;
        for (int i = 0; i < text.length() && length <= most; i++) {
            length += PlainText.isBlank(text.charAt(i)) ? 0 : 1;
        }
        return length > most;
    }
}
