package org.gongkai.jobs.marts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.gongkai.catalogue.TableSchema;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A small lake from the .csv files beside the tests: columns that a case does not care about are filled in. */
public final class Fixture {
    private final SparkSession spark;
    private final String folder;
    private final Map<String, Map<String, String>> reports = new HashMap<>();

    /** The files of that folder. */
    public Fixture(SparkSession spark, String folder) {
        this.spark = spark;
        this.folder = folder;
        file(records("reports.csv"));
    }

    /** Regions of that folder, and reports that come from elsewhere. */
    Fixture(SparkSession spark, String folder, List<Map<String, String>> reports) {
        this.spark = spark;
        this.folder = folder;
        file(reports);
    }

    private void file(List<Map<String, String>> filed) {
        filed.forEach(report -> reports.put(report.get("body_id") + "/" + report.get("report_year"), report));
    }

    /** The tables by name, as the lake gives them. */
    public Function<String, Dataset<Row>> lake() {
        return table -> table(table, records(table + ".csv"));
    }

    /** The same tables after edits: {@code edit} gets the table's name and each record. */
    public Function<String, Dataset<Row>> editedLake(
            BiFunction<String, Map<String, String>, Map<String, String>> edit) {
        return table -> table(
                table,
                records(table + ".csv").stream()
                        .map(r -> edit.apply(table, new HashMap<>(r)))
                        .toList());
    }

    /** The same tables with their rows in another order and apart. */
    Function<String, Dataset<Row>> shuffledLake(long seed) {
        return table -> {
            List<Map<String, String>> rows = new ArrayList<>(records(table + ".csv"));
            Collections.shuffle(rows, new Random(seed));
            return table(table, rows).repartition(3);
        };
    }

    /** The regions of the case. */
    public RegionTree regions() {
        return RegionTree.of(lines("regions.csv"));
    }

    /** The records of a file, by heading. */
    List<Map<String, String>> records(String file) {
        try (Reader in = open(file);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private List<String> lines(String file) {
        try (Reader in = open(file)) {
            return new java.io.BufferedReader(in).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private Reader open(String file) {
        return new InputStreamReader(Fixture.class.getResourceAsStream(folder + "/" + file), StandardCharsets.UTF_8);
    }

    /** A table with such rows. */
    Dataset<Row> table(String table, List<Map<String, String>> records) {
        TableSchema schema = TableSchema.of(table);
        StringBuilder ddl = new StringBuilder();
        for (TableSchema.Column column : schema.columns()) {
            ddl.append(ddl.isEmpty() ? "" : ", ")
                    .append(column.name())
                    .append(' ')
                    .append(column.type().word().replace("long", "bigint"));
        }
        List<Row> rows = records.stream()
                .map(r -> RowFactory.create(
                        schema.columns().stream().map(c -> value(c, filled(r))).toArray()))
                .toList();
        return spark.createDataFrame(rows, StructType.fromDDL(ddl.toString()));
    }

    /** A record of observations or findings, with what its report says. */
    private Map<String, String> filled(Map<String, String> record) {
        Map<String, String> filled =
                new HashMap<>(reports.getOrDefault(record.get("body_id") + "/" + record.get("report_year"), Map.of()));
        filled.putAll(record);
        filled.putIfAbsent("line", "1");
        return filled;
    }

    private static Object value(TableSchema.Column column, Map<String, String> record) {
        String text = record.getOrDefault(column.name(), "");
        if (text.isEmpty() && (column.nullable() || column.type() != TableSchema.Type.STRING)) {
            if (!column.nullable()) {
                return switch (column.type()) {
                    case INT -> 0;
                    case LONG -> 0L;
                    case BOOLEAN -> false;
                    case TIMESTAMP -> Timestamp.valueOf("2026-01-01 00:00:00");
                    default -> throw new IllegalArgumentException(column.name() + " may not be missing");
                };
            }
            return null;
        }
        return switch (column.type()) {
            case STRING -> text;
            case INT -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> Date.valueOf(text);
            case TIMESTAMP -> Timestamp.valueOf(text);
            case DECIMAL -> new BigDecimal(text).setScale(6);
            case DOUBLE -> Double.valueOf(text);
        };
    }
}
