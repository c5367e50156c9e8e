package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The .sql files beside a class. The comment on top of a file is the definition of its table; the statements before the
 * last are temporary views: WITH would read better, but Spark 4.1 loses its way among WITHs in views of views (“exprId on
 * unresolved object”). Not thread-safe.
 */
public final class SqlFiles {
    private static final Pattern STATEMENT_END = Pattern.compile(";\\R\\R");
    private static final Pattern VIEW = Pattern.compile("CREATE OR REPLACE TEMPORARY VIEW (\\w+) AS\\R");

    private final SparkSession spark;
    private final Class<?> room;
    private final List<String> views = new ArrayList<>();

    /** Files of the room of a class. */
    public SqlFiles(SparkSession spark, Class<?> room) {
        this.spark = spark;
        this.room = room;
    }

    /** The rows that the last statement of a file says; {@link IllegalStateException} where there is no such file. */
    public Dataset<Row> query(String name) {
        String[] statements = STATEMENT_END.split(text(name));
        for (int i = 0; i < statements.length - 1; i++) {
            Matcher view = VIEW.matcher(statements[i]);
            if (!view.find()) {
                throw new IllegalStateException(name + ".sql: no view is made by: " + statements[i]);
            }
            // Spark keeps the text of a view that SQL makes, and parses and resolves it again, with all that it stands
            // on,
            // wherever it is named. Made so, it is resolved once.
            TempView.set(view.group(1), spark.sql(statements[i].substring(view.end())));
            views.add(view.group(1));
        }
        return spark.sql(statements[statements.length - 1]);
    }

    /** The views that the files made so far. */
    List<String> views() {
        return List.copyOf(views);
    }

    private String text(String name) {
        try (InputStream in = room.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no file " + name + ".sql in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".sql", e);
        }
    }
}
