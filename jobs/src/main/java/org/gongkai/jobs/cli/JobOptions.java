package org.gongkai.jobs.cli;

import org.gongkai.jobs.words.Language;
import picocli.CommandLine.Option;

import java.util.Optional;

/** What every command on a home folder takes. Holds no type of Spark, so that help starts at once. */
public final class JobOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "gongkai-home",
            description = "Folder of the lake, the marts and the releases; any address of a Hadoop file system."
                    + " Default: ${DEFAULT-VALUE}.")
    private String home = "gongkai-home";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where Spark runs: local[2], spark://host:7077, yarn … Default: all cores of this machine.")
    private Optional<String> master = Optional.empty();

    @Option(names = "--lang", paramLabel = "zh|en", description = "Language of what people read. Default: zh.")
    private Language language = Language.zh;

    @Option(names = "--verbose", description = "Show the warnings of Spark and Iceberg, and stack traces.")
    private boolean verbose;

    /** Address of the home folder. */
    public String home() {
        return home;
    }

    /** Where Spark runs, empty: as {@code spark-submit} says, else here. */
    public Optional<String> master() {
        return master;
    }

    /** Language of what people read. */
    public Language language() {
        return language;
    }

    /** Tells the log how much to show; to be called before the first class of Spark is loaded. */
    public void prepareLog() {
        if (verbose) {
            System.setProperty("gongkai.log.level", "warn");
            System.setProperty("gongkai.log.tasks", "error");
        }
    }
}
