package org.gongkai.jobs.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * One line that says how far a job is, rewritten in place: what is done, how fast, how long it may still take. On a
 * terminal only; into a file or a pipe nothing is written. Safe in several threads.
 */
final class Progress implements AutoCloseable {
    /** Set by the launcher to {@code yes} or {@code no}: whether standard error is a terminal. */
    static final String TERMINAL = "GONGKAI_TERMINAL";

    private static final long PAUSE = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final String task;
    private final boolean isShown;
    private final long began = System.nanoTime();
    private long shownAt = began;
    private boolean isDirty;

    private Progress(PrintWriter err, String task, boolean isShown) {
        this.err = err;
        this.task = task;
        this.isShown = isShown;
    }

    /** Progress of a task, by its name, on the terminal, if there is one. */
    static Progress on(PrintWriter err, String task) {
        return new Progress(err, task, isTerminal());
    }

    /** The same where it is known whether there is a terminal. */
    static Progress on(PrintWriter err, String task, boolean isTerminal) {
        return new Progress(err, task, isTerminal);
    }

    /** Whether somebody watches. */
    static boolean isTerminal() {
        String said = System.getenv(TERMINAL);
        boolean isDumb = "dumb".equals(System.getenv("TERM"));
        return !isDumb && (said == null ? System.console() != null : said.equals("yes"));
    }

    /** So many of so many are done; a total of 0 is not known. */
    void at(long done, long total) {
        at(done, total > 0 ? (double) done / total : 0, total > 0 ? done + "/" + total : Long.toString(done));
    }

    /**
     * The same where the share is known otherwise.
     *
     * @param done units done, for the rate
     * @param share of the whole, 0 to 1; 0 where it is not known
     * @param said what stands for it on the line
     */
    synchronized void at(long done, double share, String said) {
        long now = System.nanoTime();
        if (!isShown || now - shownAt < PAUSE) {
            return;
        }
        shownAt = now;
        isDirty = true;
        err.print(CLEAR + line(task, done, share, said, Duration.ofNanos(now - began)));
        err.flush();
    }

    /** The line: {@code ingest  12,000  850/s  0:14  ~0:31}. */
    static String line(String task, long done, double share, String said, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        StringBuilder line = new StringBuilder(task).append("  ").append(said);
        if (done > 0) {
            double rate = done / seconds;
            if (rate >= 1) {
                line.append("  ").append(String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%,.0f/s", rate));
            }
        }
        line.append("  ").append(clock(seconds));
        if (share > 0 && share < 1) {
            line.append("  ~").append(clock(seconds * (1 - share) / share));
        }
        return line.toString();
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format("%d:%02d", whole / 60, whole % 60);
    }

    /** Takes the line away again. */
    @Override
    public synchronized void close() {
        if (isDirty) {
            err.print(CLEAR);
            err.flush();
            isDirty = false;
        }
    }
}
