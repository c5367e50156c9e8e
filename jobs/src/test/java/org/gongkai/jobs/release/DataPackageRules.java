package org.gongkai.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of Frictionless Data Package, Data Resource and Table Schema, version 2, that apply to a release. */
final class DataPackageRules {
    private static final Set<String> TYPES = Set.of(
            "string",
            "number",
            "integer",
            "boolean",
            "object",
            "array",
            "list",
            "datetime",
            "date",
            "time",
            "year",
            "yearmonth",
            "duration",
            "geopoint",
            "geojson",
            "any");

    private DataPackageRules() {}

    /** What breaks a rule, in words; empty where the package is sound. */
    static List<String> problems(JsonNode root, Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        require(
                problems,
                root.path("$schema").asText().equals("https://datapackage.org/profiles/2.0/datapackage.json"),
                "$schema names the profile");
        require(problems, root.path("resources").size() > 0, "resources: at least one");
        Set<String> names = new HashSet<>();
        for (JsonNode resource : root.path("resources")) {
            String name = resource.path("name").asText();
            require(problems, !name.isEmpty() && names.add(name), "resource name “" + name + "” is there and unique");
            List<String> paths = new ArrayList<>();
            if (resource.path("path").isArray()) {
                resource.path("path").forEach(p -> paths.add(p.asText()));
            } else {
                paths.add(resource.path("path").asText());
            }
            long bytes = 0;
            for (String path : paths) {
                require(
                        problems,
                        !path.startsWith("/") && !path.contains(".."),
                        name + ": path is relative and inside");
                Path file = folder.resolve(path);
                require(problems, Files.isRegularFile(file), name + ": " + path + " is there");
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            require(problems, resource.path("bytes").asLong() == bytes, name + ": bytes");
            require(problems, resource.path("type").asText().equals("table"), name + ": type");
            for (JsonNode part : resource.path("parquet")) {
                Path file = folder.resolve(part.path("path").asText());
                require(problems, Files.isRegularFile(file), name + ": " + file + " is there");
                require(problems, part.path("bytes").asLong() == Files.size(file), name + ": bytes of " + file);
            }
            schema(problems, name, resource.path("schema"));
            if (paths.get(0).endsWith(".csv")) {
                String heading =
                        Files.readAllLines(folder.resolve(paths.get(0))).get(0).replace("\uFEFF", "");
                List<String> fields = new ArrayList<>();
                resource.path("schema")
                        .path("fields")
                        .forEach(f -> fields.add(f.path("name").asText()));
                require(
                        problems,
                        heading.equals(String.join(",", fields)),
                        name + ": fields match the heading " + heading);
            }
        }
        return problems;
    }

    private static void schema(List<String> problems, String resource, JsonNode schema) {
        Set<String> fields = new HashSet<>();
        require(problems, schema.path("fields").size() > 0, resource + ": fields");
        for (JsonNode field : schema.path("fields")) {
            String name = field.path("name").asText();
            require(problems, !name.isEmpty() && fields.add(name), resource + ": field “" + name + "” unique");
            require(problems, TYPES.contains(field.path("type").asText()), resource + "." + name + ": type");
            require(problems, !field.path("title").asText().isEmpty(), resource + "." + name + ": Chinese label");
            require(problems, !field.path("title_en").asText().isEmpty(), resource + "." + name + ": English label");
            if (field.has("categories")) {
                require(
                        problems,
                        Set.of("string", "integer").contains(field.path("type").asText()),
                        resource + "." + name + ": categories only of strings and integers");
            }
        }
        schema.path("primaryKey").forEach(k -> require(problems, fields.contains(k.asText()), resource + ": key " + k));
        require(problems, schema.path("missingValues").isArray(), resource + ": missingValues");
    }

    private static void require(List<String> problems, boolean holds, String rule) {
        if (!holds) {
            problems.add(rule);
        }
    }
}
