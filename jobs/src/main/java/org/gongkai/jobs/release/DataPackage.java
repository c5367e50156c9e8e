package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.catalogue.TableSchema;

import java.io.IOException;
import java.util.List;

/**
 * {@code datapackage.json} by Frictionless Data Package, version 2: a resource for the CSV of each table, with fields,
 * labels in both languages, units, keys and the code for a missing value, which is the empty cell. The Parquet of the same
 * rows stands beside it under {@code parquet}, a property of ours: as resources of their own the files could be opened, but
 * not validated, by the tools of Frictionless, which read whole numbers with gaps as fractions.
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
     * @param path relative to the release
     * @param bytes its length
     * @param sha256 of its bytes, in hexadecimal
     */
    record Part(String path, long bytes, String sha256) {}

    /**
     * A table of the release.
     *
     * @param csv its rows as text
     * @param parquet the same rows as Parquet, in order; empty where there is none
     */
    record Resource(TableSchema schema, Part csv, List<Part> parquet) {
        Resource {
            parquet = List.copyOf(parquet);
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
        ObjectNode node = JSON.createObjectNode();
        node.put("name", schema.table().replace('_', '-'));
        node.put("type", "table");
        describe(node, resource.csv());
        node.put("title", schema.descriptionZh());
        node.put("description", schema.descriptionEn());
        node.put("format", "csv");
        node.put("mediatype", "text/csv");
        node.put("encoding", "utf-8");
        ObjectNode dialect = node.putObject("dialect");
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("header", true);
        if (!resource.parquet().isEmpty()) {
            ArrayNode parts = node.putArray("parquet");
            resource.parquet().forEach(part -> describe(parts.addObject(), part));
        }
        node.set("schema", schema(schema));
        return node;
    }

    private static void describe(ObjectNode node, Part part) {
        node.put("path", part.path());
        node.put("bytes", part.bytes());
        node.put("hash", "sha256:" + part.sha256());
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
