package org.gongkai.jobs.faults;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A standalone master of Spark and its workers on loopback, from the jars of the tests; ended by their handles. */
final class Cluster implements AutoCloseable {
    private final Path folder;
    private final Path sparkHome;
    private final String address;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    Cluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.sparkHome = folder.resolve("spark");
        Path jars = Files.createDirectories(sparkHome.resolve("jars"));
        for (String entry : Command.classPath().split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            // Shims of Spark hold empty classes of the same names for its compiler; a folder of jars has no order.
            if (entry.endsWith(".jar") && Files.exists(jar) && !entry.contains("spark-connect-shims")) {
                Path link = jars.resolve(jar.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, jar);
                }
            }
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        address = "spark://127.0.0.1:" + port;
        master = daemon("org.apache.spark.deploy.master.Master", "master.log")
                .start("--host", "127.0.0.1", "--port", Integer.toString(port), "--webui-port", "0");
        await("master.log", "I have been elected leader", master);
        for (int i = 0; i < workers; i++) {
            Process worker = daemon("org.apache.spark.deploy.worker.Worker", "worker" + i + ".log")
                    .start(
                            "--host",
                            "127.0.0.1",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--webui-port",
                            "0",
                            "--work-dir",
                            folder.resolve("work" + i).toString(),
                            address);
            this.workers.add(worker);
            await("worker" + i + ".log", "Successfully registered with master", worker);
        }
    }

    private Command daemon(String main, String log) {
        return new Command(folder.resolve(log))
                .main(main)
                .memory("-Xmx256m")
                .option("-Dlog4j2.configurationFile=" + logging())
                .environment("SPARK_SCALA_VERSION", "2.13")
                .environment("SPARK_HOME", sparkHome.toString());
    }

    private String logging() {
        try {
            return Files.writeString(
                            folder.resolve("log4j2.properties"),
                            "rootLogger.level=info\nrootLogger.appenderRef.c.ref=c\nappender.c.type=Console\n"
                                    + "appender.c.name=c\nappender.c.layout.type=PatternLayout\n"
                                    + "appender.c.layout.pattern=%m%n\n")
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void await(String log, String words, Process process) throws IOException, InterruptedException {
        long until = System.nanoTime() + Command.PATIENCE.toNanos();
        while (!Files.exists(folder.resolve(log))
                || !Files.readString(folder.resolve(log)).contains(words)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                close();
                throw new IOException("no “" + words + "” in " + Files.readString(folder.resolve(log)));
            }
            Thread.sleep(100);
        }
    }

    /** A command whose job runs on the cluster; the driver is a process here. */
    Command command(Path log, String memory) {
        String folders = Stream.of(Command.classPath().split(File.pathSeparator))
                .filter(e -> !e.endsWith(".jar"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
        return new Command(log)
                .environment("SPARK_SCALA_VERSION", "2.13")
                .environment("SPARK_HOME", sparkHome.toString())
                .option("-Dspark.driver.host=127.0.0.1")
                .option("-Dspark.executor.extraClassPath=" + folders)
                .option("-Dspark.executor.memory=" + memory)
                .option("-Dspark.executor.cores=1");
    }

    String address() {
        return address;
    }

    /** Kills a worker and the executors that it started, without warning. */
    void kill(int worker) {
        workers.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
        workers.get(worker).destroyForcibly();
    }

    @Override
    public void close() {
        for (Process process : workers) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
