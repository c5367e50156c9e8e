package org.gongkai.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labelled passages and the count of what a reading of them got right: a figure that is asked for and read, one that is
 * missed, one that is wrong, and one that is read although the passage does not state it.
 */
final class Passages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Passages() {}

    /**
     * One labelled passage.
     *
     * @param expect figures by indicator; empty text as amount means that nothing is printed
     * @param mustNot figures that an indicator must not get
     */
    record Passage(
            String id,
            String kind,
            String title,
            String text,
            Map<String, String> expect,
            Map<String, Set<String>> mustNot) {}

    /** What became of the labels of one or more passages. */
    record Score(int asked, int right, int missed, int wrong, List<String> remarks) {
        double recall() {
            return asked == 0 ? 1 : (double) right / asked;
        }

        double error() {
            return right + wrong == 0 ? 0 : (double) wrong / (right + wrong);
        }
    }

    static List<Passage> in(InputStream jsonLines) {
        try {
            List<Passage> passages = new ArrayList<>();
            for (String line : new String(jsonLines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank()) {
                    passages.add(passage(JSON.readTree(line)));
                }
            }
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Passage passage(JsonNode node) {
        Map<String, String> expect = new TreeMap<>();
        node.path("expect")
                .properties()
                .forEach(e -> expect.put(
                        e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText()));
        Map<String, Set<String>> mustNot = new TreeMap<>();
        node.path("must_not").properties().forEach(e -> {
            Set<String> amounts = new TreeSet<>();
            e.getValue().forEach(v -> amounts.add(v.asText()));
            mustNot.put(e.getKey(), amounts);
        });
        return new Passage(
                node.path("id").asText(),
                node.path("kind").asText("narrative"),
                node.path("title").asText(),
                node.path("text").asText(),
                expect,
                mustNot);
    }

    static ProseReading read(Passage passage) {
        String document = passage.title().isEmpty() ? passage.text() : passage.title() + "\n\n" + passage.text() + "\n";
        return ProseReader.read(Manuscript.ofText(Particulars.ofSource(passage.id()), document), Set.of());
    }

    static Score score(List<Passage> passages) {
        int asked = 0;
        int right = 0;
        int missed = 0;
        int wrong = 0;
        List<String> remarks = new ArrayList<>();
        for (Passage passage : passages) {
            Map<String, BigDecimal> got = new TreeMap<>();
            for (Value value : read(passage).values()) {
                got.put(value.indicator(), value.amount().orElseThrow());
            }
            for (Map.Entry<String, String> label : passage.expect().entrySet()) {
                BigDecimal found = got.get(label.getKey());
                if (label.getValue().isEmpty()) {
                    wrong += found == null ? 0 : 1;
                    if (found != null) {
                        remarks.add(passage.id() + ": " + label.getKey() + " invented " + found);
                    }
                    continue;
                }
                asked++;
                if (found == null) {
                    missed++;
                    remarks.add(passage.id() + ": " + label.getKey() + " missed, stated is " + label.getValue());
                } else if (found.compareTo(new BigDecimal(label.getValue())) == 0) {
                    right++;
                } else {
                    wrong++;
                    remarks.add(passage.id() + ": " + label.getKey() + " read " + found + ", stated is "
                            + label.getValue());
                }
            }
            for (Map.Entry<String, Set<String>> bad : passage.mustNot().entrySet()) {
                BigDecimal found = got.get(bad.getKey());
                boolean taken = found != null
                        && !passage.expect().containsKey(bad.getKey())
                        && bad.getValue().stream()
                                .anyMatch(b -> b.equals("*") || found.compareTo(new BigDecimal(b)) == 0);
                if (taken) {
                    wrong++;
                    remarks.add(passage.id() + ": " + bad.getKey() + " read " + found + ", which is something else");
                }
            }
        }
        return new Score(asked, right, missed, wrong, remarks);
    }
}
