package org.gongkai.jobs.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL server on loopback, which asks for a password; ended with the test. */
final class Postgres implements AutoCloseable {
    /** A word that stands nowhere else, so that it can be looked for. */
    static final String PASSWORD = "Kuaizi-9f3c-unmistakable";

    static final String USER = "lake_keeper";

    private final EmbeddedPostgres server;
    private int databases;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("pg");
        EmbeddedPostgres server = server(data);
        Postgres postgres = new Postgres(server);
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create user " + USER + " superuser password '" + PASSWORD + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            try (ResultSet done = statement.executeQuery("select pg_reload_conf()")) {
                done.next();
            }
        } catch (IOException | SQLException e) {
            server.close();
            throw e;
        }
        return postgres;
    }

    /** The server refuses to run as root, and not every machine lets root become somebody else: there the test is left out. */
    private static EmbeddedPostgres server(Path data) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException | RuntimeException e) {
            return Assumptions.abort("no PostgreSQL server can be started here: " + e.getMessage());
        }
    }

    /** A new empty database, as a JDBC address without user and password. */
    String database() throws SQLException {
        String name = "lake_" + ++databases;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return address(name);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address(database), USER, PASSWORD);
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
