package org.gongkai.jobs.faults;

import org.gongkai.jobs.lake.CatalogSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole runs against a PostgreSQL that asks for a password, which then is nowhere: not in a log, a table or a release. */
@Tag("fault")
class SecretsTest {
    @TempDir
    Path folder;

    private final List<Path> logs = new ArrayList<>();

    private Command command(String name) {
        Path log = folder.resolve(name + ".log");
        logs.add(log);
        return new Command(log);
    }

    @Test
    void thePasswordOfTheCatalogIsNowhere() throws IOException, InterruptedException, SQLException {
        String home = folder.resolve("home").toString();
        try (Postgres postgres = Postgres.start(folder)) {
            String address = postgres.database();
            Command environment = command("environment")
                    .environment("GONGKAI_CATALOG_URI", address)
                    .environment("GONGKAI_CATALOG_USER", Postgres.USER)
                    .environment("GONGKAI_CATALOG_PASSWORD", Postgres.PASSWORD)
                    .option("-Dspark.eventLog.enabled=true")
                    .option("-Dspark.eventLog.dir=file://" + Files.createDirectories(folder.resolve("events")));
            assertThat(environment.run("run", Site.SAMPLE.toString(), "--home", home, "--verbose"))
                    .as(environment.log())
                    .isZero();
            Command inside = command("inside")
                    .option("-D" + CatalogSettings.PREFIX + ".uri=" + address + "?user=" + Postgres.USER + "&password="
                            + Postgres.PASSWORD);
            assertThat(inside.run("maintain", "--older-than", "0h", "--retain", "1", "--home", home, "--verbose"))
                    .as(inside.log())
                    .isZero();
            Command unreachable = command("unreachable")
                    .option("-D" + CatalogSettings.PREFIX
                            + ".uri=jdbc:postgresql://127.0.0.1:1/none?user=nobody&password=" + Postgres.PASSWORD);
            assertThat(unreachable.run("ingest", Site.SAMPLE.toString(), "--home", home, "--verbose"))
                    .as("a catalog that is not there: " + unreachable.log())
                    .isEqualTo(3);
            Command unknown = command("unknown")
                    .option("-D" + CatalogSettings.PREFIX + ".uri=jdbc:postgrsql://127.0.0.1:1/none?password="
                            + Postgres.PASSWORD);
            assertThat(unknown.run("ingest", Site.SAMPLE.toString(), "--home", home, "--verbose"))
                    .as("an address that no driver knows: " + unknown.log())
                    .isEqualTo(3);
            try (Connection connection = postgres.connect(address.substring(address.lastIndexOf('/') + 1));
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select t::text from iceberg_tables t")) {
                int tables = 0;
                while (rows.next()) {
                    tables++;
                    assertThat(rows.getString(1)).doesNotContain(Postgres.PASSWORD);
                }
                assertThat(tables).as("tables in the catalog").isEqualTo(6);
            }
        }
        int scanned = 0;
        List<Path> places = new ArrayList<>(logs);
        places.add(Path.of(home));
        places.add(folder.resolve("events"));
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    scanned++;
                    // Parquet compresses its pages; text in them is looked for by the tables' own metadata and CSV.
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(Postgres.PASSWORD);
                }
            }
        }
        System.out.println(
                "secrets: " + scanned + " files of logs, lake, marts, release and event log hold no password");
        assertThat(scanned).isGreaterThan(100);
    }
}
