package org.gongkai.prose;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Paragraph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tables in the text that set the years side by side: a row of years, and below it rows of a label and a figure a year.
 *
 * <pre>
 * 项目                2018年  2019年  增长
 * 主动公开政府信息(条)   150     210    40%
 * </pre>
 *
 * <p>None of their lines is read as a sentence, for the figure beside a label is that of the first year. The figure below
 * the year of the report is read as {@code 2019年主动公开政府信息210条}, from rows with a figure or a sign for none below every year.
 *
 * @param lines numbers of the lines of such tables
 * @param rows what the rows say of the year of the report, one paragraph a row
 */
record YearColumns(Set<Integer> lines, List<Paragraph> rows) {
    private static final Pattern SENTENCE = Pattern.compile("[。;!?]|,.*,");
    private static final Pattern RULE = Pattern.compile("[-—:=+]+");
    private static final int MOST_YEARS = 12;

    /** The tables of a document; none where the year of the report is not known or no row of years stands in it. */
    static YearColumns of(Manuscript manuscript, Set<Integer> tableLines, OptionalInt reportYear) {
        Set<Integer> taken = new HashSet<>();
        List<Paragraph> rows = new ArrayList<>();
        List<Line> lines = manuscript.lines().stream()
                .filter(l -> !l.isBlank() && !tableLines.contains(l.number()))
                .toList();
        int i = 0;
        while (i < lines.size()) {
            String text = lines.get(i).text();
            if (text.indexOf('。') >= 0
                    || text.indexOf(',') >= 0
                    || text.indexOf("20") < 0 && text.indexOf("19") < 0
                    || !YearCell.namesYear(text)) {
                i++;
                continue;
            }
            Head head = head(lines, i);
            i = head.years().isEmpty() ? i + 1 : read(lines, head, reportYear, taken, rows);
        }
        return new YearColumns(Set.copyOf(taken), List.copyOf(rows));
    }

    /**
     * The row of years.
     *
     * @param first index of the line of the first year
     * @param next index of the line below
     */
    private record Head(int first, List<Integer> years, int next) {}

    private static Head head(List<Line> lines, int at) {
        List<Integer> years = new ArrayList<>();
        List<YearCell> cells = YearCell.of(lines.get(at));
        int i = at;
        if (cells.size() == 1) {
            while (i < lines.size() && years.size() <= MOST_YEARS) {
                OptionalInt year = YearCell.year(lines.get(i).text().strip());
                if (year.isEmpty()) {
                    break;
                }
                years.add(year.getAsInt());
                i++;
            }
        } else {
            for (YearCell cell : cells) {
                OptionalInt year = cell.year();
                if (year.isPresent()) {
                    years.add(year.getAsInt());
                } else if (cell.isValue() || cell.text().length() > YearCell.LONGEST_LABEL) {
                    return new Head(at, List.of(), at + 1);
                }
            }
            i = at + 1;
        }
        boolean distinct = years.size() >= 2 && new HashSet<>(years).size() == years.size();
        return new Head(at, distinct ? years : List.of(), i);
    }

    /** Reads the rows below a row of years; the index of the first line that is none of them. */
    private static int read(
            List<Line> lines, Head head, OptionalInt reportYear, Set<Integer> taken, List<Paragraph> rows) {
        int column = reportYear.isPresent() ? head.years().indexOf(reportYear.getAsInt()) : -1;
        List<Paragraph> found = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int i = head.next();
        boolean any = false;
        while (i < lines.size() && !SENTENCE.matcher(lines.get(i).text()).find()) {
            int start = i;
            List<YearCell> row = new ArrayList<>(YearCell.of(lines.get(i++)));
            while (i < lines.size() && isPart(row, lines.get(i))) {
                row.addAll(YearCell.of(lines.get(i++)));
            }
            List<YearCell> values = row.stream().filter(YearCell::isValue).toList();
            boolean rule = row.stream().allMatch(c -> RULE.matcher(c.text()).matches());
            if (!rule && (row.get(0).isValue() || values.size() < head.years().size())) {
                if (any || start > head.next()) {
                    i = start;
                    break;
                }
            } else if (!rule) {
                any = true;
                if (column >= 0) {
                    row(row, values, column, reportYear.getAsInt()).ifPresent(found::add);
                }
            }
            for (int line = start; line < i; line++) {
                numbers.add(lines.get(line).number());
            }
        }
        if (!any) {
            return head.next();
        }
        for (int line = head.first(); line < head.next(); line++) {
            taken.add(lines.get(line).number());
        }
        taken.addAll(numbers);
        rows.addAll(found);
        return Math.max(i, head.next());
    }

    /** With one cell a line, a figure goes on with the row of the label above. */
    private static boolean isPart(List<YearCell> row, Line next) {
        List<YearCell> cells = YearCell.of(next);
        boolean labelled = !row.get(0).isValue() && row.stream().skip(1).allMatch(YearCell::isValue);
        return labelled && cells.size() == 1 && cells.get(0).isValue();
    }

    private static Optional<Paragraph> row(List<YearCell> row, List<YearCell> values, int column, int year) {
        StringBuilder label = new StringBuilder();
        for (YearCell cell : row) {
            if (cell.isValue()) {
                break;
            }
            label.append(cell.text());
        }
        return values.get(column).saysOf(year, label.toString());
    }
}
