package org.gongkai.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Particulars;
import org.gongkai.value.Status;
import org.gongkai.value.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Variants of tables as data: {@code tables/cases.jsonl}. A value is a number, or the letter of its status. */
class TableCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                TableCasesTest.class.getResourceAsStream("/tables/cases.jsonl"), StandardCharsets.UTF_8))) {
            List<String> lines = in.lines().toList();
            return lines.stream()
                    .map(TableCasesTest::parse)
                    .map(c -> DynamicTest.dynamicTest(c.path("id").asText(), () -> check(c)));
        }
    }

    private static void check(JsonNode given) {
        TableReading reading = TableReader.read(Manuscript.ofText(
                Particulars.ofSource(given.path("id").asText()),
                given.path("text").asText()));
        if (!given.path("anyForm").asBoolean()) {
            assertThat(reading.form()).as("form").isEqualTo(given.path("form").asText());
        }
        Map<String, Value> values = new HashMap<>();
        reading.values().forEach(v -> values.put(v.indicator() + "|" + v.requester(), v));
        given.path("expect").properties().forEach(e -> {
            String key = e.getKey().contains("|") ? e.getKey() : e.getKey() + "|" + Value.TOTAL;
            Value value = values.get(key);
            assertThat(value).as(key).isNotNull();
            String read = value.status() == Status.NORMAL
                    ? value.amount().orElseThrow().toPlainString()
                    : value.status().code();
            assertThat(read)
                    .as("%s, read as %s", key, value)
                    .isEqualTo(e.getValue().asText());
        });
        if (given.has("unmapped")) {
            assertThat(reading.unmapped().stream().map(Unmapped::line))
                    .as("lines given to no cell: %s", reading.unmapped())
                    .containsExactlyElementsOf(integers(given.path("unmapped")));
        }
        given.path("findings")
                .forEach(rule -> assertThat(reading.findings())
                        .as("findings")
                        .anyMatch(f -> f.rule().equals(rule.asText())));
        if (given.has("year")) {
            assertThat(reading.headingYear())
                    .as("year of the heading")
                    .hasValue(given.path("year").asInt());
        }
        if (given.has("lines")) {
            assertThat(List.of(reading.firstLine(), reading.lastLine()))
                    .as("first and last line of the tables")
                    .isEqualTo(integers(given.path("lines")));
        }
    }

    private static List<Integer> integers(JsonNode nodes) {
        return Stream.iterate(0, i -> i < nodes.size(), i -> i + 1)
                .map(i -> nodes.get(i).asInt())
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(line, e);
        }
    }
}
