package org.gongkai.value;

/**
 * Why a value is or is not there, in the letters of the SDMX code list CL_OBS_STATUS.
 *
 * <p>A missing value is never 0, and a printed 0 is never missing: a number stands beside {@link #NORMAL}, {@link
 * #BREAK} and {@link #APPROXIMATE}, and beside nothing else.
 */
public enum Status {
    /** A number is printed and was read. */
    NORMAL("A"),
    /** The cell is there and holds no figure: blank, “—”, “/”, 无. */
    NOT_STATED("O"),
    /** The form of that year does not ask for it. */
    NOT_ASKED("M"),
    /** The form asks for it and the document has no such cell. */
    NOT_FOUND("L"),
    /** The first value after a change of definition. */
    BREAK("B"),
    /** Printed as an approximation: 近, 余, 突破, 约. */
    APPROXIMATE("E"),
    /** Something is printed that cannot be read as one number, or cannot be given to one cell. */
    UNREADABLE("N");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The letter of CL_OBS_STATUS, as the tables carry it. */
    public String code() {
        return code;
    }

    /** Whether a number stands beside this status. */
    public boolean hasNumber() {
        return this == NORMAL || this == BREAK || this == APPROXIMATE;
    }
}
