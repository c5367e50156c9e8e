package org.gongkai.jobs.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The marts of a release, computed a second time by DuckDB from the files of {@code benchmarks}.
 *
 * @param differences the first cells that differ, in words; empty where all agree
 * @param figures figures compared, by mart
 */
record SecondEngine(List<String> differences, Map<String, Long> figures) {
    /** Surefire runs in the folder of the module. */
    private static final Path ROOT = Path.of("..");

    private static final List<String> FILES = List.of("check_marts.sql", "check_quality.sql");

    /** Computes and compares. */
    static SecondEngine check(Path release) throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        Map<String, Long> figures = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET VARIABLE release = '" + release + "'");
            statement.execute("SET VARIABLE reference = '" + ROOT.resolve("data/reference") + "'");
            for (String file : FILES) {
                String sql = Files.readString(ROOT.resolve("benchmarks").resolve(file));
                for (String step : sql.replaceAll("(?m)^--.*$", "").split(";\\s*\\n")) {
                    if (!step.isBlank()) {
                        statement.execute(step);
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT * FROM differences ORDER BY ALL LIMIT 20")) {
                while (rows.next()) {
                    differences.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3)
                            + ": released " + rows.getString(4) + ", computed " + rows.getString(5));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT mart, figures FROM compared")) {
                while (rows.next()) {
                    figures.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return new SecondEngine(differences, figures);
    }
}
