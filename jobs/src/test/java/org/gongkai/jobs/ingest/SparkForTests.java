package org.gongkai.jobs.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.lake.LakeTable;
import org.gongkai.jobs.session.Sessions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One session for all tests, and what tests ask of a lake. */
public final class SparkForTests {
    private static SparkSession session;

    private SparkForTests() {}

    /** A lake in a home of its own; the catalog's settings are the session's, so they are set for this home. */
    public static synchronized Lake lake(Path home) {
        if (session == null) {
            session = Sessions.open("tests", Home.of(home.toString()), java.util.Optional.of("local[2]"));
        }
        // A session of its own for each home: a catalog is made once for each session.
        SparkSession own = session.newSession();
        own.conf().set("spark.sql.catalog.lake.uri", "jdbc:sqlite:" + home.resolve("lake/catalog.db"));
        own.conf().set("spark.sql.catalog.lake.warehouse", "file://" + home.resolve("lake/warehouse"));
        return Lake.open(own, home.toString());
    }

    /** Reads inputs with the plain reader of the tests. */
    public static IngestSummary ingest(Lake lake, Path... inputs) {
        return IngestJob.run(session, lake, request("1", inputs), said -> {});
    }

    static IngestRequest request(String version, Path... inputs) {
        List<String> names = new ArrayList<>();
        for (Path input : inputs) {
            names.add(input.toString());
        }
        return new IngestRequest(
                names,
                (submission, sha256) -> PlainReader.read(submission),
                version,
                IntakeLimits.DEFAULT,
                Duration.ofMillis(300));
    }

    /** The session of all tests; made by the first lake. */
    public static SparkSession session() {
        return session;
    }

    /** The rows of a table as of a snapshot. */
    public static List<Row> rowsAt(Lake lake, String table, long snapshot) {
        SparkSession own = session.newSession();
        String root = lake.home().address();
        own.conf()
                .set(
                        "spark.sql.catalog.lake.uri",
                        "jdbc:sqlite:" + root.substring("file://".length()) + "/lake/catalog.db");
        own.conf().set("spark.sql.catalog.lake.warehouse", root + "/lake/warehouse");
        return own.read()
                .option("versionAsOf", snapshot)
                .table("lake.gongkai." + table)
                .collectAsList();
    }

    /** Everything that the lake says, in an order of its own, without what tells one ingest from another. */
    public static Map<String, List<String>> contents(Lake lake) {
        Set<String> ofTheIngest = Set.of("ingest_id", "ingested_at");
        Map<String, List<String>> contents = new TreeMap<>();
        for (LakeTable table : LakeTable.values()) {
            if (table != LakeTable.INGESTS) {
                String[] columns = table.schema().columns().stream()
                        .map(c -> c.name())
                        .filter(c -> !ofTheIngest.contains(c))
                        .toArray(String[]::new);
                List<String> rows = new ArrayList<>();
                for (Row row : lake.read(table.word()).selectExpr(columns).collectAsList()) {
                    rows.add(row.toString());
                }
                rows.sort(null);
                contents.put(table.word(), rows);
            }
        }
        return contents;
    }
}
