package org.gongkai.jobs.cli;

/** What a command's exit code says. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** A defect in gongkai. */
    public static final int DEFECT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** Input missing or unreadable. */
    public static final int INPUT = 3;
    /** A quality gate failed. */
    public static final int QUALITY = 4;

    private ExitCode() {}
}
