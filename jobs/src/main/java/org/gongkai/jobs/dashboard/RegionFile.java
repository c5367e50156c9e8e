package org.gongkai.jobs.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.catalogue.TableSchema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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

    /** Reads the text of a file; {@link IOException} where it is none of ours. */
    public static RegionFile read(String script) throws IOException {
        if (!script.startsWith(HEAD) || !script.endsWith(TAIL)) {
            throw new IOException("not a file of a region: it does not begin with " + HEAD);
        }
        JsonNode root = JSON.readTree(script.substring(HEAD.length(), script.length() - TAIL.length()));
        List<String> words = new ArrayList<>();
        root.path("words").forEach(w -> words.add(w.asText()));
        Map<String, List<Fact>> tables = new HashMap<>();
        root.path("tables").properties().forEach(entry -> {
            List<String> columns = new ArrayList<>();
            entry.getValue().path("columns").forEach(c -> columns.add(c.asText()));
            List<Fact> rows = new ArrayList<>();
            entry.getValue()
                    .path("rows")
                    .forEach(row -> rows.add(fact(TableSchema.of(entry.getKey()), columns, row, words)));
            tables.put(entry.getKey(), List.copyOf(rows));
        });
        return new RegionFile(root.path("code").asText(), tables);
    }

    private static Fact fact(TableSchema schema, List<String> columns, JsonNode row, List<String> words) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode cell = row.path(i);
            if (!cell.isNull()) {
                cells.put(
                        columns.get(i),
                        isWord(schema.column(columns.get(i))) ? words.get(cell.asInt()) : cell.asText());
            }
        }
        return new Fact(cells);
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
            try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
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
