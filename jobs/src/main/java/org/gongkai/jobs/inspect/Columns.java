package org.gongkai.jobs.inspect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

import java.util.ArrayList;
import java.util.List;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Columns {
    private Columns() {}

    /** Columns that the text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    /** The text filled with blanks on the right to that many columns, or cut to them with an ellipsis. */
    static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - width(cut)));
    }

    /** The text filled with blanks on the left. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** The text, cut to that many columns with an ellipsis where it is longer. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (used + width(codePoint) > columns - 1) {
                break;
            }
            out.appendCodePoint(codePoint);
            used += width(codePoint);
            i += Character.charCount(codePoint);
        }
        return out.append('…').toString();
    }

    /** The end of a code, with an ellipsis before it where it is longer: its last words tell codes of one table apart. */
    static String end(String code, int columns) {
        return code.length() <= columns ? code : "…" + code.substring(code.length() - columns + 1);
    }

    /**
     * The text in lines of at most that many columns; a line breaks between any two Chinese characters, and a mark that closes
     * stays on its line, two columns further.
     */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = width(codePoint);
            boolean closes = "）)。，、；：”》".indexOf(codePoint) >= 0;
            if (used + next > columns + (closes ? next : 0) && line.length() > 0) {
                int blank = line.lastIndexOf(" ");
                boolean word = codePoint < 128 && codePoint != ' ' && blank > line.length() / 2;
                String rest = word ? line.substring(blank + 1) : "";
                lines.add(word ? line.substring(0, blank) : line.toString());
                line.setLength(0);
                line.append(rest);
                used = width(rest);
            }
            line.appendCodePoint(codePoint);
            used += next;
            i += Character.charCount(codePoint);
        }
        lines.add(line.toString());
        return lines;
    }
}
