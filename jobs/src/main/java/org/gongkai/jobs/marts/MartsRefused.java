package org.gongkai.jobs.marts;

/**
 * The marts are not computed because of a file that the user gave: it cannot be read, or it no longer fits the reports.
 * The message names the file and the lines.
 */
public final class MartsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean gate;

    private MartsRefused(String message, boolean gate) {
        super(message);
        this.gate = gate;
    }

    /** A file that is not what it should be. */
    static MartsRefused unreadable(String message) {
        return new MartsRefused(message, false);
    }

    /** A file that reads well and does not fit what is printed. */
    static MartsRefused unfit(String message) {
        return new MartsRefused(message, true);
    }

    /** Whether a quality gate failed, rather than the reading of a file. */
    public boolean isGate() {
        return gate;
    }
}
