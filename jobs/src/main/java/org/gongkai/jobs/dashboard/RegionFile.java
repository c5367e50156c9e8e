package org.gongkai.jobs.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.gongkai.catalogue.TableSchema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a release says of one region, as the pages read it. As a file it is one call of a script, since a page opened
 * from a folder may run scripts and may not fetch:
 *
 * <pre>gongkai.region({"code":"640500","words":["bodies", …],"tables":{"measures":{"columns":[…],"rows":[[2018,0,…]]}}});</pre>
 *
 * Texts stand once, in {@code words}; a cell of a text column is an index into them; a missing cell is null.
 */
public final class RegionFile {
    private static final String HEAD = "gongkai.region(";
    private static final String TAIL = ");\n";
    private static final JsonFactory JSON = new JsonFactory();

    private final String code;
    private final Map<String, List<Fact>> tables;

    private RegionFile(String code, Map<String, List<Fact>> tables) {
        this.code = code;
        this.tables = tables;
    }

    /** A region of which nothing is known. */
    public static RegionFile empty(String code) {
        return new RegionFile(code, Map.of());
    }

    /**
     * What of a file is wanted: what is not is skipped on reading, so that a summary of the nation holds of each province
     * the few rows that it shows.
     *
     * @param tables names of tables, empty: all
     * @param year one report year; empty: all
     */
    public record Part(Set<String> tables, OptionalInt year) {
        /** The whole file. */
        public static final Part ALL = new Part(Set.of(), OptionalInt.empty());

        public Part {
            tables = Set.copyOf(tables);
        }

        /** Some tables of one year. */
        public static Part of(int year, String... tables) {
            return new Part(Set.of(tables), OptionalInt.of(year));
        }

        private boolean has(String table) {
            return tables.isEmpty() || tables.contains(table);
        }
    }

    /** Reads the text of a file; {@link IOException} where it is none of ours. */
    public static RegionFile read(String script) throws IOException {
        return read(script, Part.ALL);
    }

    /** Reads a part of it. */
    public static RegionFile read(String script, Part part) throws IOException {
        if (!script.startsWith(HEAD) || !script.endsWith(TAIL)) {
            throw new IOException("not a file of a region: it does not begin with " + HEAD);
        }
        String code = "";
        List<String> words = new ArrayList<>();
        Map<String, List<Fact>> tables = new HashMap<>();
        try (JsonParser json = JSON.createParser(script.substring(HEAD.length(), script.length() - TAIL.length()))) {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "code" -> code = json.getText();
                    case "words" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            words.add(json.getText());
                        }
                    }
                    case "tables" -> {
                        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                            json.nextToken();
                            if (part.has(name)) {
                                tables.put(name, table(json, TableSchema.of(name), words, part.year()));
                            } else {
                                json.skipChildren();
                            }
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
        return new RegionFile(code, tables);
    }

    /** The rows of a table; the parser stands on its opening brace, and on its closing one afterwards. */
    private static List<Fact> table(JsonParser json, TableSchema schema, List<String> words, OptionalInt year)
            throws IOException {
        List<String> columns = new ArrayList<>();
        List<Boolean> isWord = new ArrayList<>();
        List<Fact> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isRows = json.currentName().equals("rows");
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (!isRows) {
                    columns.add(json.getText());
                    isWord.add(isWord(schema.column(json.getText())));
                    continue;
                }
                Map<String, String> cells = new HashMap<>();
                boolean isWanted = true;
                for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                    // The first column is the report year.
                    isWanted &= i > 0 || year.isEmpty() || json.getIntValue() == year.getAsInt();
                    if (isWanted && json.currentToken() != JsonToken.VALUE_NULL) {
                        cells.put(columns.get(i), isWord.get(i) ? words.get(json.getIntValue()) : json.getText());
                    }
                }
                if (isWanted) {
                    rows.add(new Fact(cells));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** The code of the region. */
    public String code() {
        return code;
    }

    /** The rows of a table, in the order of its grain. */
    public List<Fact> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** The rows of a table for one year. */
    public List<Fact> rows(String table, int year) {
        return rows(table).stream().filter(f -> f.year() == year).toList();
    }

    /** Collects the rows of a region, table by table, and writes the file. */
    static final class Writer {
        private final String code;
        private final Map<String, Integer> words = new LinkedHashMap<>();
        private final Map<Slice, List<List<String>>> tables = new LinkedHashMap<>();

        Writer(String code) {
            this.code = code;
        }

        /** Adds a row: cells in the order of the slice's columns, a missing one empty. */
        void add(Slice slice, List<String> cells) {
            tables.computeIfAbsent(slice, s -> new ArrayList<>()).add(cells);
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()
                        && isWord(slice.table().schema().column(slice.columns().get(i)))) {
                    words.putIfAbsent(cells.get(i), words.size());
                }
            }
        }

        /** The years that there are rows for; every slice begins with the report year. */
        TreeSet<Integer> years() {
            TreeSet<Integer> years = new TreeSet<>();
            tables.values().forEach(rows -> rows.forEach(row -> years.add(Integer.valueOf(row.get(0)))));
            return years;
        }

        /** The bytes of the file. */
        byte[] bytes() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("code", code);
                json.writeArrayFieldStart("words");
                for (String word : words.keySet()) {
                    json.writeString(word);
                }
                json.writeEndArray();
                json.writeObjectFieldStart("tables");
                for (Map.Entry<Slice, List<List<String>>> table : tables.entrySet()) {
                    table(json, table.getKey(), table.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            out.write(TAIL.getBytes(StandardCharsets.UTF_8));
            return out.toByteArray();
        }

        private void table(JsonGenerator json, Slice slice, List<List<String>> rows) throws IOException {
            json.writeObjectFieldStart(slice.table().word());
            json.writeArrayFieldStart("columns");
            for (String column : slice.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (List<String> row : rows) {
                json.writeStartArray();
                for (int i = 0; i < row.size(); i++) {
                    String cell = row.get(i);
                    if (cell.isEmpty()) {
                        json.writeNull();
                    } else if (isWord(
                            slice.table().schema().column(slice.columns().get(i)))) {
                        json.writeNumber(words.get(cell));
                    } else {
                        json.writeNumber(cell);
                    }
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static boolean isWord(TableSchema.Column column) {
        return switch (column.type()) {
            case INT, LONG, DECIMAL, DOUBLE -> false;
            case STRING, BOOLEAN, DATE, TIMESTAMP -> true;
        };
    }
}
