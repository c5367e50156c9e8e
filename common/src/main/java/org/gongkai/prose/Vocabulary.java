package org.gongkai.prose;

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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words that the reader knows, from {@code data/reference/prose}: longest match at a place, in time that does not
 * depend on their number. Immutable, safe to share.
 */
final class Vocabulary {
    private static final int MOST_BLANKS = 4;
    /** What says no more than that something was counted. */
    private static final String FILLER = "quant";

    private static final int LONGEST_IN_A_NAME = 2;

    private final Node words = new Node();
    private final Node units = new Node();
    private final Map<String, Set<String>> unitGroups = new HashMap<>();

    /** A place in the tree of words. A text asks for a next one at every character, mostly in vain: one look tells. */
    private static final class Node {
        /** While the tree grows. */
        private final Map<Character, Node> grown = new HashMap<>();

        /** Once it is grown: each letter at its code modulo the length, which is a power of two that keeps them apart. */
        private char[] letters = {0};

        private Node[] nodes = {null};
        private Tags tags;
        private boolean isPlace;

        /** Where the words go on with that character; null where none does. */
        Node at(char c) {
            int i = c & letters.length - 1;
            return letters[i] == c ? nodes[i] : null;
        }

        /** The tree is grown: lays the letters out to be looked up. */
        void settle() {
            if (grown.isEmpty()) {
                return;
            }
            int length = 1;
            while (!areApart(length)) {
                length *= 2;
            }
            letters = new char[length];
            nodes = new Node[length];
            for (Map.Entry<Character, Node> next : grown.entrySet()) {
                int i = next.getKey() & length - 1;
                letters[i] = next.getKey();
                nodes[i] = next.getValue();
                next.getValue().settle();
            }
        }

        private boolean areApart(int length) {
            BitSet taken = new BitSet(length);
            for (char letter : grown.keySet()) {
                if (taken.get(letter & length - 1)) {
                    return false;
                }
                taken.set(letter & length - 1);
            }
            return true;
        }
    }

    private static final class Holder {
        private static final Vocabulary INSTANCE = new Vocabulary();
    }

    private Vocabulary() {
        Map<String, Set<String>> tagged = new HashMap<>();
        for (JsonNode entry : Reference.json("prose/vocabulary.json").path("words")) {
            for (String term : terms(entry)) {
                Set<String> tags = tagged.computeIfAbsent(term, t -> new TreeSet<>());
                entry.path("tags").forEach(tag -> tags.add(tag.asText()));
            }
        }
        tagged.forEach((term, tags) -> put(words, term, Set.copyOf(tags)));
        divisions(tagged).forEach(name -> put(words, name, Set.of()));
        Reference.json("prose/units.json")
                .path("groups")
                .properties()
                .forEach(group -> group.getValue()
                        .forEach(unit -> unitGroups
                                .computeIfAbsent(unit.asText(), u -> new HashSet<>())
                                .add(group.getKey())));
        unitGroups.forEach((unit, groups) -> put(units, unit, Set.copyOf(groups)));
        words.settle();
        units.settle();
    }

    /** The terms of an entry as they stand, and those joined of two parts. */
    private static List<String> terms(JsonNode entry) {
        List<String> terms = new ArrayList<>();
        entry.path("terms").forEach(term -> terms.add(term.asText()));
        for (JsonNode first : entry.path("joined").path(0)) {
            for (JsonNode second : entry.path("joined").path(1)) {
                terms.add(first.asText() + second.asText());
            }
        }
        return terms;
    }

    /** Names of divisions that have a word with a meaning in them: nothing is denied in 无锡市, and nothing begins in 从化区. */
    private static Set<String> divisions(Map<String, Set<String>> tagged) {
        return Reference.lines("regions.csv").stream()
                .skip(1)
                .map(line -> line.split(",", 3)[1])
                .filter(name -> !tagged.containsKey(name) && hasMeaning(name, tagged))
                .collect(Collectors.toSet());
    }

    private static boolean hasMeaning(String name, Map<String, Set<String>> tagged) {
        for (int length = 1; length <= LONGEST_IN_A_NAME; length++) {
            for (int i = 0; i + length <= name.length(); i++) {
                Set<String> tags = tagged.getOrDefault(name.substring(i, i + length), Set.of());
                if (tags.stream().anyMatch(tag -> !tag.equals(FILLER))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The vocabulary of this build, read on first use. */
    static Vocabulary get() {
        return Holder.INSTANCE;
    }

    /** The longest word that begins at {@code start}; empty where none does. */
    Optional<Mark.Word> wordAt(String text, int start) {
        return Optional.ofNullable(longest(words, text, start));
    }

    /** End of the measure word at {@code start}; {@code start} where none stands there. */
    int unitEnd(String text, int start) {
        Mark.Word unit = start >= text.length() ? null : longest(units, text, start);
        return unit == null ? start : unit.end();
    }

    /** Every measure word that is known. */
    Set<String> units() {
        return Set.copyOf(unitGroups.keySet());
    }

    /** Whether a measure word belongs to a group of {@code units.json}. */
    boolean isUnit(String unit, String group) {
        return unitGroups.getOrDefault(unit, Set.of()).contains(group);
    }

    private static void put(Node root, String term, Set<String> tags) {
        Node node = root;
        for (int i = 0; i < term.length(); i++) {
            node = node.grown.computeIfAbsent(term.charAt(i), letter -> new Node());
        }
        node.tags = Tags.fixed(tags);
        node.isPlace = Places.isNamedBy(tags);
    }

    /** The longest word there; null where none begins, as at most characters of a text. */
    private static Mark.Word longest(Node root, String text, int start) {
        Node node = root.at(text.charAt(start));
        if (node == null) {
            return null;
        }
        int i = start + 1;
        Node best = node.tags == null ? null : node;
        int bestEnd = i;
        int blanks = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            // A blank inside a word is left by a broken line or by justified print.
            if (c == ' ' && blanks++ < MOST_BLANKS) {
                i++;
                continue;
            }
            node = node.at(c);
            if (node == null) {
                break;
            }
            i++;
            if (node.tags != null) {
                best = node;
                bestEnd = i;
            }
        }
        return best == null ? null : new Mark.Word(start, bestEnd, best.tags, best.isPlace);
    }
}
