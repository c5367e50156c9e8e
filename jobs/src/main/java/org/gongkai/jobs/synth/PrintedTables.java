package org.gongkai.jobs.synth;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A filled-in form as tables of cells, as the catalogue prints them. */
record PrintedTables(List<Table> tables) {
    /** One table: lines above it, then rows of cells. */
    record Table(List<String> lead, List<List<Box>> rows) {}

    /** One cell with its spans. */
    record Box(String text, int columns, int rows) {
        static Box of(String text) {
            return new Box(text, 1, 1);
        }
    }

    static PrintedTables of(FilledForm filled) {
        List<Table> tables = new ArrayList<>();
        String section = "";
        for (Form.Table table : filled.form().tables()) {
            List<List<Box>> rows = table.layout() == Form.Layout.LIST
                    ? list(filled, table)
                    : table.printedIdentity().isPresent()
                            ? grouped(filled, table)
                            : table.cellCode().equals("{col}") ? oneRow(filled, table) : article(filled, table);
            String own = table.rows().get(0).section();
            boolean isArticle = !table.title().equals(own) && table.layout() == Form.Layout.MATRIX;
            List<String> lead = !isArticle ? List.of(table.title()) : own.equals(section) ? List.of() : List.of(own);
            section = own;
            tables.add(new Table(lead, rows));
        }
        return new PrintedTables(tables);
    }

    private static List<List<Box>> list(FilledForm filled, Form.Table table) {
        List<List<Box>> rows = new ArrayList<>();
        List<String> markers = filled.form().markers();
        rows.add(List.of(Box.of(markers.get(0)), Box.of(Words.get().text("unit")), Box.of(markers.get(1))));
        String section = "";
        String group = "";
        for (Form.Entry row : table.rows()) {
            if (!row.section().equals(section) && !row.section().endsWith(row.label())) {
                rows.add(List.of(Box.of(row.section()), Box.of(""), Box.of("")));
            }
            section = row.section();
            if (!row.group().equals(group) && !row.group().isEmpty()) {
                rows.add(List.of(Box.of(row.group()), Box.of(""), Box.of("")));
            }
            group = row.group();
            Indicator cell = new Indicator(row.code(), "_T", row.unit(), "", "", "");
            rows.add(List.of(Box.of(numbering(row) + row.label()), Box.of(row.unit()), figure(filled, cell)));
        }
        return rows;
    }

    private static List<List<Box>> article(FilledForm filled, Form.Table table) {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(new Box(table.title(), table.columns().size() + 1, 1)));
        List<Box> header = new ArrayList<>(List.of(Box.of(Words.get().text("stub"))));
        table.columns().forEach(c -> header.add(Box.of(c.label())));
        rows.add(header);
        for (Form.Entry row : table.rows()) {
            List<Box> boxes = new ArrayList<>(List.of(Box.of(row.label())));
            for (Form.Entry column : table.columns()) {
                boxes.add(figure(filled, Catalogue.cell(filled.form(), table, row, column)));
            }
            rows.add(boxes);
        }
        return rows;
    }

    private static List<List<Box>> grouped(FilledForm filled, Form.Table table) {
        List<List<Box>> rows = new ArrayList<>();
        List<Form.Entry> columns = table.columns();
        int values = (int) columns.stream().filter(c -> !c.isHeading()).count();
        rows.add(List.of(
                new Box(table.printedIdentity().orElse(""), 3, 3),
                new Box(columns.get(0).header().get(0), values, 1)));
        List<Box> second = new ArrayList<>();
        List<Box> third = new ArrayList<>();
        for (Form.Entry column : columns) {
            if (column.isHeading()) {
                second.add(new Box(column.label(), (int) children(columns, column.code()), 1));
            } else if (column.header().size() > 1) {
                third.add(Box.of(column.label()));
            } else {
                second.add(new Box(column.label(), 1, 2));
            }
        }
        rows.add(second);
        rows.add(third);
        String group = "";
        Optional<Form.Entry> heading = Optional.empty();
        for (Form.Entry row : table.rows()) {
            if (row.isHeading()) {
                heading = Optional.of(row);
                continue;
            }
            List<Box> boxes = new ArrayList<>();
            boolean inside = !row.group().isEmpty();
            if (inside && !row.group().equals(group)) {
                boxes.add(new Box(row.group(), 1, (int) table.rows().stream()
                        .filter(r -> r.group().equals(row.group()) && !r.isHeading())
                        .count()));
            }
            group = row.group();
            boolean child = table.rows().stream()
                    .anyMatch(r -> r.isHeading() && row.parent().equals(Optional.of(r.code())));
            if (child && heading.isPresent()) {
                boxes.add(new Box(numbering(heading.get()) + heading.get().label(), 1, (int)
                        children(table.rows(), heading.get().code())));
                heading = Optional.empty();
            }
            boxes.add(new Box(numbering(row) + row.label(), inside ? child ? 1 : 2 : 3, 1));
            for (Form.Entry column : columns) {
                if (!column.isHeading()) {
                    boxes.add(figure(filled, Catalogue.cell(filled.form(), table, row, column)));
                }
            }
            rows.add(boxes);
        }
        return rows;
    }

    private static long children(List<Form.Entry> entries, String parent) {
        return entries.stream()
                .filter(e -> !e.isHeading() && e.parent().equals(Optional.of(parent)))
                .count();
    }

    private static List<List<Box>> oneRow(FilledForm filled, Form.Table table) {
        List<Box> first = new ArrayList<>();
        List<Box> second = new ArrayList<>();
        List<Box> third = new ArrayList<>();
        List<Box> values = new ArrayList<>();
        String top = "";
        String middle = "";
        for (Form.Entry column : table.columns()) {
            String above = column.header().get(0);
            if (!above.equals(top)) {
                first.add(new Box(
                        above,
                        (int) table.columns().stream()
                                .filter(c -> c.header().get(0).equals(above))
                                .count(),
                        1));
            }
            top = above;
            if (column.header().size() == 1) {
                second.add(new Box(column.label(), 1, 2));
            } else {
                String group = column.header().get(1);
                if (!group.equals(middle)) {
                    second.add(new Box(
                            group,
                            (int) table.columns().stream()
                                    .filter(c -> c.header().size() > 1
                                            && c.header().get(1).equals(group))
                                    .count(),
                            1));
                }
                middle = group;
                third.add(Box.of(column.label()));
            }
            values.add(figure(
                    filled, Catalogue.cell(filled.form(), table, table.rows().get(0), column)));
        }
        return List.of(first, second, third, values);
    }

    private static Box figure(FilledForm filled, Indicator cell) {
        return Box.of(filled.figures()
                .getOrDefault(FilledForm.key(cell.code(), cell.requester()), Optional.empty())
                .map(n -> Long.toString(n))
                .orElse(""));
    }

    /** 三(三)4 is printed 4., 三(三) is printed （三）, 四 is printed 四、. */
    private static String numbering(Form.Entry row) {
        String number = row.number();
        if (number.isEmpty() || number.endsWith("(一)") && row.role().equals("standalone")) {
            return "";
        }
        char end = number.charAt(number.length() - 1);
        if (number.indexOf('其') >= 0) {
            return "";
        }
        if (Character.isDigit(end)) {
            return end + ".";
        }
        return end == ')'
                ? "（" + number.substring(number.lastIndexOf('(') + 1, number.length() - 1) + "）"
                : number + "、";
    }
}
