package org.gongkai.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document as numbered lines, ready to be read. Immutable.
 *
 * @param particulars what was given beside the text
 * @param lines every line of the source, in order, numbered without gaps from 1
 * @param pageName what a web page calls itself in its head, which is no line of it; empty where it does not, and for text
 */
public record Manuscript(Particulars particulars, List<Line> lines, Optional<String> pageName) {
    public Manuscript {
        Objects.requireNonNull(particulars, "particulars");
        lines = List.copyOf(lines);
        Objects.requireNonNull(pageName, "pageName");
    }

    /** A document that has no name but what it prints. */
    public Manuscript(Particulars particulars, List<Line> lines) {
        this(particulars, lines, Optional.empty());
    }

    /** Splits plain text at CR, LF, CRLF, form feed, NEL, LS and PS; a page break counts as a line end. */
    public static Manuscript ofText(Particulars particulars, String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (endsLine(c)) {
                if (i == text.length() && start == i && !lines.isEmpty()) {
                    break;
                }
                lines.add(Line.of(lines.size() + 1, text.substring(start, i)));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        return new Manuscript(particulars, lines);
    }

    /** Asked for every character of a document: a Chinese one is told by its code alone. */
    private static boolean endsLine(char c) {
        return c <= '\u2029'
                && (c == '\n' || c == '\r' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029');
    }
}
