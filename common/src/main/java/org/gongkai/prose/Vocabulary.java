package org.gongkai.prose;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that the reader knows, from {@code data/reference/prose}: longest match at a place, in time that does not
 * depend on their number. Immutable, safe to share.
 */
final class Vocabulary {
    private static final int MOST_BLANKS = 4;

    private final Node words = new Node();
    private final Node units = new Node();
    private final Map<String, Set<String>> unitGroups = new HashMap<>();

    /** A place in the tree of words; its letters are kept sorted, for a text asks for one at every character. */
    private static final class Node {
        private char[] letters = {};
        private Node[] nodes = {};
        private Tags tags;
        private boolean isPlace;
        private Node[] beginnings = {};

        /** Where the words go on that begin with the character; null where none does, as with most characters of a text. */
        Node beginning(char c) {
            return c < beginnings.length ? beginnings[c] : null;
        }

        /** Lays the first characters out by their codes; for the root, once every word is in. */
        void indexBeginnings() {
            beginnings = new Node[1 + letters[letters.length - 1]];
            for (int i = 0; i < letters.length; i++) {
                beginnings[letters[i]] = nodes[i];
            }
        }

        Node at(char c) {
            int i = Arrays.binarySearch(letters, c);
            return i < 0 ? null : nodes[i];
        }

        Node grow(char c) {
            int i = Arrays.binarySearch(letters, c);
            if (i >= 0) {
                return nodes[i];
            }
            int to = -i - 1;
            char[] moreLetters = new char[letters.length + 1];
            Node[] moreNodes = new Node[letters.length + 1];
            System.arraycopy(letters, 0, moreLetters, 0, to);
            System.arraycopy(nodes, 0, moreNodes, 0, to);
            System.arraycopy(letters, to, moreLetters, to + 1, letters.length - to);
            System.arraycopy(nodes, to, moreNodes, to + 1, letters.length - to);
            moreLetters[to] = c;
            moreNodes[to] = new Node();
            letters = moreLetters;
            nodes = moreNodes;
            return nodes[to];
        }
    }

    private static final class Holder {
        private static final Vocabulary INSTANCE = new Vocabulary();
    }

    private Vocabulary() {
        Map<String, Set<String>> tagged = new HashMap<>();
        for (JsonNode entry : Reference.json("prose/vocabulary.json").path("words")) {
            for (JsonNode term : entry.path("terms")) {
                Set<String> tags = tagged.computeIfAbsent(term.asText(), t -> new TreeSet<>());
                entry.path("tags").forEach(tag -> tags.add(tag.asText()));
            }
        }
        tagged.forEach((term, tags) -> put(words, term, Set.copyOf(tags)));
        Reference.json("prose/units.json")
                .path("groups")
                .properties()
                .forEach(group -> group.getValue()
                        .forEach(unit -> unitGroups
                                .computeIfAbsent(unit.asText(), u -> new HashSet<>())
                                .add(group.getKey())));
        unitGroups.forEach((unit, groups) -> put(units, unit, Set.copyOf(groups)));
        words.indexBeginnings();
        units.indexBeginnings();
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
            node = node.grow(term.charAt(i));
        }
        node.tags = Tags.fixed(tags);
        node.isPlace = Places.isNamedBy(tags);
    }

    /** The longest word there; null where none begins, as at most characters of a text. */
    private static Mark.Word longest(Node root, String text, int start) {
        Node node = root.beginning(text.charAt(start));
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
