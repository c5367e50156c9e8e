package org.gongkai.table;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;
import org.gongkai.text.Folding;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of one table of a form, ready to be looked up by their keys. Built once for the process; immutable.
 */
final class TableIndex {
    private static final int SHORTEST_PART = 4;

    private final Form form;
    private final Form.Table table;
    private final int number;
    private final Map<String, List<Integer>> rows = new HashMap<>();
    private final Map<String, List<Integer>> columns = new HashMap<>();
    private final Map<String, String> headings = new HashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final List<List<String>> rowKeys = new ArrayList<>();
    private final List<List<String>> rowTexts = new ArrayList<>();
    private final List<Optional<Numbering>> numberings = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> valueColumns = new ArrayList<>();
    private final List<Indicator> cells = new ArrayList<>();
    private final Resemblance resemblance = new Resemblance(this);
    private final String headingLetters;
    private final String letters;
    private final boolean unlabelled;
    private final boolean deepHeader;

    TableIndex(Form form, Form.Table table, int number) {
        this.form = form;
        this.table = table;
        this.number = number;
        for (int i = 0; i < table.rows().size(); i++) {
            Form.Entry row = table.rows().get(i);
            List<String> keys = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (String label : labels(row)) {
                String key = LabelKey.of(label);
                put(rows, key, i);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
                texts.add(flat(label));
            }
            numberings.add(Numbering.ofRow(row.number()));
            rowKeys.add(List.copyOf(keys));
            rowTexts.add(List.copyOf(texts));
            heading(row.section(), row.section());
            heading(row.group(), row.section());
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Form.Entry column = table.columns().get(i);
            column.header().forEach(h -> heading(h, ""));
            if (column.isHeading()) {
                labels(column).forEach(label -> heading(label, ""));
                continue;
            }
            for (String label : labels(column)) {
                put(columns, LabelKey.of(label), valueColumns.size());
            }
            valueColumns.add(i);
        }
        String title = LabelKey.of(Folding.fold(table.title()));
        titles.add(title);
        headings.remove(title);
        rows.keySet().forEach(headings::remove);
        for (Form.Entry row : table.rows()) {
            if (isList()) {
                cells.add(new Indicator(row.code(), Value.TOTAL, row.unit(), row.label(), form.form(), table.table()));
            }
            for (int column : valueColumns) {
                cells.add(Catalogue.cell(form, table, row, table.columns().get(column)));
            }
        }
        StringBuilder above = new StringBuilder(String.join("", headings.keySet()));
        StringBuilder all = new StringBuilder(String.join("", columns.keySet()));
        for (int i = 0; i < rowTexts.size(); i++) {
            (row(i).isHeading() ? above : all).append(String.join("", rowTexts.get(i)));
        }
        headingLetters = above.toString();
        letters = all.append(above).toString();
        unlabelled = !table.cellCode().contains("{row}");
        deepHeader = table.columns().stream()
                .anyMatch(c -> c.isHeading() || !c.header().isEmpty());
        words.addAll(columns.keySet());
        words.addAll(headings.keySet());
        words.addAll(Vocabulary.get().headerWords());
        words.sort((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    }

    Form form() {
        return form;
    }

    Form.Table table() {
        return table;
    }

    /** Place of the table in its form, from 0. */
    int number() {
        return number;
    }

    boolean isList() {
        return table.layout() == Form.Layout.LIST;
    }

    /** Value cells of a row. */
    int width() {
        return isList() ? 1 : valueColumns.size();
    }

    /** Whether the only row carries no label. */
    boolean isUnlabelled() {
        return unlabelled;
    }

    /** Whether headings stand above the column labels, so that labels are not printed in the order of the columns. */
    boolean hasDeepHeader() {
        return deepHeader;
    }

    Form.Entry row(int row) {
        return table.rows().get(row);
    }

    Form.Entry column(int valueColumn) {
        return table.columns().get(valueColumns.get(valueColumn));
    }

    List<Integer> rows(String key) {
        return rows.getOrDefault(key, List.of());
    }

    List<Integer> columns(String key) {
        return columns.getOrDefault(key, List.of());
    }

    Set<String> titles() {
        return titles;
    }

    Set<String> rowLabels() {
        return rows.keySet();
    }

    Set<String> columnLabels() {
        return columns.keySet();
    }

    /** The section that a heading of rows opens, empty text for a heading of columns; nothing where it is no heading. */
    Optional<String> heading(String key) {
        return Optional.ofNullable(headings.get(key));
    }

    Set<String> headingKeys() {
        return headings.keySet();
    }

    /** Every cell. */
    List<Indicator> cells() {
        return cells;
    }

    /** The cell at a row and a value column; both are 0 for the cells of a list. */
    Indicator cell(int row, int valueColumn) {
        return cells.get(row * Math.max(1, valueColumns.size()) + valueColumn);
    }

    /** Of several rows with one label the one of the section that is being read, else the next one; -1 for no rows. */
    int next(List<Integer> found, int last) {
        if (found.size() <= 1) {
            return found.isEmpty() ? -1 : found.get(0);
        }
        String section = last >= 0 ? row(last).section() : "";
        for (int i : found) {
            if (row(i).section().equals(section) && i > last) {
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

    /**
     * The row before the first one of a section, or {@code last} where that is further on: the heading of a section moves
     * the reading there, so that labels that stand twice are told apart.
     */
    int before(String section, int last) {
        for (int i = 0; !section.isEmpty() && i < table.rows().size(); i++) {
            if (row(i).section().equals(section)) {
                return Math.max(last, i - 1);
            }
        }
        return last;
    }

    /** Whether every letter of a text is a letter of that row's label or of a heading, as in a line of a narrow page. */
    boolean hasLettersNear(int row, String text) {
        String key = LabelKey.of(text);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean there = Character.isDigit(c) || headingLetters.indexOf(c) >= 0;
            for (String label : rowTexts.get(row)) {
                there |= label.indexOf(c) >= 0;
            }
            if (!there) {
                return false;
            }
        }
        return true;
    }

    /** Whether every letter of a key stands somewhere in the labels and headings of this table. */
    boolean hasLettersOf(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (!Character.isDigit(key.charAt(i)) && letters.indexOf(key.charAt(i)) < 0) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    /** Whether a key is made of nothing but words of the header and headings of this table. */
    boolean isHeaderText(String key) {
        int at = 0;
        while (at < key.length()) {
            int next = at;
            for (String word : words) {
                if (!word.isEmpty() && key.startsWith(word, at)) {
                    next = at + word.length();
                    break;
                }
            }
            if (next == at) {
                return false;
            }
            at = next;
        }
        return !key.isEmpty();
    }

    /** Whether a short text is a part of a heading, a header or a group label, as in vertical headings. */
    boolean isPieceOfHeading(String key) {
        if (key.isEmpty() || key.length() > SHORTEST_PART) {
            return false;
        }
        for (String heading : headings.keySet()) {
            if (heading.contains(key)) {
                return true;
            }
        }
        for (String column : columns.keySet()) {
            if (column.contains(key)) {
                return true;
            }
        }
        for (int i = 0; i < rowKeys.size(); i++) {
            if (row(i).isHeading() && rowKeys.get(i).get(0).contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the key opens a label, of a row behind {@code last} first. */
    boolean opensLabel(String key, int last) {
        if (key.length() < 2) {
            return false;
        }
        for (int i = 0; i < rowKeys.size(); i++) {
            for (String label : rowKeys.get(i)) {
                if (label.length() > key.length() && label.startsWith(key)) {
                    return i > last || key.length() >= SHORTEST_PART;
                }
            }
        }
        return false;
    }

    /** Whether a text is the rest of a label of that row, as it stands behind a line break. */
    boolean isRestOfLabel(int row, String text) {
        String flat = flat(text);
        if (flat.length() < 1) {
            return false;
        }
        for (String label : rowTexts.get(row)) {
            if (label.length() > flat.length() && label.endsWith(flat)) {
                return true;
            }
        }
        return false;
    }

    /** The keys of a row's label and its aliases, the label first. */
    List<String> keys(int row) {
        return rowKeys.get(row);
    }

    /** What the form prints directly before the label of a row. */
    Optional<Numbering> numbering(int row) {
        return numberings.get(row);
    }

    /** Number of rows, headings included. */
    int size() {
        return rowKeys.size();
    }

    /** Finds labels that are not printed as the catalogue has them. */
    Resemblance resemblance() {
        return resemblance;
    }

    private void heading(String text, String section) {
        String key = LabelKey.of(Folding.fold(text));
        if (!key.isEmpty()) {
            headings.putIfAbsent(key, section);
        }
    }

    private static List<String> labels(Form.Entry entry) {
        List<String> labels = new ArrayList<>();
        labels.add(Folding.fold(entry.label()));
        entry.aliases().forEach(alias -> labels.add(Folding.fold(alias)));
        return labels;
    }

    private static void put(Map<String, List<Integer>> map, String key, int value) {
        List<Integer> list = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (!list.contains(value)) {
            list.add(value);
        }
    }

    /** Letters and digits only, brackets kept open: for comparing the end of a label with a line. */
    static String flat(String text) {
        String folded = Folding.fold(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                out.append(folded.charAt(i));
            }
        }
        return out.toString();
    }
}
