package org.gongkai.jobs.inspect;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.jobs.words.Plain;
import org.gongkai.jobs.words.Words;
import org.gongkai.report.Report;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of a report as it was read: a line for each printed row, in the order of the document, with lines that belong to
 * no cell at their places and cells that are not in the document counted where they would stand.
 */
final class TableText {
    private static final int APPLICANT = 6;

    private final Words words;
    private final int width;
    private final Marks marks;
    private final Map<Integer, String> strange = new TreeMap<>();
    private final List<String> out = new ArrayList<>();
    private final List<Value> absent = new ArrayList<>();
    private boolean headed;

    TableText(Words words, int width, Marks marks) {
        this.words = words;
        this.width = width;
        this.marks = marks;
    }

    List<String> of(Report report) {
        List<Value> cells =
                report.values().stream().filter(v -> v.origin() != Origin.PROSE).toList();
        strange.putAll(marks.strange());
        // A line whose cells are shown as unreadable need not be shown twice.
        cells.forEach(cell -> strange.remove(cell.status() == Status.NOT_FOUND ? 0 : cell.line()));
        for (int from = 0; from < cells.size(); ) {
            Value cell = cells.get(from);
            int to = from + 1;
            while (to < cells.size() && sameRow(cell, cells.get(to))) {
                to++;
            }
            if (cell.status() == Status.NOT_FOUND && to == from + 1) {
                absent.add(cell);
            } else {
                List<Value> row = cells.subList(from, to);
                boolean nothing = row.stream().allMatch(v -> v.status() == Status.NOT_FOUND);
                if (nothing) {
                    absent.addAll(row);
                } else {
                    absent();
                    strangeAbove(cell.line());
                    out.add(row.size() == 1 ? single(cell) : applicants(report.form(), row));
                }
            }
            from = to;
        }
        absent();
        strangeAbove(Integer.MAX_VALUE);
        return out;
    }

    private static boolean sameRow(Value first, Value next) {
        return !first.requester().equals(Value.TOTAL) && next.indicator().equals(first.indicator());
    }

    /** Lines that nobody understood and that stand above this one. */
    private void strangeAbove(int line) {
        strange.entrySet().removeIf(e -> {
            boolean above = e.getKey() <= line;
            if (above) {
                String text = Columns.cut(Plain.of(e.getValue()), width - 11);
                out.add(marks.of(e.getKey()) + Columns.right("" + e.getKey(), 6) + "  @|yellow " + text + "|@");
            }
            return above;
        });
    }

    /** Cells that the document lacks, one line for as many as follow each other. */
    private void absent() {
        if (!absent.isEmpty()) {
            String first = absent.get(0).indicator();
            String last = absent.get(absent.size() - 1).indicator();
            String which = first.equals(last) ? first : first + " … " + last;
            out.add("        @|faint "
                    + Columns.cut(words.get("inspect.absent", absent.size()) + "  " + which, width - 9) + "|@");
            absent.clear();
        }
    }

    /** Label, figure, unit and code of one cell. */
    String single(Value value) {
        int label = width < 100 ? width - 54 : Math.min(width - 62, 70);
        int code = width - label - 31;
        boolean number = value.status().hasNumber();
        String amount = Columns.right(amount(value), 12);
        return head(value, label)
                + " " + (number ? "@|bold " + amount + "|@" : "@|faint " + amount + "|@")
                + " " + Columns.left(value.unit(), 5)
                + (value.status() == Status.APPROXIMATE ? "@|yellow ≈|@ " : "  ")
                + "@|faint " + Columns.end(value.indicator(), Math.max(8, code)) + "|@";
    }

    private String head(Value value, int label) {
        return marks.of(value)
                + Columns.right("" + value.line(), 6) + "  "
                + Columns.left(Plain.of(value.printedLabel()), label);
    }

    /** Label and one figure for each applicant; the total stands last. */
    private String applicants(String form, List<Value> row) {
        int label = Math.max(16, Math.min(width - 10 - row.size() * (APPLICANT + 1), 60));
        if (!headed) {
            headed = true;
            StringBuilder header = new StringBuilder(" ".repeat(9 + label));
            row.forEach(v -> header.append(' ').append(Columns.right(name(form, v.requester()), APPLICANT)));
            out.add("@|faint " + header + "|@");
        }
        StringBuilder line = new StringBuilder(head(row.get(0), label));
        for (Value value : row) {
            boolean number = value.status().hasNumber();
            String amount = Columns.right(amount(value), APPLICANT);
            line.append(' ').append(number ? "@|bold " + amount + "|@" : "@|faint " + amount + "|@");
        }
        return line.toString();
    }

    private String amount(Value value) {
        return value.amount()
                .map(Plain::number)
                .orElseGet(() -> words.get("status." + value.status().code()));
    }

    /** The beginning of the column's label as the form prints it. */
    private static String name(String form, String requester) {
        return Catalogue.get().form(form).tables().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.code().equals(requester)
                        || requester.equals(Value.TOTAL) && c.role().equals("total"))
                .map(Form.Entry::label)
                .findFirst()
                .map(l -> l.substring(0, Math.min(l.length(), APPLICANT / 2)))
                .orElse("");
    }
}
