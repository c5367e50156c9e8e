package org.gongkai.table;

import org.gongkai.text.Cell;
import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;

import java.util.ArrayList;
import java.util.List;

/**
 * A document as rows of cells, whatever marks them off: markup, pipes, tabs, gaps or line ends.
 *
 * <pre>
 * | 规章 | 0 | 0 | 2 |                  规章, 0, 0, 2
 * （一）收到申请数 件 0                  （一）收到申请数, 件, 0
 * 点或舆情计 1次） 次 0                  点或舆情计1次）, 次, 0     a bracket is never split
 * </pre>
 */
final class Grid {
    private static final int LONGEST_LINE = 4000;
    private static final int LONGEST_FURNITURE = 400;

    private final List<Row> rows = new ArrayList<>();
    private final PipeStyle style;
    private boolean bracketOpen;
    private boolean afterPipe;

    private Grid(PipeStyle style) {
        this.style = style;
    }

    /** The rows of a document; blank lines have none. Time is linear in the text. */
    static List<Row> of(Manuscript manuscript) {
        Grid grid = new Grid(PipeStyle.of(manuscript.lines()));
        boolean blankCells = hasBlankCells(manuscript.lines());
        for (Line line : manuscript.lines()) {
            if (!line.isBlank() || !line.cells().isEmpty()) {
                grid.add(line);
            } else if (blankCells && !line.printed().isEmpty()) {
                grid.put(line, Row.Kind.PIECES, List.of(new Token(Token.Kind.EMPTY, "", line.number(), -1, 1)));
            }
        }
        return grid.rows;
    }

