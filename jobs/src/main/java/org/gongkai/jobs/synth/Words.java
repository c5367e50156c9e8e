package org.gongkai.jobs.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The words of invented reports, from {@code words.json} beside this class. Immutable. */
final class Words {
    private static final Words INSTANCE = new Words();

    private final JsonNode words;

    private Words() {
        try (InputStream in = Words.class.getResourceAsStream("words.json")) {
            words = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("words.json", e);
        }
    }

    static Words get() {
        return INSTANCE;
    }

    /** One text. */
    String text(String name) {
        return words.required(name).asText();
    }

    /** A list of texts. */
    List<String> texts(String name) {
        return texts(words.required(name));
    }

    /** Sentences that state figures, for a form. */
    List<String> claims(String form) {
        return texts(words.required("claims").required(form));
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(n -> texts.add(n.asText()));
        return texts;
    }
}
