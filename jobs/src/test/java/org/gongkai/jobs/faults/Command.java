package org.gongkai.jobs.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process on the class path of the tests: a command of gongkai, or a daemon of Spark. Ended by its handle only. */
final class Command {
    /** Longest that any process of these tests may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(Long.getLong("gongkai.patience", 10));

    private static final String MAIN = "org.gongkai.jobs.cli.Main";

    private final List<String> options = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path log;
    private String main = MAIN;
    private String memory = "-Xmx1g";

    /** A command whose output goes to a file. */
    Command(Path log) {
        this.log = log;
    }

    /** What the process of the tests runs on. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Another class than gongkai's own. */
    Command main(String name) {
        main = name;
        return this;
    }

    Command memory(String option) {
        memory = option;
        return this;
    }

    Command option(String option) {
        options.add(option);
        return this;
    }

    Command environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What goes before the program, such as a shell that sets a limit. */
    Command prefix(String... words) {
        prefix.addAll(List.of(words));
        return this;
    }

    Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", memory));
        for (String given : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (given.startsWith("--add-opens") || given.startsWith("-Djdk.reflect")) {
                words.add(given);
            }
        }
        words.addAll(options);
        words.addAll(List.of("-cp", classPath(), main));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs to the end; gives the exit code. */
    int run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + PATIENCE + ":\n" + log());
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** All that it printed. */
    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }
}
