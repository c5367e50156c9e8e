package org.gongkai.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Goes over the rows of a document once, from label to label, and hands each label with what stands behind it to {@link
 * Rows}. One walk, one document.
 *
 * <p>What is not understood waits: with the next label of the same table it turns out to stand inside the table and is
 * listed; without one it stands below the table and is left to prose.
 */
final class Walk {
    private static final int NONE = -1;
    private static final int UNKNOWN = -2;
    private static final int PATIENCE = 8;
    private static final int LONGEST_CELL = 60;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_HEADER = 40;

    private final FormIndex form;
    private final Draft draft;
    private final Rows rows;
    private final Map<Integer, Boolean> waiting = new java.util.TreeMap<>();
    private final Map<TableIndex, Header> headers = new HashMap<>();
    private final List<Token> run = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder();
    private final List<Integer> bufferLines = new ArrayList<>();
    private final Preamble preamble;

    private TableIndex table;
    private Header header;
    private int newest = -1;
    private int last = NONE;
    private int pending = NONE;
    private String label = "";
    private int labelLine;
    private String unit = "";
    private boolean bracketOpen;
    private boolean complete;
    private boolean started;
    private int strangers;
    private int serial = NONE;

    private Row row;
    private boolean known;
    private boolean attached;

    Walk(FormIndex form, Draft draft) {
        this.form = form;
        this.draft = draft;
        this.rows = new Rows(draft);
        this.preamble = new Preamble(draft);
    }

    /** Reads all rows. */
    void over(List<Row> all) {
        for (Row next : all) {
            row = next;
            read();
        }
        close();
    }

