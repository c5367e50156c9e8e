package org.gongkai.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a matrix in which each figure stands beside the name of its column, or each column is printed as a row.
 *
 * <pre>
 * 一、本年新收政府信息公开申请数量 自然人 5 商业企业 0 总计 5      a figure behind the name of its column
 *
 * 申请人情况 | 本年新收政府信息公开申请数量 | 予以公开            columns and rows of the form exchanged
 * 自然人 | 3 | 2
 * </pre>
 *
 * <p>A line with one name that the form does not have, or one of two meanings, gives no figure. One table, one document.
 */
final class NamedFigures {
    private static final int FEWEST = 2;

    private final TableIndex table;
    private final Rows rows;
    private Map<Integer, Integer> rowOfColumn = Map.of();

    NamedFigures(TableIndex table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    /** What became of a line. */
    enum Outcome {
        /** It is of another kind. */
        NOT_MINE,
        /** Every figure went to its cell, or the line names the rows. */
        READ,
        /** Its figures cannot be told apart. */
        UNREAD
    }

    /** Reads a line, if figures stand beside their names in it. */
    Outcome read(Row row) {
        if (table.isList() || table.isUnlabelled()) {
            return Outcome.NOT_MINE;
        }
        return row.hasCells() ? exchanged(row) : named(row);
    }

    private Outcome exchanged(Row row) {
        if (!row.hasNumber()) {
            Map<Integer, Integer> header = new HashMap<>();
            int rowsAlone = 0;
            for (Token token : row.tokens()) {
                List<Integer> found = token.isText() ? table.rows(token.key()) : List.of();
                if (found.size() == 1 && !table.row(found.get(0)).isHeading()) {
                    header.put(token.column(), found.get(0));
                    // 其他 and 总计 name a row and a column: they alone do not make it a line of rows.
                    rowsAlone += table.columns(token.key()).isEmpty() ? 1 : 0;
                }
            }
            if (rowsAlone >= FEWEST && new HashSet<>(header.values()).size() == header.size()) {
                rowOfColumn = header;
                return Outcome.READ;
            }
            return Outcome.NOT_MINE;
        }
        if (rowOfColumn.isEmpty()) {
            return Outcome.NOT_MINE;
        }
        Optional<Token> name = row.tokens().stream().filter(Token::isText).findFirst();
        List<Integer> columns = name.map(t -> table.columns(t.key())).orElse(List.of());
        List<Token> values = row.tokens().stream().filter(Token::isValue).toList();
        if (columns.isEmpty()) {
            return Outcome.NOT_MINE;
        }
        boolean complete = values.stream()
                .filter(Token::isNumber)
                .allMatch(t -> rowOfColumn.containsKey(t.column()) && t.span() == 1);
        if (columns.size() != 1 || !complete) {
            return Outcome.UNREAD;
        }
        for (Token value : values) {
            Integer at = rowOfColumn.get(value.column());
            if (at != null) {
                rows.write(table, at, columns.get(0), name.get().text(), value);
            }
        }
        return Outcome.READ;
    }

    private Outcome named(Row row) {
        List<Token> tokens = row.tokens();
        if (tokens.size() < 2 * FEWEST || tokens.size() % 2 != 0) {
            return Outcome.NOT_MINE;
        }
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i += 2) {
            if (!tokens.get(i).isText() || !tokens.get(i + 1).isNumber()) {
                return Outcome.NOT_MINE;
            }
            if (i > 0) {
                List<Integer> found = table.columns(tokens.get(i).key());
                columns.add(found.size() == 1 ? found.get(0) : -1);
            }
        }
        if (columns.stream().noneMatch(c -> c >= 0)) {
            return Outcome.NOT_MINE;
        }
        String first = tokens.get(0).key();
        int found = -1;
        for (String name : table.columnLabels()) {
            List<Integer> at =
                    first.endsWith(name) ? table.rows(first.substring(0, first.length() - name.length())) : List.of();
            if (at.size() == 1 && table.columns(name).size() == 1) {
                found = at.get(0);
                columns.add(0, table.columns(name).get(0));
                break;
            }
        }
        Set<Integer> distinct = new HashSet<>(columns);
        if (found < 0 || distinct.contains(-1) || distinct.size() != tokens.size() / 2) {
            return Outcome.UNREAD;
        }
        for (int i = 0; i < columns.size(); i++) {
            rows.write(table, found, columns.get(i), tokens.get(0).text(), tokens.get(2 * i + 1));
        }
        return Outcome.READ;
    }
}
