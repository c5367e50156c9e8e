package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.catalogue.TableSchema;

import java.io.IOException;
import java.util.List;

/**
 * {@code datapackage.json} by Frictionless Data Package, version 2: a resource for the CSV and one for the Parquet of
 * each table, with fields, labels in both languages, units, keys and the code for a missing value, which is the empty
 * cell.
 */
final class DataPackage {
    /** Its name in a release. */
    static final String FILE = "datapackage.json";

    /** Its property that holds the snapshots of the lake. */
    static final String SNAPSHOTS = "lake_snapshots";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DataPackage() {}

    /**
     * A file of the release.
     *
     * @param paths relative to the release
     * @param bytes length of them all
     * @param sha256 of the first, where it is the only one
     */
    record Resource(TableSchema schema, List<String> paths, long bytes, String sha256) {
        Resource {
            paths = List.copyOf(paths);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("table " + schema.table() + " has no file");
            }
        }
    }

    /** The file. @param snapshots of the lake that the release was made from */
    static byte[] of(String id, String snapshots, String version, List<Resource> resources) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        root.put("name", "gongkai");
        root.put(
                "title", "政府信息公开工作年度报告：数据与趋势 / Annual open-government-information reports of China: tables and trends");
        root.put(
                "description",
                "Made by gongkai from the annual reports (政府信息公开工作年度报告). A missing value is an empty cell and never 0.");
        root.put("version", id);
        root.put("gongkai_version", version);
        root.put(SNAPSHOTS, snapshots);
        ArrayNode list = root.putArray("resources");
        for (Resource resource : resources) {
            list.add(resource(resource));
        }
        return JSON.writeValueAsBytes(root);
    }

    private static ObjectNode resource(Resource resource) {
        TableSchema schema = resource.schema();
        boolean isCsv = resource.paths().get(0).endsWith(".csv");
        ObjectNode node = JSON.createObjectNode();
        node.put("name", schema.table().replace('_', '-') + (isCsv ? "" : "-parquet"));
        node.put("type", "table");
        if (resource.paths().size() == 1) {
            node.put("path", resource.paths().get(0));
            node.put("hash", "sha256:" + resource.sha256());
        } else {
            ArrayNode paths = node.putArray("path");
            resource.paths().forEach(paths::add);
        }
        node.put("title", schema.descriptionZh());
        node.put("description", schema.descriptionEn());
        node.put("format", isCsv ? "csv" : "parquet");
        node.put("mediatype", isCsv ? "text/csv" : "application/vnd.apache.parquet");
        if (isCsv) {
            node.put("encoding", "utf-8");
            ObjectNode dialect = node.putObject("dialect");
            dialect.put("delimiter", ",");
            dialect.put("quoteChar", "\"");
            dialect.put("header", true);
        }
        node.put("bytes", resource.bytes());
        node.set("schema", schema(schema));
        return node;
    }

    private static ObjectNode schema(TableSchema schema) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode fields = node.putArray("fields");
        for (TableSchema.Column column : schema.columns()) {
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put("type", type(column.type()));
            field.put("title", column.labelZh());
            field.put("title_en", column.labelEn());
            field.put("description", column.labelEn());
            column.unit().ifPresent(unit -> field.put("unit", unit));
            ObjectNode constraints = JSON.createObjectNode();
            if (!column.nullable() && column.type() != TableSchema.Type.STRING) {
                constraints.put("required", true);
            }
            if (!constraints.isEmpty()) {
                field.set("constraints", constraints);
            }
            if (!column.codes().isEmpty()) {
                ArrayNode categories = field.putArray("categories");
                column.codes()
                        .forEach(c -> categories
                                .addObject()
                                .put("value", c.code())
                                .put("label", c.labelZh() + " / " + c.labelEn()));
            }
        }
        ArrayNode keys = node.putArray("primaryKey");
        schema.grain().forEach(keys::add);
        node.putArray("missingValues").add("");
        return node;
    }

    private static String type(TableSchema.Type type) {
        return switch (type) {
            case STRING -> "string";
            case INT, LONG -> "integer";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "datetime";
            case DECIMAL, DOUBLE -> "number";
        };
    }
}
