package org.gongkai.intake;

import org.gongkai.report.TextLimits;

import java.io.Serializable;
import java.util.Objects;

/**
 * How much one input may cost.
 *
 * @param documentBytes largest document, in bytes; a report has about 12 KB, a scanned one with pictures some MB, and
 *     everything of one document is in memory while it is read
 * @param expansion how many bytes may come out of a compressed byte before an archive counts as a bomb; text packs
 *     about 1:5, highly repetitive text 1:50
 * @param expansionFree bytes that may come out before the ratio is looked at, so that tiny archives pass
 * @param nesting archives inside archives; a crawl packed once more makes two
 * @param jsonDepth nesting of a JSON record; ours have two
 * @param text how much text one document may be, once it is characters
 */
public record IntakeLimits(
        int documentBytes, int expansion, long expansionFree, int nesting, int jsonDepth, TextLimits text)
        implements Serializable {
    /** What is used where nobody says otherwise. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(32 << 20, 200, 64L << 20, 3, 32, TextLimits.DEFAULT);

    public IntakeLimits {
        if (documentBytes < 1 || expansion < 1 || expansionFree < 0 || nesting < 0 || jsonDepth < 1) {
            throw new IllegalArgumentException("limits are positive numbers");
        }
        Objects.requireNonNull(text, "text");
    }
}
