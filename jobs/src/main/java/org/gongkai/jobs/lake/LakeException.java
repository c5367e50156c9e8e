package org.gongkai.jobs.lake;

/** The lake cannot be used as asked, for a reason that a user can act on; the message says it. */
public final class LakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence that the user reads. */
    public LakeException(String message) {
        super(message);
    }

    /** With the sentence that the user reads and the cause that the log shows. */
    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
