package org.gongkai.report;

import org.gongkai.place.Identifier;
import org.gongkai.prose.ProseReader;
import org.gongkai.table.TableReader;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How long the reading of prose and of names takes, without the tables: {@code java org.gongkai.report.ReaderSpeed FILE...}. One
 * thread; prints microseconds a document after warming up.
 */
public final class ReaderSpeed {
    private static final int ROUNDS = 1000;
    /** The thread's own time, so that other programs on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ReaderSpeed() {}

    /** Reads each file again and again and prints what it takes. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String text = Files.readString(Path.of(file));
            Manuscript manuscript = Manuscript.ofText(Particulars.ofSource(file), text);
            Set<Integer> tables = TableReader.read(manuscript).tableLines();
            OptionalInt year =
                    Identifier.identify(manuscript, OptionalInt.empty(), 0).reportYear();
            time(file + " place", manuscript, m -> Identifier.identify(m, OptionalInt.empty(), 0));
            time(file + " prose", manuscript, m -> ProseReader.read(m, tables, year));
        }
    }

    private static void time(String name, Manuscript manuscript, Consumer<Manuscript> step) {
        for (int i = 0; i < ROUNDS; i++) {
            step.accept(manuscript);
        }
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            step.accept(manuscript);
        }
        System.out.printf("%s: %d µs%n", name, (CLOCK.getCurrentThreadCpuTime() - start) / ROUNDS / 1000);
    }
}
