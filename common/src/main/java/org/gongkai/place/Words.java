package org.gongkai.place;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.List;

/** The words by which places and bodies are told apart, from {@code place_words.json}. */
final class Words {
    private static final JsonNode FILE = Reference.json("place_words.json");

    private Words() {}

    /** A list of that file, longest word first, so that the first match is the longest. */
    static List<String> list(String name) {
        List<String> words = new ArrayList<>();
        FILE.path(name).forEach(n -> words.add(n.asText()));
        if (words.isEmpty()) {
            throw new IllegalStateException("place_words.json has no list " + name);
        }
        words.sort((a, b) -> b.length() - a.length());
        return List.copyOf(words);
    }

    /** The same words as an alternation for a regular expression. */
    static String pattern(String name) {
        return "(?:" + String.join("|", list(name)) + ")";
    }
}
