package org.gongkai.table;

import org.gongkai.catalogue.Indicator;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.text.Line;
import org.gongkai.text.LineNumbers;
import org.gongkai.text.Manuscript;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The reading of one document while it is being made. Not safe to share. */
final class Draft {
    private final FormIndex form;
    /** By the places of the form; null where nothing has been read. */
    private final Value[] values;

    private boolean isEmpty = true;
    private final Map<Integer, String> unmapped = new TreeMap<>();
    private final BitSet lines = new BitSet();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Manuscript manuscript;
    private final List<Integer> repeated = new ArrayList<>();
    private int headingYear;
    private int headingYearLine;

    Draft(FormIndex form, Manuscript manuscript) {
        this.form = form;
        this.values = new Value[form.places()];
        this.manuscript = manuscript;
    }

    /** Notes that a line belongs to a table. */
    void line(int line) {
        lines.set(line);
    }

    /** Notes that a line inside a table was given to no cell. */
    void unmapped(int line) {
        lines.set(line);
        unmapped.put(line, printed(line));
    }

    private String printed(int line) {
        List<Line> all = manuscript.lines();
        return line < 1 || line > all.size() ? "" : all.get(line - 1).printed();
    }

    /** Notes that a line listed as unmapped has been understood after all. */
    void mapped(int line) {
        lines.set(line);
        unmapped.remove(line);
    }

    void headingYear(int year, int line) {
        if (headingYear == 0) {
            headingYear = year;
            headingYearLine = line;
        }
    }

    void finding(String rule, String place, Severity severity, String message, int line) {
        findings.putIfAbsent(rule + "|" + place, Finding.at(rule, place, severity, message, line));
    }

    /** Whether a figure, or the lack of one, has been read for the cell. */
    boolean has(Indicator cell) {
        Value value = values[form.place(cell)];
        return value != null
                && !(value.status() == Status.NOT_STATED && value.printedValue().isEmpty());
    }

    /** Notes a row that is printed a second time. */
    void repeated(int line) {
        repeated.add(line);
    }

    /** A cell without a figure. */
    void missing(Indicator cell, Status status, int line, String label, String value) {
        put(cell, Optional.empty(), status, line, label, value);
    }

    /** A cell with its figure, brought to the unit of the catalogue. */
    void figure(Indicator cell, Figure figure, String printedUnit, Token token, String label) {
        put(cell, Optional.of(figure.in(cell.unit(), printedUnit)), Status.NORMAL, token.line(), label, token.text());
    }

    private void put(
            Indicator cell, Optional<BigDecimal> amount, Status status, int line, String label, String printedValue) {
        values[form.place(cell)] = value(cell, amount, status, line, label, printedValue);
        isEmpty = false;
    }

    private static Value value(
            Indicator cell, Optional<BigDecimal> amount, Status status, int line, String label, String printedValue) {
        return new Value(
                cell.code(), cell.requester(), amount, cell.unit(), status, Origin.FORM, line, label, printedValue);
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** The finished reading: every cell of the form, in its order. */
    TableReading finish() {
        int first = lines.isEmpty() ? 1 : lines.nextSetBit(0);
        if (repeated.size() >= 3) {
            finding(
                    "document.two_tables",
                    "",
                    Severity.ERROR,
                    "文件中有两张同样的统计表，只取第一张；第二张有" + repeated.size() + "行",
                    repeated.get(0));
        }
        List<Value> all = new ArrayList<>(form.indicators().size());
        int missing = 0;
        boolean any = false;
        String table = "";
        for (Indicator cell : form.indicators()) {
            Value value = values[form.place(cell)];
            if (!cell.table().equals(table)) {
                cut(any, missing);
                missing = 0;
                table = cell.table();
                any = false;
            }
            any |= value != null;
            missing = value == null ? missing + 1 : 0;
            all.add(value != null ? value : value(cell, Optional.empty(), Status.NOT_FOUND, first, "", ""));
        }
        cut(any, missing);
        return new TableReading(
                form.form().form(),
                all,
                unmapped.entrySet().stream()
                        .map(e -> new Unmapped(e.getKey(), e.getValue()))
                        .toList(),
                lines.isEmpty() ? 0 : lines.nextSetBit(0),
                Math.max(0, lines.length() - 1),
                headingYear == 0 ? OptionalInt.empty() : OptionalInt.of(headingYear),
                headingYearLine,
                LineNumbers.of(lines),
                List.copyOf(findings.values()));
    }

    /** A table that begins and whose last rows are not there. */
    private void cut(boolean any, int missing) {
        if (any && missing > 2) {
            finding("table.cut", "", Severity.WARN, "统计表不完整，末尾缺" + missing + "格", Math.max(0, lines.length() - 1));
        }
    }
}
