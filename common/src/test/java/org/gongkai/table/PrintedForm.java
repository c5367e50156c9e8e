package org.gongkai.table;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A form of the catalogue filled in with invented figures, as tables of cells with spans, together with what a reader
 * must find in it.
 */
public record PrintedForm(Form form, List<Table> tables, Map<String, BigDecimal> expected) {
    /** A printed table; {@code lead} are the lines of text above it. */
    public record Table(List<String> lead, List<List<Box>> rows) {}

    /** A cell: {@code value} tells figures from words. */
    public record Box(String text, int columnSpan, int rowSpan, boolean value) {
        static Box of(String text) {
            return new Box(text, 1, 1, false);
        }

        static Box wide(String text, int columns, int rows) {
            return new Box(text, columns, rows, false);
        }
    }

    public static String key(String indicator, String requester) {
        return indicator + "|" + requester;
    }

    /** A form with every cell filled in. */
    public static PrintedForm of(String code, Random random) {
        return of(code, random, 0);
    }

    /** A form with one in so many cells left blank, none for 0; blank cells are not expected. */
    public static PrintedForm of(String code, Random random, int blankOneIn) {
        PrintedForm full = filled(code, random);
        if (blankOneIn == 0) {
            return full;
        }
        Map<String, BigDecimal> expected = new LinkedHashMap<>(full.expected());
        List<Table> tables = new ArrayList<>();
        java.util.Iterator<String> keys = full.expected().keySet().iterator();
        for (Table table : full.tables()) {
            List<List<Box>> rows = new ArrayList<>();
            for (List<Box> row : table.rows()) {
                List<Box> boxes = new ArrayList<>();
                for (Box box : row) {
                    String key = box.value() ? keys.next() : "";
                    boolean blank = box.value() && random.nextInt(blankOneIn) == 0;
                    boxes.add(blank ? new Box("", 1, 1, true) : box);
                    if (blank) {
                        expected.remove(key);
                    }
                }
                rows.add(boxes);
            }
            tables.add(new Table(table.lead(), rows));
        }
        return new PrintedForm(full.form(), tables, expected);
    }

    private static PrintedForm filled(String code, Random random) {
        Form form = Catalogue.get().form(code);
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>();
        for (Form.Table table : form.tables()) {
            tables.add(
                    switch (table.table()) {
                        case "statistics" -> list(form, table, random, expected);
                        case "requests" -> requests(form, table, random, expected);
                        case "review_litigation" -> review(form, table, random, expected);
                        default -> article(form, table, random, expected);
                    });
        }
        return new PrintedForm(form, tables, expected);
    }

