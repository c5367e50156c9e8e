package org.gongkai.prose;

import org.gongkai.text.Cell;
import org.gongkai.text.Line;
import org.gongkai.text.Paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table that sets years beside each other.
 *
 * @param text what stands in it
 * @param line number of its line
 */
record YearCell(String text, int line) {
    /** A longer text names nothing that is counted year by year. */
    static final int LONGEST_LABEL = 30;

    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:年度?)?");
    private static final Pattern FIGURE = Pattern.compile("([0-9][0-9,.]*万?余?)([条件次个人篇份期宗起项])?");
    private static final Pattern OTHER_FIGURE =
            Pattern.compile("[+-]?[0-9.]+[%‰倍]|[—\\-/无]+|[+-][0-9.,]+[条件次个人篇份期宗起项]?|[增减][0-9.%]+");
    private static final Pattern UNIT = Pattern.compile("\\((?:单位[::]?)?([条件次个人篇份期宗起项])\\)");
    private static final String NONE = "-";

    /** The cells of a line, a sign for none in the place of a blank one. */
    static List<YearCell> of(Line line) {
        List<YearCell> cells = new ArrayList<>();
        if (!line.cells().isEmpty()) {
            for (Cell cell : line.cells()) {
                String text = cell.text().replace(" ", "");
                cells.add(new YearCell(text.isEmpty() ? NONE : text, line.number()));
            }
            return cells;
        }
        for (String cell : line.text().split("[\\s|]+")) {
            if (!cell.isBlank()) {
                cells.add(new YearCell(cell.strip(), line.number()));
            }
        }
        return cells.isEmpty() ? List.of(new YearCell(NONE, line.number())) : cells;
    }

    /** Whether a year stands in a text. */
    static boolean namesYear(String text) {
        return YEAR.matcher(text).find();
    }

    /** The year that a text is, and nothing else. */
    static OptionalInt year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.matches() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    /** The year that it is. */
    OptionalInt year() {
        return year(text);
    }

    /** Whether it is a figure, or a sign for none. */
    boolean isValue() {
        return FIGURE.matcher(text).matches() || OTHER_FIGURE.matcher(text).matches();
    }

    /** As a figure of a year, {@code 2019年主动公开政府信息210条}; empty where it is none. */
    Optional<Paragraph> saysOf(int year, String label) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.matches()) {
            return Optional.empty();
        }
        Matcher unit = UNIT.matcher(label);
        String measure = figure.group(2) != null ? figure.group(2) : unit.find() ? unit.group(1) : "";
        String name = UNIT.matcher(label).replaceAll("");
        return name.isEmpty() || name.length() > LONGEST_LABEL
                ? Optional.empty()
                : Optional.of(
                        new Paragraph(year + "年" + name + figure.group(1) + measure + "。", List.of(0), List.of(line)));
    }
}
