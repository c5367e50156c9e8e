package org.gongkai.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.finding.Severity;
import org.gongkai.reference.Reference;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that is known about the forms, read once from {@code data/reference} and checked. Immutable, safe to
 * share between threads.
 */
public final class Catalogue {
    private static final String TOTAL_COLUMN = "requester.total";

    private final List<Form> forms;
    private final List<Identity> identities;
    private final Map<String, String> labels;

    private Catalogue(List<Form> forms, List<Identity> identities) {
        this.forms = List.copyOf(forms);
        this.identities = List.copyOf(identities);
        this.labels = labels(this.forms);
    }

    private static final class Holder {
        private static final Catalogue INSTANCE = read();
    }

    /** The catalogue of this build; read on first use, {@link IllegalStateException} where the data contradict themselves. */
    public static Catalogue get() {
        return Holder.INSTANCE;
    }

    /** The forms, oldest first: local tables, then the national ones. */
    public List<Form> forms() {
        return forms;
    }

    /** The form of that code; {@link IllegalArgumentException} for one that is not in the catalogue. */
    public Form form(String code) {
        return forms.stream()
                .filter(f -> f.form().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + code + " in the catalogue"));
    }

    /**
     * What people call an indicator: its label on the newest form that prints it, or the name of its platform; the code
     * itself where it has neither.
     */
    public String label(String indicator) {
        return labels.getOrDefault(indicator, indicator);
    }

    /** The identities of every form, in the order of the file. */
    public List<Identity> identities() {
        return identities;
    }

    /** The cells of a table that hold a value, row by row; headings of rows and columns have none. */
    public static List<Indicator> indicators(Form form, Form.Table table) {
        List<Indicator> cells = new ArrayList<>();
        for (Form.Entry row : table.rows()) {
            if (row.isHeading()) {
                continue;
            }
            if (table.layout() == Form.Layout.LIST) {
                cells.add(new Indicator(row.code(), Value.TOTAL, row.unit(), row.label(), form.form(), table.table()));
                continue;
            }
            for (Form.Entry column : table.columns()) {
                if (!column.isHeading()) {
                    cells.add(cell(form, table, row, column));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** The cell at a row and a column of a matrix. */
    public static Indicator cell(Form form, Form.Table table, Form.Entry row, Form.Entry column) {
        String code = table.cellCode().replace("{row}", row.code()).replace("{col}", column.code());
        int bar = code.indexOf('|');
        String indicator = bar < 0 ? code : code.substring(0, bar);
        String requester = bar < 0 || code.endsWith(TOTAL_COLUMN) ? Value.TOTAL : code.substring(bar + 1);
        return new Indicator(
                indicator,
                requester,
                column.unit(),
                row.label() + "／" + String.join("／", column.header())
                        + (column.header().isEmpty() ? "" : "／") + column.label(),
                form.form(),
                table.table());
    }

    private static Map<String, String> labels(List<Form> forms) {
        Map<String, String> labels = new HashMap<>();
        Reference.json("prose/labels.json")
                .path("labels")
                .properties()
                .forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
        for (Form form : forms) {
            for (Form.Table table : form.tables()) {
                indicators(form, table).stream()
                        .filter(i -> i.requester().equals(Value.TOTAL))
                        .forEach(i -> labels.put(i.code(), i.label()));
            }
        }
        return Map.copyOf(labels);
    }

    private static Catalogue read() {
        List<Form> forms = new ArrayList<>();
        for (String file : List.of("forms/local.json", "forms/2014.json", "forms/2019.json", "forms/2021.json")) {
            forms.add(form(Reference.json(file), file));
        }
        List<Identity> identities = new ArrayList<>();
        for (JsonNode node : Reference.json("identities.json")) {
            identities.add(new Identity(
                    text(node, "form"),
                    text(node, "id"),
                    text(node, "kind"),
                    strings(node.path("lhs")),
                    text(node, "op"),
                    strings(node.path("rhs")),
                    node.path("stated_on_form").asBoolean(),
                    Severity.of(text(node, "severity")),
                    node.path("note").asText("")));
        }
        return new Catalogue(forms, identities);
    }

    private static Form form(JsonNode node, String file) {
        List<Form.Table> tables = new ArrayList<>();
        for (JsonNode table : node.path("tables")) {
            tables.add(new Form.Table(
                    text(table, "table"),
                    text(table, "title"),
                    Form.Layout.valueOf(text(table, "layout").toUpperCase(java.util.Locale.ROOT)),
                    text(table, "cell_code"),
                    optional(table, "printed_identity"),
                    entries(table.path("rows")),
                    entries(table.path("columns"))));
        }
        if (tables.isEmpty()) {
            throw new IllegalStateException(file + " holds no table");
        }
        return new Form(
                text(node, "form"),
                text(node, "document"),
                node.path("first_year").asInt(),
                node.path("last_year").isInt()
                        ? OptionalInt.of(node.path("last_year").asInt())
                        : OptionalInt.empty(),
                strings(node.path("markers")),
                tables);
    }

    private static List<Form.Entry> entries(JsonNode nodes) {
        List<Form.Entry> entries = new ArrayList<>();
        for (JsonNode node : nodes) {
            entries.add(new Form.Entry(
                    text(node, "code"),
                    text(node, "label"),
                    text(node, "label_en"),
                    strings(node.path("aliases")),
                    text(node, "unit"),
                    node.path("unit_printed").asBoolean(true),
                    optional(node, "parent"),
                    text(node, "role"),
                    node.path("number").asText(""),
                    node.path("group").asText(""),
                    strings(node.path("header")),
                    text(node, "section")));
        }
        return entries;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalStateException("reference data: field " + field + " is missing in " + node);
        }
        return value.asText();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> values = new ArrayList<>();
        nodes.forEach(n -> values.add(n.asText()));
        return values;
    }
}
