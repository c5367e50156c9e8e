package org.gongkai.jobs.ingest;

/** An input that was asked for is not there or cannot be listed; the message names it. */
public final class InputMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputMissing(String message) {
        super(message);
    }

    InputMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