    /**
     * Whether lines of nothing but blanks are cells: where a page gives every cell a paragraph of its own and an empty line
     * behind it, a blank cell is a line of blanks between two empty lines.
     */
    private static boolean hasBlankCells(List<Line> lines) {
        boolean any = false;
        for (int i = 1; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.cells().isEmpty() && line.isBlank() && !line.printed().isEmpty()) {
                any = true;
                if (!lines.get(i - 1).printed().isEmpty()
                        || !lines.get(i + 1).printed().isEmpty()) {
                    return false;
                }
            }
        }
        return any;
    }

    private void add(Line line) {
        String text = line.text();
        boolean piped = text.indexOf('|') >= 0 && line.cells().isEmpty();
        afterPipe &= piped;
        if (!line.cells().isEmpty()) {
            List<Token> tokens = new ArrayList<>();
            for (Cell cell : line.cells()) {
                tokens.add(token(clean(cell.text()), line.number(), cell.column(), cell.columnSpan()));
            }
            put(line, line.cells().size() > 1 ? Row.Kind.CELLS : Row.Kind.PIECES, tokens);
            return;
        }
        if (text.length() > LONGEST_LINE) {
            bracketOpen = false;
            put(line, Row.Kind.PIECES, List.of(new Token(Token.Kind.TEXT, text.strip(), line.number(), -1, 1)));
            return;
        }
        if (isFurniture(text)) {
            put(line, Row.Kind.FURNITURE, List.of());
        } else if (piped) {
            pipes(line, text);
        } else if (text.strip().indexOf('\t') >= 0 || text.indexOf('\t') > 0) {
            cells(line, text, '\t');
        } else {
            pieces(line, text);
        }
    }

    private void put(Line line, Row.Kind kind, List<Token> tokens) {
        rows.add(new Row(line.number(), kind, line.printed(), tokens));
    }

    private void pipes(Line line, String text) {
        String inner = text.strip();
        if (PipeStyle.withoutPadding(inner).isEmpty()) {
            boolean blank = style.loneIsBlank() && inner.length() == 1 && afterPipe;
            if (blank) {
                put(line, Row.Kind.PIECES, List.of(new Token(Token.Kind.EMPTY, "", line.number(), -1, 1)));
            } else {
                put(line, Row.Kind.FURNITURE, List.of());
            }
            afterPipe = true;
            return;
        }
        afterPipe = inner.endsWith("|");
        boolean leading = inner.startsWith("|");
        String unpadded = style.padded() ? PipeStyle.withoutPadding(inner) : inner;
        boolean trailing = unpadded.endsWith("|");
        String body = unpadded.substring(leading ? 1 : 0, trailing ? unpadded.length() - 1 : unpadded.length());
        if (body.indexOf('|') < 0) {
            put(line, Row.Kind.PIECES, List.of(token(clean(body), line.number(), -1, 1)));
            return;
        }
        cells(line, body, '|');
    }

    private void cells(Line line, String body, char separator) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length(); i++) {
            if (i == body.length() || body.charAt(i) == separator) {
                tokens.add(token(clean(body.substring(start, i)), line.number(), tokens.size(), 1));
                start = i + 1;
            }
        }
        bracketOpen = false;
        put(line, Row.Kind.CELLS, tokens);
    }

    /** A plain line: words joined by single blanks stay together, numbers and units stand alone. */
    private void pieces(Line line, String text) {
        int close = text.indexOf(')');
        int open = text.indexOf('(');
        if ((close < 0 || open >= 0 && open < close) && !hasBlank(text)) {
            Token whole = token(text, line.number(), -1, 1);
            bracketOpen = LabelKey.leavesBracketOpen(text) || bracketOpen && close < 0 && !whole.isText();
            put(line, Row.Kind.PIECES, List.of(whole));
            return;
        }
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        int lastClose = text.lastIndexOf(')');
        StringBuilder words = new StringBuilder();
        boolean inside = bracketOpen;
        if (close >= 0 && (open < 0 || close < open)) {
            words.append(squeeze(text.substring(0, close + 1)));
            at = close + 1;
            inside = false;
        }
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                int gap = at;
                while (at < text.length() && isBlank(text.charAt(at))) {
                    at++;
                }
                if (at - gap > 1) {
                    flush(words, tokens, line.number());
                }
                continue;
            }
            int end = pieceEnd(text, at, lastClose);
            String piece = text.substring(at, end);
            Token.Kind kind = kind(piece);
            boolean explained = kind == Token.Kind.NUMBER && inside && !standsAlone(text, at, tokens, words);
            if (kind == Token.Kind.TEXT
                    || explained
                    || isNumbering(kind, text, end)
                    || opensWords(kind, words, text, end)) {
                words.append(squeeze(piece));
            } else {
                flush(words, tokens, line.number());
                tokens.add(new Token(kind, piece, line.number(), -1, 1));
            }
            if (LabelKey.leavesBracketOpen(piece)) {
                inside = true;
            }
            at = end;
        }
        flush(words, tokens, line.number());
        bracketOpen = LabelKey.leavesBracketOpen(text) || inside && close < 0 && !endsLabel(tokens);
        put(line, Row.Kind.PIECES, tokens);
    }

    private static boolean endsLabel(List<Token> tokens) {
        return tokens.stream().anyMatch(Token::isText);
    }

    /** A number inside an open bracket is a value only behind a unit, alone on its line, or in a run of numbers. */
    private static boolean standsAlone(String text, int at, List<Token> tokens, StringBuilder words) {
        if (words.length() == 0
                && (tokens.isEmpty() || !tokens.get(tokens.size() - 1).isText())) {
            return true;
        }
        int next = at;
        while (next < text.length() && !isBlank(text.charAt(next))) {
            next++;
        }
        String rest = text.substring(next).strip();
        return !rest.isEmpty() && Figure.isFigure(firstPiece(rest));
    }

    /** {@code 2 .政府网站}: the number belongs to what follows. */
    private static boolean isNumbering(Token.Kind kind, String text, int end) {
        int next = end;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        return kind == Token.Kind.NUMBER && next < text.length() && ".、)".indexOf(text.charAt(next)) >= 0;
    }

    /** A unit or a mark between words, as in 统 计 项 目, is a word; behind words and before a number it is a unit. */
    private static boolean opensWords(Token.Kind kind, StringBuilder words, String text, int end) {
        if (kind != Token.Kind.UNIT) {
            return false;
        }
        String rest = text.substring(end).strip();
        return !rest.isEmpty() && words.length() > 0 && kind(firstPiece(rest)) == Token.Kind.TEXT;
    }

    private static String firstPiece(String rest) {
        int end = 0;
        while (end < rest.length() && !isBlank(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }

    /** End of the piece that starts here: the next blank outside a bracket that is closed on this line. */
    private static int pieceEnd(String text, int start, int lastClose) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '(' && end < lastClose) {
                end = text.indexOf(')', end);
            } else if (isBlank(c)) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static void flush(StringBuilder words, List<Token> tokens, int line) {
        if (words.length() > 0) {
            tokens.add(token(words.toString(), line, -1, 1));
            words.setLength(0);
        }
    }

    private static Token token(String text, int line, int column, int span) {
        return new Token(kind(text), text, line, column, span);
    }

    private static Token.Kind kind(String text) {
        if (text.isEmpty()) {
            return Token.Kind.EMPTY;
        }
        Vocabulary words = Vocabulary.get();
        if (words.isMark(text)) {
            return Token.Kind.MARK;
        }
        char first = text.charAt(0);
        if (first < 128 || first == '−') {
            if (Figure.isFigure(text)) {
                return Token.Kind.NUMBER;
            }
        } else if (text.length() <= 2 && words.isUnit(text)) {
            return Token.Kind.UNIT;
        }
        if (text.length() > 2
                && text.length() <= 4
                && text.startsWith("(")
                && text.endsWith(")")
                && words.isUnit(text.substring(1, text.length() - 1))) {
            return Token.Kind.UNIT;
        }
        return Token.Kind.TEXT;
    }

    private static String clean(String cell) {
        String text = cell.strip();
        return text.indexOf('<') < 0
                ? text
                : text.replaceAll("(?i)</?(br|p|b|strong|span|u)\\s*/?>", " ").strip();
    }

    private static String squeeze(String text) {
        if (!hasBlank(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Page numbers ({@code - 5 -}, 第 3 页 共 8 页) and rulers ({@code |---|:-:|}, {@code +----+}). */
    private static boolean isFurniture(String text) {
        if (text.length() > LONGEST_FURNITURE) {
            return false;
        }
        boolean decorated = false;
        boolean digit = false;
        boolean page = false;
        boolean ruler = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
                ruler = false;
            } else if (c == '页' || c == '第' || c == '共') {
                page |= c == '页';
                ruler = false;
            } else if (c == '-' || c == '—' || c == '·' || c == '|' || c == ':' || c == '+' || c == '=' || c == '/') {
                decorated |= c == '-' || c == '—' || c == '·';
            } else if (!isBlank(c)) {
                return false;
            }
        }
        return ruler && isRuler(text)
                || digit && (page || decorated && text.indexOf('|') < 0 && isCentred(text.strip()));
    }

    private static boolean isRuler(String text) {
        return (text.contains("---") || text.contains(":-")) && (text.indexOf('|') >= 0 || text.indexOf('+') >= 0);
    }

    /** {@code - 5 -}, {@code —5—}: marks on both sides. */
    private static boolean isCentred(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return (first == '-' || first == '—' || first == '·') && (last == '-' || last == '—' || last == '·');
    }

    private static boolean hasBlank(String text) {
        return text.indexOf(' ') >= 0 || text.indexOf('\t') >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
