package org.gongkai.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of {@code data/reference}, which travel inside the jar. A file that is not there is a defect of the build,
 * hence an exception and not a value.
 */
public final class Reference {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reference() {}

    /** A JSON file, by its path below {@code data/reference}. */
    public static JsonNode json(String path) {
        try (InputStream in = open(path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reference file " + path, e);
        }
    }

    /** The lines of a UTF-8 text file, by its path below {@code data/reference}. */
    public static List<String> lines(String path) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reference file " + path, e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = Reference.class.getResourceAsStream("/org/gongkai/reference/" + path);
        if (in == null) {
            throw new IllegalStateException("reference file " + path + " is not in this build");
        }
        return in;
    }
}
