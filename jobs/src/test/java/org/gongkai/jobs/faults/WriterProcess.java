package org.gongkai.jobs.faults;

import org.apache.spark.sql.SparkSession;
import org.gongkai.jobs.lake.CatalogSettings;
import org.gongkai.jobs.lake.Home;
import org.gongkai.jobs.lake.Lake;
import org.gongkai.jobs.session.Sessions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that ingests what it is told to: a line {@code home TAB address of the catalog TAB input TAB input …} on its
 * standard input, one line {@code done} or {@code failed …} on its standard output. Started once, since starting costs
 * more than ingesting.
 */
final class WriterProcess {
    private static final String ANSWER = "answer: ";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    WriterProcess(Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g"));
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens"))
                .forEach(words::add);
        words.addAll(List.of("-cp", Command.classPath(), WriterProcess.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Tells it to ingest, and does not wait. */
    void order(Path home, String catalog, List<Path> inputs) {
        orders.println(home + "\t" + catalog + "\t"
                + String.join("\t", inputs.stream().map(Path::toString).toList()));
    }

    /** Waits for the answer to the last order. */
    String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
        }
        throw new IOException("the writer is gone");
    }

    void end() throws InterruptedException {
        orders.close();
        process.destroyForcibly().waitFor();
    }

    /** The process itself. */
    public static void main(String[] none) throws IOException {
        SparkSession root = Sessions.open("writer", Home.of("none"), Optional.of("local[2]"));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] parts = line.split("\t");
            try (Lake lake = open(root, parts[0], parts[1])) {
                Path[] inputs = Stream.of(parts).skip(2).map(Path::of).toArray(Path[]::new);
                System.out.println(
                        ANSWER + "done " + Site.ingest(root, lake, inputs).ingestId());
            } catch (RuntimeException e) {
                System.out.println(ANSWER + "failed " + e);
            }
        }
        root.close();
    }

    static Lake open(SparkSession root, String home, String catalog) {
        SparkSession own = root.newSession();
        own.conf().set(CatalogSettings.PREFIX + ".uri", catalog);
        own.conf().set(CatalogSettings.PREFIX + ".warehouse", "file://" + home + "/lake/warehouse");
        if (catalog.startsWith("jdbc:postgresql:")) {
            own.conf().set(CatalogSettings.PREFIX + ".jdbc.user", Postgres.USER);
            own.conf().set(CatalogSettings.PREFIX + ".jdbc.password", Postgres.PASSWORD);
        }
        return Lake.open(own, home);
    }
}
