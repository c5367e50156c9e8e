package org.gongkai.table;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words in and around statutory tables that are no labels of cells, read once from {@code
 * data/reference/forms/vocabulary.json}. Immutable.
 */
final class Vocabulary {
    /** What the cells under a header hold. */
    enum Column {
        LABEL,
        UNIT,
        SERIAL,
        CODE,
        OWN,
        OTHER,
        REMARK
    }

    private static final Vocabulary INSTANCE = new Vocabulary(Reference.json("forms/vocabulary.json"));

    private final Map<String, Column> headers = new HashMap<>();
    private final Map<String, Column> local = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private final BitSet beginningsOfUnits = new BitSet();
    private final Set<String> marks = new HashSet<>();
    private final BitSet beginningsOfMarks = new BitSet();
    private final Openings furniture;
    private final Set<String> words = new HashSet<>();
    private final Openings ends;
    private final Openings explanations;

    /** Words that texts open with; most texts are told by their first character. */
    private record Openings(List<String> words, BitSet beginnings) {
        static Openings of(List<String> words) {
            BitSet beginnings = new BitSet();
            words.forEach(word -> beginnings.set(word.charAt(0)));
            return new Openings(words, beginnings);
        }

        boolean open(String text) {
            if (text.isEmpty() || !beginnings.get(text.charAt(0))) {
                return false;
            }
            for (String word : words) {
                if (text.startsWith(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Vocabulary(JsonNode node) {
        for (Column column : Column.values()) {
            for (String word : strings(node.path("header").path(column.name().toLowerCase(java.util.Locale.ROOT)))) {
                headers.put(word, column);
            }
        }
        for (Column column : List.of(Column.OWN, Column.OTHER)) {
            for (String word :
                    strings(node.path("header_local").path(column.name().toLowerCase(java.util.Locale.ROOT)))) {
                local.put(word, column);
            }
        }
        units.addAll(strings(node.path("units")));
        marks.addAll(strings(node.path("marks")));
        units.forEach(unit -> beginningsOfUnits.set(unit.charAt(0)));
        marks.forEach(mark -> beginningsOfMarks.set(mark.charAt(0)));
        words.addAll(strings(node.path("words")));
        furniture = Openings.of(strings(node.path("furniture")));
        ends = Openings.of(strings(node.path("ends")));
        explanations = Openings.of(strings(node.path("explanations")));
    }

    static Vocabulary get() {
        return INSTANCE;
    }

    boolean isUnit(String text) {
        return !text.isEmpty() && beginningsOfUnits.get(text.charAt(0)) && units.contains(text);
    }

    boolean isMark(String text) {
        return !text.isEmpty() && beginningsOfMarks.get(text.charAt(0)) && marks.contains(text);
    }

    /** What a header cell stands over, by its key. */
    Optional<Column> header(String key) {
        return Optional.ofNullable(headers.get(key));
    }

    /** The same for the tables of single places, where it differs. */
    Optional<Column> localHeader(String key) {
        return Optional.ofNullable(local.get(key));
    }

    /** Every word of header cells. */
    Set<String> headerWords() {
        return headers.keySet();
    }

    /** Whether a folded text without blanks is furniture, or opens with a word of it. */
    boolean isFurniture(String compact) {
        return words.contains(compact) || furniture.open(compact);
    }

    /** Whether a folded text without blanks opens the lines under a table: signatures and notes. */
    boolean endsTable(String compact) {
        return ends.open(compact);
    }

    /** Whether a text opens an explanation inside a label. */
    boolean opensExplanation(String text) {
        return explanations.open(text);
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> out = new ArrayList<>();
        nodes.forEach(n -> out.add(n.asText()));
        return List.copyOf(out);
    }
}
