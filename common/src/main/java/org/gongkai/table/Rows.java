package org.gongkai.table;

import org.gongkai.catalogue.Indicator;
import org.gongkai.finding.Severity;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns a label and what stands behind it into the values of a row.
 *
 * <p>A row of marked-off cells that are blank at its edges could begin in several columns; it waits until other rows of the
 * table have shown where the figures begin.
 */
final class Rows {
    private static final int UNSEEN = -1;
    private static final int MIXED = -2;
    private static final int FEWEST_COLUMNS = 2;

    private final Draft draft;
    private final Map<TableIndex, Integer> firstColumns = new HashMap<>();
    private final List<Deferred> deferred = new ArrayList<>();

    private record Deferred(
            TableIndex table, Header header, int row, String label, int line, List<Token> run, String unit) {}

    Rows(Draft draft) {
        this.draft = draft;
    }

    /** Writes what has waited for other rows. */
    void finish() {
        for (Deferred d : deferred) {
            int column = firstColumns.getOrDefault(d.table(), UNSEEN);
            Optional<List<Token>> placed =
                    column >= 0 ? matrix(d.table(), d.header(), d.run(), column) : Optional.empty();
            if (placed.isPresent()) {
                place(d.table(), d.row(), d.label(), placed.get(), d.unit());
            } else {
                unreadable(d.table(), d.row(), d.label(), d.line(), d.run());
            }
        }
        deferred.clear();
    }

    /**
     * Writes the values of one row.
     *
     * @param table the table
     * @param header what the header of the document says
     * @param row the row of the table
     * @param label the label as printed
     * @param line line of the label
     * @param run what stands behind the label, in reading order
     * @param unit unit printed in the row, empty where none is
     * @return whether every value cell of the row has been given what is printed in it
     */
    boolean write(TableIndex table, Header header, int row, String label, int line, List<Token> run, String unit) {
        if (table.row(row).isHeading()) {
            run.stream().filter(Token::isNumber).forEach(t -> draft.unmapped(t.line()));
            return false;
        }
        if (draft.has(table.cell(row, 0))) {
            if (run.stream().anyMatch(Token::isNumber)) {
                draft.repeated(line);
                run.stream().filter(Token::isNumber).forEach(t -> draft.unmapped(t.line()));
                draft.unmapped(line);
            }
            return false;
        }
        Optional<List<Token>> placed =
                table.isList() ? single(header, run) : matrix(table, header, run, header.firstColumn());
        if (placed.isPresent()) {
            place(table, row, label, placed.get(), unit);
            learn(table, placed.get());
            return true;
        }
        if (someColumns(table, header, row, label, run, unit)) {
            return true;
        }
        if (run.stream().noneMatch(t -> t.isNumber() || t.isText())) {
            all(table, row, Status.NOT_STATED, line, label, "");
        } else if (Placement.isOpen(run, table.width())) {
            deferred.add(new Deferred(table, header, row, label, line, run, unit));
        } else {
            unreadable(table, row, label, line, run);
        }
        return false;
    }

    /** Writes one cell whose row and column are named beside it; a cell that is there already stays. */
    void write(TableIndex table, int row, int column, String label, Token value) {
        if (table.row(row).isHeading() || draft.has(table.cell(row, column))) {
            draft.unmapped(value.line());
            return;
        }
        place(table, row, column, label, value, "");
    }

    /**
     * A table without the last columns of the form, such as {@code 总计}: the header names all others, and nothing else. A
     * header without a column further left may have been read in part only.
     */
    private boolean someColumns(TableIndex table, Header header, int row, String label, List<Token> run, String unit) {
        List<Integer> named = header.named();
        boolean marked = !run.isEmpty() && run.stream().allMatch(t -> t.column() >= 0);
        if (marked && isTotalAlone(table, header, row, run)) {
            place(table, row, table.width() - 1, label, run.get(0), unit);
            return true;
        }
        if (!marked || table.isList() || named.size() < FEWEST_COLUMNS || named.size() >= table.width()) {
            return false;
        }
        boolean lastOnes = named.get(named.size() - 1) == named.size() - 1;
        if (run.size() != named.size() || !lastOnes || header.hasUnknown()) {
            return false;
        }
        for (int i = 0; i < run.size(); i++) {
            place(table, row, named.get(i), label, run.get(i), unit);
        }
        return true;
    }

