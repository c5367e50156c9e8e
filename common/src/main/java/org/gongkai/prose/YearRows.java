package org.gongkai.prose;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Paragraph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tables in the text that set the years below each other: a row of labels, and below it a row of figures a year.
 *
 * <pre>
 * 年度     主动公开政府信息(条)   收到申请(件)
 * 2018年   150                6
 * 2019年   210                4
 * </pre>
 *
 * <p>None of their lines is read as a sentence. The row of the report's year is read as {@code 2019年主动公开政府信息210条};
 * where the years are fewer than two, or a row has more figures or fewer than there are labels, nothing is.
 *
 * @param lines numbers of the lines of such tables
 * @param rows what the row of the report's year says, one paragraph a figure
 */
record YearRows(Set<Integer> lines, List<Paragraph> rows) {
    private static final Set<String> HEADS = Set.of("年度", "年份", "时间", "年", "项目年度", "年度项目", "年份项目", "项目年份");
    private static final String FIRST_LETTERS = "年时项";
    private static final Set<String> SUMS = Set.of("合计", "总计", "小计", "累计");
    private static final int MOST_LABELS = 12;
    private static final int MOST_LINES = 200;

    /** The tables of a document; no row where the year of the report is not known. */
    static YearRows of(Manuscript manuscript, Set<Integer> tableLines, OptionalInt reportYear) {
        Set<Integer> taken = new HashSet<>();
        List<Paragraph> rows = new ArrayList<>();
        List<Line> lines = manuscript.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!tableLines.contains(line.number()) && !taken.contains(line.number()) && opens(line)) {
                read(cells(lines, i, tableLines), reportYear, taken, rows);
            }
        }
        return new YearRows(Set.copyOf(taken), List.copyOf(rows));
    }

    private static boolean opens(Line line) {
        String text = line.text();
        int first = 0;
        while (first < text.length() && " |\t".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean may = first < text.length() && FIRST_LETTERS.indexOf(text.charAt(first)) >= 0;
        return may && isHead(YearCell.of(line).get(0));
    }

    private static boolean isHead(YearCell cell) {
        return HEADS.contains(cell.text().replace("/", "").replace("\\", ""));
    }

    /** The cells from a line on, up to the next sentence. */
    private static List<YearCell> cells(List<Line> lines, int from, Set<Integer> tableLines) {
        List<YearCell> cells = new ArrayList<>();
        for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            Line line = lines.get(i);
            if (tableLines.contains(line.number()) || line.text().indexOf('。') >= 0) {
                break;
            }
            if (!line.isBlank() && !isRuler(line.text())) {
                cells.addAll(YearCell.of(line));
            }
        }
        return cells;
    }

    private static boolean isRuler(String text) {
        return text.chars().allMatch(c -> "|-—:=+ ".indexOf(c) >= 0);
    }

    private static void read(List<YearCell> cells, OptionalInt reportYear, Set<Integer> taken, List<Paragraph> rows) {
        int width = 0;
        while (width < MOST_LABELS && isLabel(cells, width + 1)) {
            width++;
        }
        List<Paragraph> found = new ArrayList<>();
        Set<Integer> years = new HashSet<>();
        int at = width + 1;
        while (width > 0 && isRow(cells, at, width)) {
            int year = cells.get(at).year().orElse(0);
            if (year != 0 && !years.add(year)) {
                return;
            }
            if (reportYear.equals(OptionalInt.of(year))) {
                for (int i = 1; i <= width; i++) {
                    cells.get(at + i).saysOf(year, cells.get(i).text()).ifPresent(found::add);
                }
            }
            at += width + 1;
        }
        if (years.size() < 2) {
            return;
        }
        cells.subList(0, at).forEach(cell -> taken.add(cell.line()));
        boolean whole = at == cells.size() || !cells.get(at).isValue();
        if (whole) {
            rows.addAll(found);
        }
    }

    private static boolean isLabel(List<YearCell> cells, int at) {
        return at < cells.size()
                && cells.get(at).year().isEmpty()
                && !cells.get(at).isValue()
                && cells.get(at).text().length() <= YearCell.LONGEST_LABEL;
    }

    /** Whether a year, or a word for their sum, stands here with just so many figures behind it. */
    private static boolean isRow(List<YearCell> cells, int at, int width) {
        if (at + width >= cells.size()
                || cells.get(at).year().isEmpty()
                        && !SUMS.contains(cells.get(at).text())) {
            return false;
        }
        for (int i = 1; i <= width; i++) {
            if (!cells.get(at + i).isValue()) {
                return false;
            }
        }
        return true;
    }
}
