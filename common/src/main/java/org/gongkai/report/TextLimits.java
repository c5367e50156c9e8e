package org.gongkai.report;

import java.io.Serializable;

/**
 * How much text one document may be. What it costs to read a document grows with its lines and its markup, and all of it
 * is in memory; a report has some hundred lines and about 5,000 characters, a yearbook of a whole province some hundred
 * times that.
 *
 * @param characters of the text, with its markup
 * @param lines after the markup is gone
 */
public record TextLimits(int characters, int lines) implements Serializable {
    /** What is used where nobody says otherwise. */
    public static final TextLimits DEFAULT = new TextLimits(4_000_000, 100_000);

    public TextLimits {
        if (characters < 1 || lines < 1) {
            throw new IllegalArgumentException("limits are positive numbers");
        }
    }
}