    /** A matrix that is printed without its applicants: one cell a row, under a header that names counts and no applicant. */
    private static boolean isTotalAlone(TableIndex table, Header header, int row, List<Token> run) {
        int last = table.width() - 1;
        return run.size() == 1
                && last > 0
                && header.isOneColumn()
                && table.cell(row, last).requester().equals(Value.TOTAL)
                && !table.cell(row, 0).requester().equals(Value.TOTAL);
    }

    /** Remembers in which column the figures of a matrix begin, as long as all its rows agree. */
    private void learn(TableIndex table, List<Token> placed) {
        int column = placed.get(0).column();
        if (!table.isList() && column >= 0) {
            firstColumns.merge(table, column, (a, b) -> a.equals(b) ? a : MIXED);
        }
    }

    private void place(TableIndex table, int row, String label, List<Token> cells, String unit) {
        for (int i = 0; i < cells.size(); i++) {
            place(table, row, i, label, cells.get(i), unit);
        }
    }

    private void place(TableIndex table, int row, int column, String label, Token token, String unit) {
        Indicator cell = table.cell(row, column);
        Optional<Figure> figure = token.isNumber() ? Figure.parse(token.text()) : Optional.empty();
        if (figure.isPresent()) {
            draft.figure(cell, figure.get(), unit, token, label);
        } else if (token.isText()) {
            draft.missing(cell, Status.UNREADABLE, token.line(), label, token.text());
            draft.unmapped(token.line());
            draft.finding(
                    "table.unreadable",
                    cell.code(),
                    Severity.WARN,
                    "“" + label + "”的数值读不出：" + token.text(),
                    token.line());
        } else {
            draft.missing(cell, Status.NOT_STATED, token.line(), label, token.text());
        }
    }

    private void unreadable(TableIndex table, int row, String label, int line, List<Token> run) {
        String printed =
                run.stream().map(Token::text).collect(Collectors.joining(" ")).strip();
        all(table, row, Status.UNREADABLE, run.get(0).line(), label, printed);
        run.stream().filter(t -> t.isNumber() || t.isText()).forEach(t -> draft.unmapped(t.line()));
        String rule = table.isList() ? "table.several_values" : "table.unassigned";
        draft.finding(rule, table.cell(row, 0).code(), Severity.WARN, "“" + label + "”一行的数值不能归入各栏：" + printed, line);
    }

    private void all(TableIndex table, int row, Status status, int line, String label, String printed) {
        for (int i = 0; i < table.width(); i++) {
            draft.missing(table.cell(row, i), status, line, label, printed);
        }
    }

    /** The one value of a row of a list: behind the unit, in the body's own column. */
    private static Optional<List<Token>> single(Header header, List<Token> printed) {
        List<Token> run = printed;
        boolean marked = Placement.isMarked(run);
        // Where blank cells count and there are as many as value columns, the code stood before the label.
        boolean complete = marked && header.width() > 1 && run.size() == header.width();
        if (!complete
                && !run.isEmpty()
                && (header.hasCode() || Figure.isCode(run.get(0).text()))
                && run.get(0).isNumber()) {
            run = run.subList(1, run.size());
        }
        if (header.width() > 1) {
            Optional<List<Token>> cells = Placement.of(run, header.width(), -1);
            if (cells.isEmpty() && marked && run.size() > header.width()) {
                cells = Optional.of(run.subList(0, header.width()));
            }
            Optional<Integer> own = header.own();
            return cells.isPresent() && own.isPresent()
                    ? Optional.of(List.of(cells.get().get(own.get())))
                    : Optional.empty();
        }
        List<Token> numbers = new ArrayList<>();
        for (Token token : run) {
            if (token.isNumber()) {
                numbers.add(token);
            }
        }
        if (numbers.size() == 1) {
            return Optional.of(numbers);
        }
        if (numbers.isEmpty()) {
            return run.stream()
                    .filter(t -> t.kind() != Token.Kind.EMPTY)
                    .findFirst()
                    .map(List::of);
        }
        return Placement.of(run, 1, -1);
    }

    private static Optional<List<Token>> matrix(TableIndex table, Header header, List<Token> run, int firstColumn) {
        Optional<int[]> order = header.order();
        Optional<List<Token>> cells = Placement.of(run, table.width(), firstColumn);
        if (order.isEmpty() || cells.isEmpty()) {
            return Optional.empty();
        }
        Token[] byColumn = new Token[table.width()];
        for (int i = 0; i < byColumn.length; i++) {
            byColumn[order.get()[i]] = cells.get().get(i);
        }
        return Optional.of(List.of(byColumn));
    }
}
