import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs {@code check_marts.sql} and {@code check_quality.sql} over a release in DuckDB: {@code CheckMarts.java RELEASE
 * REFERENCE SQL…}. Prints how many cells were compared and the first that differ; exit code 1 where one does. Run by {@code
 * check_marts.sh}.
 */
public final class CheckMarts {
    private CheckMarts() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET VARIABLE release = '" + arguments[0].replace("'", "''") + "'");
            statement.execute("SET VARIABLE reference = '" + arguments[1].replace("'", "''") + "'");
            for (int i = 2; i < arguments.length; i++) {
                String sql = Files.readString(Path.of(arguments[i])).replaceAll("(?m)^--.*$", "");
                for (String step : sql.split(";\\s*\\n")) {
                    if (!step.isBlank()) {
                        statement.execute(step);
                    }
                }
            }
            System.out.println("mart            cells           with a figure");
            print(statement, "SELECT mart, cells, figures FROM compared ORDER BY mart");
            long differences;
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM differences")) {
                count.next();
                differences = count.getLong(1);
            }
            System.out.println(differences + " cells differ");
            print(statement, "SELECT * FROM differences ORDER BY ALL LIMIT 50");
            System.exit(differences == 0 ? 0 : 1);
        }
    }

    private static void print(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    line.append(String.format("%-16s", rows.getString(i)));
                }
                System.out.println(line.toString().stripTrailing());
            }
        }
    }
}