    private void read() {
        if (row.kind() == Row.Kind.FURNITURE) {
            if (table != null) {
                waiting.putIfAbsent(row.line(), false);
            }
            return;
        }
        if (table != null && Vocabulary.get().endsTable(opening())) {
            close();
            return;
        }
        known = false;
        attached = !row.hasCells() || !row.hasText();
        List<Token> tokens = row.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isText()) {
                text(token);
            } else if (token.kind() == Token.Kind.UNIT) {
                unit(token);
            } else {
                value(token, i, tokens);
            }
            if (table == null && i > 0 && !token.isText()) {
                break;
            }
        }
        if (table == null) {
            preamble.note(row);
        } else if (known && started) {
            settle();
            draft.line(row.line());
        } else if (known) {
            waiting.putIfAbsent(row.line(), false);
        } else if (row.tokens().stream().anyMatch(t -> t.kind() != Token.Kind.EMPTY)) {
            stranger();
        }
    }

    private String opening() {
        for (Token token : row.tokens()) {
            if (token.kind() != Token.Kind.EMPTY) {
                return token.text().replace(" ", "");
            }
        }
        return "";
    }

    private void text(Token token) {
        String raw = token.text();
        int close = raw.indexOf(')');
        if (table != null && bracketOpen && close >= 0 && (raw.indexOf('(') < 0 || raw.indexOf('(') > close)) {
            bracketOpen = false;
            explained();
            raw = raw.substring(close + 1).strip();
            if (raw.isEmpty()) {
                return;
            }
        }
        String key = LabelKey.of(raw);
        if (table == null) {
            open(key, raw, token);
            return;
        }
        if (last == NONE && preamble.yearAlone(row)) {
            known();
            return;
        }
        if (key.isEmpty()) {
            explained();
            bracketOpen |= LabelKey.leavesBracketOpen(raw);
            return;
        }
        if (title(key, token) || columns(key, token) || row(key, raw, token) || heading(key, raw, token)) {
            return;
        }
        if (another(key, raw, token) || glued(raw, token) || rest(raw)) {
            return;
        }
        if (bracketOpen && !startsLabel(raw)) {
            explained();
            return;
        }
        if (behindHeadings(key, raw, token) || waits(key, raw) || near(key, raw, token)) {
            return;
        }
        unknown(token, raw);
    }

    /** A table begins with its title, its header, a label of its columns, or a row with values. */
    private void open(String key, String raw, Token token) {
        if (key.isEmpty()) {
            return;
        }
        Optional<Glued> glued = Glued.of(raw);
        boolean brief = key.length() <= LONGEST_HEADER;
        if (glued.isEmpty() && form.weight(key).isEmpty() && !brief) {
            return;
        }
        Optional<TableIndex> opened = form.titled(key);
        if (opened.isEmpty() && key.length() >= SHORTEST_NAME) {
            opened = form.isList() ? Optional.empty() : form.withColumn(key, newest);
        }
        if (opened.isEmpty() && !form.isList() && key.length() >= SHORTEST_NAME) {
            opened = form.withHeading(key);
        }
        if (opened.isPresent()) {
            enter(opened.get());
            if (!title(key, token) && !columns(key, token)) {
                heading(key, raw, token);
            }
            return;
        }
        boolean headed = form.isList()
                && key.length() >= SHORTEST_NAME
                && form.tables().get(0).isHeaderText(key)
                && !form.tables().get(0).headingKeys().contains(key)
                && row.tokens().size() < 9;
        Optional<TableIndex> withRow = form.withRow(key);
        if (withRow.isEmpty()
                && form.isList()
                && !form.tables().get(0).rows(key).isEmpty()) {
            withRow = Optional.of(form.tables().get(0));
        }
        if (withRow.isEmpty() && glued.isPresent()) {
            withRow = form.withRow(glued.get().label());
        }
        if (headed) {
            enter(form.tables().get(0));
            text(token);
        } else if (withRow.isPresent() && (form.isList() || row.hasNumber() || glued.isPresent())) {
            enter(withRow.get());
            text(token);
        }
    }

    private void enter(TableIndex next) {
        flush();
        drop();
        if (table == null) {
            started = false;
            preamble.lead().forEach(line -> waiting.put(line, false));
        }
        if (next != table) {
            started = false;
            table = next;
            header = headers.computeIfAbsent(next, Header::new);
            last = NONE;
            newest = Math.max(newest, next.number());
        }
        bracketOpen = false;
        complete = false;
        strangers = 0;
    }

    private boolean title(String key, Token token) {
        Optional<TableIndex> titled = form.titled(key);
        if (titled.isEmpty()) {
            return false;
        }
        if (titled.get() != table) {
            enter(titled.get());
        } else {
            flush();
        }
        preamble.year(row);
        known();
        return true;
    }

    private boolean columns(String key, Token token) {
        if (last == NONE && !table.columns(key).isEmpty()) {
            header.take(key, token);
            started = true;
            known();
            return true;
        }
        return false;
    }

    private boolean row(String key, String raw, Token token) {
        if (buffer.length() > 0) {
            String joined = LabelKey.of(buffer + raw);
            int found = choose(table.rows(joined));
            if (found >= 0) {
                label(found, buffer + raw, token);
                return true;
            }
        }
        int found = choose(table.rows(key));
        if (found < 0 || table.isUnlabelled()) {
            return false;
        }
        label(found, raw, token);
        return true;
    }

    /** Of several rows with one label the one of the section that is being read, else the next one. */
    private int choose(List<Integer> found) {
        if (found.isEmpty()) {
            return NONE;
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String section = last >= 0 ? table.row(last).section() : "";
        for (int i : found) {
            if (table.row(i).section().equals(section) && i > last) {
                return i;
            }
        }
        for (int i : found) {
            if (i > last) {
                return i;
            }
        }
        return found.get(0);
    }

    private void label(int found, String raw, Token token) {
        if (serial >= 0 && pending >= 0 && !run.isEmpty() && isNextSerial(run.get(run.size() - 1))) {
            run.remove(run.size() - 1);
            serial++;
        }
        started = true;
        flush();
        pending = found;
        label = raw;
        labelLine = token.line();
        last = found;
        complete |= found == table.table().rows().size() - 1;
        bracketOpen = LabelKey.leavesBracketOpen(raw);
        bufferLines.forEach(line -> {
            waiting.put(line, false);
            draft.mapped(line);
        });
        clearBuffer();
        attached = true;
        known();
    }

    private boolean heading(String key, String raw, Token token) {
        Optional<String> section = table.heading(key);
        boolean column = !table.columns(key).isEmpty();
        Optional<Vocabulary.Column> word = Vocabulary.get().header(key);
        if (section.isPresent()) {
            flush();
            toSection(section.get());
            known();
            attached = false;
            return true;
        }
        if (column
                || word.isPresent()
                || table.isHeaderText(key)
                || Vocabulary.get().isFurniture(key)) {
            if (pending >= 0 && labelLine == row.line()) {
                return false;
            }
            flush();
            if (last == NONE) {
                header.take(key, token);
                started = true;
            }
            preamble.year(row);
            known();
            attached = false;
            return true;
        }
        boolean vertical = key.length() <= 2 && buffer.length() == 0 && pending < 0 && table.isPieceOfHeading(key);
        if (vertical && !(row.tokens().size() > 1 && !row.hasCells() && onlyText())) {
            known();
            return true;
        }
        if (last == NONE && table.isPieceOfHeading(key)) {
            known();
            attached = false;
            return true;
        }
        if (last == NONE && row.hasCells() && isHeaderRow()) {
            header.unknown(token);
            known();
            attached = false;
            return true;
        }
        return false;
    }

    private boolean onlyText() {
        return row.tokens().stream().filter(Token::isText).count() == 1;
    }

    private boolean isHeaderRow() {
        long words = row.tokens().stream()
                .filter(Token::isText)
                .map(t -> LabelKey.of(t.text()))
                .filter(k -> Vocabulary.get().header(k).isPresent()
                        || !table.columns(k).isEmpty())
                .count();
        return words >= 2;
    }

    /** A heading of a section moves the walk before its first row, so that labels that stand twice are told apart. */
    private void toSection(String section) {
        if (section.isEmpty()) {
            return;
        }
        for (int i = 0; i < table.table().rows().size(); i++) {
            if (table.row(i).section().equals(section)) {
                if (last < i) {
                    last = Math.max(last, i - 1);
                }
                return;
            }
        }
    }

    /** A label of another table of the form: its title was lost, or printed in other words. */
    private boolean another(String key, String raw, Token token) {
        if (form.tables().size() == 1 || key.length() < SHORTEST_NAME) {
            return false;
        }
        Optional<TableIndex> column = form.withColumn(key, table.number());
        Optional<TableIndex> next = column.isPresent() ? column : form.withHeading(key);
        if (next.isEmpty() && (row.hasNumber() || !row.hasCells())) {
            next = form.withRow(key);
        }
        if (next.isEmpty() || next.get() == table) {
            return false;
        }
        enter(next.get());
        return columns(key, token) || row(key, raw, token) || heading(key, raw, token);
    }

    private boolean glued(String raw, Token token) {
        Optional<Glued> glued = Glued.of(raw);
        if (glued.isEmpty()) {
            return false;
        }
        int found = choose(table.rows(glued.get().label()));
        if (found < 0 || table.width() != 1) {
            return false;
        }
        label(found, raw, token);
        unit = glued.get().unit();
        run.add(new Token(Token.Kind.NUMBER, glued.get().number(), token.line(), token.column(), token.span()));
        return true;
    }

    private boolean rest(String raw) {
        if (last < 0 || buffer.length() > 0 || !table.isRestOfLabel(last, raw)) {
            return false;
        }
        if (raw.indexOf(')') >= 0) {
            bracketOpen = false;
        }
        explained();
        return true;
    }

    private boolean waits(String key, String raw) {
        String joined = buffer.length() == 0 ? key : LabelKey.of(buffer + raw);
        if (!table.opensLabel(joined, last)) {
            return false;
        }
        if (buffer.length() == 0) {
            flush();
        }
        buffer.append(raw);
        bufferLines.add(row.line());
        waiting.putIfAbsent(row.line(), true);
        attached = true;
        return true;
    }

    private boolean behindHeadings(String key, String raw, Token token) {
        OptionalInt found = table.isUnlabelled() || row.hasCells() || key.length() > LONGEST_CELL
                ? OptionalInt.empty()
                : table.resemblance().behindHeadings(key.replaceAll("[0-9]", ""), last);
        found.ifPresent(i -> label(i, raw, token));
        return found.isPresent();
    }

    private boolean near(String key, String raw, Token token) {
        OptionalInt found =
                table.isUnlabelled() ? OptionalInt.empty() : table.resemblance().near(key, last);
        if (found.isEmpty() && buffer.length() > 0) {
            found = table.resemblance().near(LabelKey.of(buffer + raw), last);
        }
        if (found.isEmpty() || !row.hasCells() && raw.length() > LONGEST_CELL && !row.hasNumber()) {
            return false;
        }
        label(found.getAsInt(), buffer + raw, token);
        return true;
    }

    private static boolean startsLabel(String raw) {
        return raw.length() > 1
                && (raw.charAt(0) == '(' || Character.isDigit(raw.charAt(0)) && ".、".indexOf(raw.charAt(1)) >= 0);
    }

    private void unknown(Token token, String raw) {
        boolean inCell = row.hasCells() || isBrokenFigure(raw);
        boolean inRow = inCell && pending >= 0 && attached && labelLine == row.line();
        if (inRow) {
            run.add(token);
            return;
        }
        flush();
        clearBuffer();
        pending = UNKNOWN;
        label = raw;
        attached = true;
        bracketOpen = false;
        boolean plain = !row.hasCells() && !row.hasNumber();
        boolean section = raw.length() > 2 && "一二三四五六七八九十".indexOf(raw.charAt(0)) >= 0 && raw.charAt(1) == '、';
        if (plain && (complete || section || raw.indexOf('。') >= 0 || raw.length() > LONGEST_CELL)) {
            close();
        }
    }

    /** Two figures run together, {@code 20,1270}: printed, and not to be read. */
    private static boolean isBrokenFigure(String raw) {
        return raw.chars().anyMatch(Character::isDigit)
                && raw.chars().allMatch(c -> Character.isDigit(c) || ",.+-%".indexOf(c) >= 0);
    }

    private void unit(Token token) {
        if (table == null) {
            return;
        }
        resolveBuffer(token);
        if (pending >= 0) {
            unit = strip(token.text());
            known();
        } else if (last == NONE && Vocabulary.get().header(token.text()).isPresent()) {
            known();
        }
    }

    private static String strip(String unit) {
        return unit.startsWith("(") ? unit.substring(1, unit.length() - 1) : unit;
    }

    private void value(Token token, int at, List<Token> tokens) {
        if (table == null) {
            return;
        }
        if (token.kind() != Token.Kind.EMPTY) {
            resolveBuffer(token);
        }
        if (row.hasCells()
                && at == 0
                && token.isNumber()
                && tokens.size() > 1
                && tokens.get(1).isText()) {
            return;
        }
        if (pending == NONE && table.isUnlabelled()) {
            if (row.hasText()) {
                return;
            }
            pending = 0;
            started = true;
            label = table.row(0).label();
            labelLine = row.line();
        }
        if (pending >= 0 && attached) {
            if (!isFull(token)) {
                run.add(token);
                known |= token.kind() != Token.Kind.EMPTY;
            }
        } else if (pending == NONE && token.kind() == Token.Kind.MARK) {
            // A dash beside a heading: the form prints it there.
            known();
        } else if (pending == NONE && token.isNumber() && table.isList() && !row.hasCells()) {
            serial = Figure.parse(token.text()).orElseThrow().amount().intValue();
        }
    }

    /** A number alone on a later line, where a row of pieces already holds all its values, is a page number. */
    private boolean isFull(Token token) {
        if (row.hasCells() || run.size() < table.width() || table.isUnlabelled()) {
            return false;
        }
        int line = run.get(run.size() - 1).line();
        return run.get(0).line() == line && line == labelLine && token.line() != line;
    }

    private void resolveBuffer(Token token) {
        if (buffer.length() == 0 || pending >= 0) {
            return;
        }
        String raw = buffer.toString();
        OptionalInt found = table.resemblance().near(LabelKey.of(raw), last);
        if (found.isPresent()) {
            label(found.getAsInt(), raw, token);
        } else {
            clearBuffer();
            pending = UNKNOWN;
        }
    }

    private void explained() {
        known();
        attached = true;
    }

    private void known() {
        known = true;
        strangers = 0;
    }

    private void flush() {
        if (pending >= 0) {
            rows.write(table, header, pending, label, Math.max(1, labelLine), List.copyOf(run), unit);
        }
        pending = NONE;
        run.clear();
        unit = "";
    }

    private boolean isNextSerial(Token token) {
        return token.isNumber()
                && Figure.parse(token.text())
                        .map(f -> f.amount().compareTo(java.math.BigDecimal.valueOf(serial + 1L)) == 0)
                        .orElse(false);
    }

    private void stranger() {
        waiting.put(row.line(), true);
        if (started
                && row.hasCells()
                && row.tokens().stream().anyMatch(t -> t.isNumber() || t.kind() == Token.Kind.MARK)) {
            settle();
        }
        strangers++;
        if (strangers > PATIENCE && !row.hasCells()) {
            close();
        }
    }

    /** What waited stands inside the table. */
    private void settle() {
        waiting.forEach((line, strange) -> {
            if (strange) {
                draft.unmapped(line);
            } else {
                draft.line(line);
            }
        });
        waiting.clear();
    }

    private void drop() {
        waiting.clear();
        clearBuffer();
    }

    private void clearBuffer() {
        buffer.setLength(0);
        bufferLines.clear();
    }

    private void close() {
        if (table == null) {
            return;
        }
        flush();
        drop();
        table = null;
        bracketOpen = false;
        preamble.clear();
    }
}
