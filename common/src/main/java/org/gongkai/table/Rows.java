package org.gongkai.table;

import org.gongkai.catalogue.Indicator;
import org.gongkai.finding.Severity;
import org.gongkai.value.Status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a label and what stands behind it into the values of a row. No state but the draft it writes to. */
final class Rows {
    private final Draft draft;

    Rows(Draft draft) {
        this.draft = draft;
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
     */
    void write(TableIndex table, Header header, int row, String label, int line, List<Token> run, String unit) {
        boolean stated = run.stream().anyMatch(Token::isNumber);
        if (table.row(row).isHeading()) {
            run.stream().filter(Token::isNumber).forEach(t -> draft.unmapped(t.line()));
            return;
        }
        if (draft.has(table.cell(row, 0))) {
            if (stated) {
                draft.repeated(line);
                run.stream().filter(Token::isNumber).forEach(t -> draft.unmapped(t.line()));
                draft.unmapped(line);
            }
            return;
        }
        Optional<List<Token>> placed = table.isList() ? single(header, run) : matrix(table, header, run);
        if (placed.isPresent()) {
            place(table, row, label, line, placed.get(), unit);
        } else if (run.stream().noneMatch(t -> t.isNumber() || t.isText())) {
            all(table, row, Status.NOT_STATED, line, label, "");
        } else {
            unreadable(table, row, label, line, run);
        }
    }

    private void place(TableIndex table, int row, String label, int line, List<Token> cells, String unit) {
        for (int i = 0; i < cells.size(); i++) {
            Token token = cells.get(i);
            Indicator cell = table.cell(row, i);
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
        boolean marked = run.stream().anyMatch(t -> t.column() >= 0);
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
        List<Token> numbers = run.stream().filter(Token::isNumber).toList();
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

    private static Optional<List<Token>> matrix(TableIndex table, Header header, List<Token> run) {
        Optional<int[]> order = header.order();
        Optional<List<Token>> cells = Placement.of(run, table.width(), header.firstColumn());
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
