package org.gongkai.office;

import java.time.Duration;

/**
 * What one office file may cost.
 *
 * @param characters most characters of text (PDF) or of markup (Word) that it may give; a report has about 10,000
 * @param time longest time for one file; a report takes well below a second, the first one two for loading the parsers
 * @param pages most pages of a PDF; a report has ten
 */
public record OfficeLimits(int characters, Duration time, int pages) {
    /** What is used where nobody says otherwise. */
    public static final OfficeLimits DEFAULT = new OfficeLimits(8 << 20, Duration.ofSeconds(60), 2000);

    public OfficeLimits {
        if (characters < 1 || pages < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