    private static Table list(Form form, Form.Table table, Random random, Map<String, BigDecimal> expected) {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(Box.of("统计指标"), Box.of("单位"), Box.of("统计数")));
        String section = "";
        String group = "";
        for (Form.Entry row : table.rows()) {
            if (!row.section().equals(section) && !row.section().endsWith(row.label())) {
                rows.add(List.of(Box.of(row.section()), Box.of(""), Box.of("——")));
            }
            section = row.section();
            if (!row.group().equals(group) && !row.group().isEmpty()) {
                rows.add(List.of(Box.of(row.group()), Box.of(""), Box.of("——")));
            }
            group = row.group();
            Indicator cell = new Indicator(row.code(), "_T", row.unit(), "", "", "");
            String label = numbering(row) + (random.nextBoolean() ? row.label() : longest(row));
            rows.add(List.of(Box.of(label), Box.of(row.unit()), figure(cell, random, expected)));
        }
        return new Table(List.of("政府信息公开情况统计表", "（2017年度）", "填报单位（盖章）："), rows);
    }

    private static Table article(Form form, Form.Table table, Random random, Map<String, BigDecimal> expected) {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(Box.wide(table.title(), table.columns().size() + 1, 1)));
        List<Box> header = new ArrayList<>(List.of(Box.of("信息内容")));
        table.columns().forEach(c -> header.add(Box.of(c.label())));
        rows.add(header);
        for (Form.Entry row : table.rows()) {
            List<Box> boxes = new ArrayList<>(List.of(Box.of(row.label())));
            for (Form.Entry column : table.columns()) {
                boxes.add(figure(Catalogue.cell(form, table, row, column), random, expected));
            }
            rows.add(boxes);
        }
        return new Table(table.table().equals("art20_1") ? List.of("二、主动公开政府信息情况") : List.of(), rows);
    }

    private static Table requests(Form form, Form.Table table, Random random, Map<String, BigDecimal> expected) {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(Box.wide(table.printedIdentity().orElse(""), 3, 3), Box.wide("申请人情况", 7, 1)));
        rows.add(List.of(Box.wide("自然人", 1, 2), Box.wide("法人或其他组织", 5, 1), Box.wide("总计", 1, 2)));
        rows.add(table.columns().stream()
                .filter(c -> c.code().startsWith("requester.organisation."))
                .map(c -> Box.of(c.label()))
                .toList());
        boolean grouped = false;
        String heading = "";
        for (int i = 0; i < table.rows().size(); i++) {
            Form.Entry row = table.rows().get(i);
            if (row.isHeading()) {
                heading = numbering(row) + row.label();
                continue;
            }
            List<Box> boxes = new ArrayList<>();
            boolean inside = row.number().startsWith("三(");
            if (inside && !grouped) {
                boxes.add(Box.wide("三、本年度办理结果", 1, (int) table.rows().stream()
                        .filter(r -> r.number().startsWith("三(") && !r.isHeading())
                        .count()));
                grouped = true;
            }
            String parent = row.parent().orElse("");
            boolean child = row.code().startsWith("reply.") && !parent.equals("reply.total") && !parent.isEmpty();
            if (child && !heading.isEmpty()) {
                boxes.add(Box.wide(heading, 1, (int) table.rows().stream()
                        .filter(r -> r.parent().orElse("").equals(parent))
                        .count()));
                heading = "";
            }
            String label = numbering(row) + (random.nextBoolean() ? row.label() : longest(row));
            boxes.add(Box.wide(label, !inside ? 3 : child ? 1 : 2, 1));
            for (Form.Entry column : table.columns()) {
                if (!column.isHeading()) {
                    boxes.add(figure(Catalogue.cell(form, table, row, column), random, expected));
                }
            }
            rows.add(boxes);
        }
        return new Table(List.of(table.title()), rows);
    }

    private static Table review(Form form, Form.Table table, Random random, Map<String, BigDecimal> expected) {
        List<List<Box>> rows = new ArrayList<>();
        rows.add(List.of(Box.wide("行政复议", 5, 1), Box.wide("行政诉讼", 10, 1)));
        List<Box> second = new ArrayList<>();
        List<Box> third = new ArrayList<>();
        List<Box> values = new ArrayList<>();
        for (Form.Entry column : table.columns()) {
            if (column.code().startsWith("review.")) {
                second.add(Box.wide(column.label(), 1, 2));
            } else {
                third.add(Box.of(column.label()));
            }
            values.add(figure(Catalogue.cell(form, table, table.rows().get(0), column), random, expected));
        }
        second.add(Box.wide("未经复议直接起诉", 5, 1));
        second.add(Box.wide("复议后起诉", 5, 1));
        rows.add(second);
        rows.add(third);
        rows.add(values);
        return new Table(List.of(table.title()), rows);
    }

    private static Box figure(Indicator cell, Random random, Map<String, BigDecimal> expected) {
        BigDecimal amount = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextInt(10));
            case 2 -> BigDecimal.valueOf(random.nextInt(500));
            default -> BigDecimal.valueOf(random.nextInt(30000));
        };
        if (cell.unit().equals("万元") && random.nextBoolean()) {
            amount = BigDecimal.valueOf(random.nextInt(900), 1).stripTrailingZeros();
        }
        String text = amount.toPlainString();
        if (cell.code().endsWith("items_change") && random.nextBoolean()) {
            boolean more = random.nextBoolean();
            text = amount.signum() == 0 ? text : (more ? "+" : "-") + text;
            amount = more ? amount : amount.negate();
        } else if (amount.compareTo(BigDecimal.valueOf(1000)) >= 0 && random.nextInt(4) == 0) {
            text = String.format(java.util.Locale.ROOT, "%,d", amount.longValue());
        }
        expected.put(key(cell.code(), cell.requester()), amount.signum() == 0 ? BigDecimal.ZERO : amount);
        return new Box(text, 1, 1, true);
    }

    private static String longest(Form.Entry row) {
        return row.aliases().stream()
                .filter(a -> a.startsWith(row.label()))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(row.label());
    }

    /** 三(三)4 is printed 4., 三(三) is printed （三）, 四 is printed 四、, the first 其中 row 其中：. */
    private static String numbering(Form.Entry row) {
        String number = row.number();
        if (number.isEmpty() || number.endsWith("(一)") && row.role().equals("standalone")) {
            return "";
        }
        char end = number.charAt(number.length() - 1);
        if (number.contains("其中")) {
            return end == '中' || end == '①' ? "其中：" : "";
        }
        if (Character.isDigit(end)) {
            return end + ".";
        }
        return end == ')'
                ? "（" + number.substring(number.lastIndexOf('(') + 1, number.length() - 1) + "）"
                : number + "、";
    }
}
