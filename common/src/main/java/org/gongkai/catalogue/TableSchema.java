package org.gongkai.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a table is: its grain, its columns, their types, units and labels in both languages. One file a table in
 * {@code data/reference/tables}; the lake, the marts, the data package and the dictionary all read the same. Immutable.
 *
 * @param table its name, snake_case
 * @param grain the columns that tell its rows apart
 * @param descriptionZh what a row is, in Chinese
 * @param descriptionEn the same in English
 * @param partition columns that the files are kept apart by; empty for most
 * @param columns in order
 */
public record TableSchema(
        String table,
        List<String> grain,
        String descriptionZh,
        String descriptionEn,
        List<String> partition,
        List<Column> columns) {
    /** Each file is read once: tables ask for their schema row by row. */
    private static final Map<String, TableSchema> READ = new ConcurrentHashMap<>();

    /** Type of a column. Counts and amounts are decimals, so that sums are exact; ratios are doubles. */
    public enum Type {
        STRING("string"),
        INT("int"),
        LONG("long"),
        BOOLEAN("boolean"),
        DATE("date"),
        /** An instant, UTC. */
        TIMESTAMP("timestamp"),
        DECIMAL("decimal(18,6)"),
        DOUBLE("double");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The word of the files. */
        public String word() {
            return word;
        }

        /** Reads the word of the files; throws {@link IllegalArgumentException} on any other. */
        public static Type of(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no column type " + word);
        }
    }

    /**
     * A column.
     *
     * @param name snake_case
     * @param type its type
     * @param nullable whether it may be missing; missing is never 0
     * @param labelZh what it is called in Chinese
     * @param labelEn what it is in English
     * @param unit unit of its numbers, where it has one
     * @param codes the closed list of its values, empty where it is open
     */
    public record Column(
            String name,
            Type type,
            boolean nullable,
            String labelZh,
            String labelEn,
            Optional<String> unit,
            List<Code> codes) {
        public Column {
            codes = List.copyOf(codes);
            if (!name.matches("[a-z][a-z0-9_]*") || labelZh.isBlank() || labelEn.isBlank()) {
                throw new IllegalArgumentException("column " + name + ": a snake_case name and both labels are needed");
            }
        }
    }

    /**
     * One value of a closed list.
     *
     * @param code as the column carries it
     * @param labelZh its meaning in Chinese
     * @param labelEn its meaning in English
     */
    public record Code(String code, String labelZh, String labelEn) {}

    public TableSchema {
        grain = List.copyOf(grain);
        partition = List.copyOf(partition);
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + table + " has column " + column.name() + " twice");
            }
        }
        if (grain.isEmpty() || !names.containsAll(grain) || !names.containsAll(partition)) {
            throw new IllegalArgumentException(
                    "table " + table + ": grain " + grain + " and partition " + partition + " must be columns of it");
        }
        if (descriptionZh.isBlank() || descriptionEn.isBlank()) {
            throw new IllegalArgumentException("table " + table + " is not described in both languages");
        }
    }

    /**
     * The table of that name, read from {@code data/reference/tables}; {@link IllegalStateException} where there is no
     * such file or it is not well formed.
     */
    public static TableSchema of(String table) {
        return READ.computeIfAbsent(table, TableSchema::open);
    }

    private static TableSchema open(String table) {
        TableSchema schema = read(Reference.json("tables/" + table + ".json"));
        if (!schema.table().equals(table)) {
            throw new IllegalStateException("tables/" + table + ".json describes " + schema.table());
        }
        return schema;
    }

    /** The column of that name; {@link IllegalArgumentException} where there is none. */
    public Column column(String name) {
        return columns.get(index(name));
    }

    /** The 0-based place of a column; {@link IllegalArgumentException} where there is none. */
    public int index(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + table + " has no column " + name);
    }

    static TableSchema read(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            List<Code> codes = new ArrayList<>();
            for (JsonNode code : column.path("codes")) {
                codes.add(new Code(text(code, "code"), text(code, "label_zh"), text(code, "label_en")));
            }
            columns.add(new Column(
                    text(column, "name"),
                    Type.of(text(column, "type")),
                    column.path("nullable").asBoolean(),
                    text(column, "label_zh"),
                    text(column, "label_en"),
                    column.path("unit").isTextual()
                            ? Optional.of(column.path("unit").asText())
                            : Optional.empty(),
                    codes));
        }
        return new TableSchema(
                text(node, "table"),
                strings(node.path("grain")),
                text(node, "description_zh"),
                text(node, "description_en"),
                strings(node.path("partition")),
                columns);
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> values = new ArrayList<>();
        nodes.forEach(n -> values.add(n.asText()));
        return values;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalStateException("a table's file: field " + field + " is missing in " + node);
        }
        return value.asText();
    }
}
