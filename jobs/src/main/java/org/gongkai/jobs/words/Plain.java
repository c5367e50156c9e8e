package org.gongkai.jobs.words;

import java.math.BigDecimal;

/** What a document says, made harmless for a terminal. */
public final class Plain {
    private Plain() {}

    /** The document's own characters: no control characters, no markup of ours. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control =
                    Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
            out.append(control ? ' ' : c);
        }
        return out.toString().replace("@|", "@ |").replace("|@", "| @");
    }

    /** The figure without an exponent and without idle zeros. */
    public static String number(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
