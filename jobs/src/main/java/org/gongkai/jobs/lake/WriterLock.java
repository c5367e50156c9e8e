package org.gongkai.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * One writer at a time for a lake. A lock dies with the process that holds it, so a killed job leaves none behind: an
 * operating system's file lock beside an embedded catalog, an advisory lock of the session in PostgreSQL.
 */
sealed interface WriterLock extends AutoCloseable {
    /** Key of the advisory lock; any number will do as long as all writers use the same. */
    long POSTGRES_KEY = 0x676f6e676b6169L;

    /** How often a waiting job looks again. */
    Duration PAUSE = Duration.ofMillis(200);

    @Override
    void close();

    /**
     * Makes sure that the lock is still held, before something is committed under it.
     *
     * @throws LakeException where it was lost, such as with the connection to the database
     */
    void verify();

    /**
     * Waits for the lock.
     *
     * @param home the home, whose folder carries the lock file where the catalog has no lock of its own
     * @param properties of the catalog
     * @param patience how long to wait
     * @param say told once when there is something to wait for
     * @throws LakeException where another job still writes after that time
     */
    static WriterLock acquire(Home home, Map<String, String> properties, Duration patience, Consumer<String> say) {
        long until = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (true) {
            Optional<WriterLock> lock = attempt(home, properties);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() >= until) {
                throw new LakeException("another job is writing to the lake of " + home.shown() + holder(home)
                        + "; waited " + patience.toSeconds() + " s. Nothing was changed; run again when it is done.");
            }
            if (!said) {
                say.accept("waiting for another job that writes to the lake of " + home.shown() + holder(home));
                said = true;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LakeException("interrupted while waiting for the lake", e);
            }
        }
    }

    private static Optional<WriterLock> attempt(Home home, Map<String, String> properties) {
        String uri = properties.getOrDefault("uri", "");
        if (uri.startsWith("jdbc:postgresql:")) {
            return OfPostgres.attempt(uri, properties);
        }
        Path folder = home.local()
                .orElseThrow(() -> new LakeException("no lock is known for a lake in " + home.address()
                        + " with the catalog " + uri + ": use PostgreSQL as the catalog or a local home"));
        return OfFile.attempt(folder.resolve("lake").resolve("writer.lock"));
    }

    private static String holder(Home home) {
        try {
            Path file = home.local().orElseThrow().resolve("lake").resolve("writer.lock");
            return " (" + Files.readString(file).strip() + ")";
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    /** A lock of the operating system on a file of a local disk. */
    final class OfFile implements WriterLock {
        private final FileChannel channel;
        private final FileLock lock;

        private OfFile(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public void verify() {
            if (!lock.isValid()) {
                throw new LakeException("the lock of the lake was lost; nothing counts of this job, run again");
            }
        }

        static Optional<WriterLock> attempt(Path file) {
            try {
                Files.createDirectories(file.getParent());
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                String note = "process " + ProcessHandle.current().pid() + " since " + java.time.Instant.now() + "\n";
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new OfFile(channel, lock));
            } catch (IOException e) {
                throw new LakeException("the lock of the lake cannot be used: " + file + ": " + e.getMessage(), e);
            }
        }

        private static FileLock tryLock(FileChannel channel) throws IOException {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException e) {
                return null; // held by another job in this very process
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An advisory lock that PostgreSQL drops with the connection. */
    final class OfPostgres implements WriterLock {
        private final Connection connection;

        private OfPostgres(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void verify() {
            try (PreparedStatement ask =
                    connection.prepareStatement("select 1 from pg_locks where locktype = 'advisory'"
                            + " and pid = pg_backend_pid() and granted and objsubid = 1"
                            + " and classid::bigint = (? >> 32) and objid::bigint = (? & 4294967295)")) {
                ask.setLong(1, POSTGRES_KEY);
                ask.setLong(2, POSTGRES_KEY);
                try (ResultSet answer = ask.executeQuery()) {
                    if (answer.next()) {
                        return;
                    }
                }
                throw new LakeException("the lock of the lake was lost; nothing counts of this job, run again");
            } catch (SQLException e) {
                throw new LakeException(
                        "the lock of the lake was lost with the connection to the catalog's database; nothing counts of"
                                + " this job, run again: " + e.getMessage(),
                        e);
            }
        }

        static Optional<WriterLock> attempt(String uri, Map<String, String> properties) {
            Properties login = new Properties();
            properties.forEach((key, value) -> {
                if (key.startsWith("jdbc.") && !key.equals("jdbc.schema-version")) {
                    login.setProperty(key.substring("jdbc.".length()), value);
                }
            });
            // The connection is quiet for as long as the job computes.
            login.putIfAbsent("tcpKeepAlive", "true");
            try {
                Connection connection = DriverManager.getConnection(uri, login);
                try (PreparedStatement ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                    ask.setLong(1, POSTGRES_KEY);
                    try (ResultSet answer = ask.executeQuery()) {
                        if (answer.next() && answer.getBoolean(1)) {
                            return Optional.of(new OfPostgres(connection));
                        }
                    }
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException e) {
                throw new LakeException("the catalog's database cannot be asked for its lock: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new LakeException("the lock could not be given back: " + e.getMessage(), e);
            }
        }
    }
}
