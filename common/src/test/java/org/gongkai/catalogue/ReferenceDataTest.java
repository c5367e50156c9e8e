package org.gongkai.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read about the forms and the rules is complete, in both languages. */
class ReferenceDataTest {
    private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest(name = "form of {0}")
    @ValueSource(strings = {"local", "2014", "2019", "2021"})
    void every_row_and_column_has_an_english_label_of_its_own(String form) {
        for (JsonNode table : Reference.json("forms/" + form + ".json").path("tables")) {
            for (String part : List.of("rows", "columns")) {
                List<String> labels = new ArrayList<>();
                for (JsonNode entry : table.path(part)) {
                    String label = entry.path("label_en").asText();
                    assertThat(label)
                            .as("English label of %s in table %s", entry.path("code"), table.path("table"))
                            .isNotBlank()
                            .matches("[\\x20-\\x7e“”]+");
                    labels.add(label);
                }
                assertThat(labels)
                        .as("English labels of the %s of table %s tell them apart", part, table.path("table"))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_identity_is_described_and_weighs_the_same_in_both_files() {
        Map<String, String> severities = new HashMap<>();
        for (JsonNode rule : Reference.json("rules.json")) {
            assertThat(severities.put(
                            rule.path("code").asText(), rule.path("severity").asText()))
                    .as("rule %s is described once", rule.path("code"))
                    .isNull();
        }
        for (Identity identity : Catalogue.get().identities()) {
            assertThat(severities)
                    .as("identity %s in rules.json", identity.id())
                    .containsEntry(identity.id(), identity.severity().code());
        }
    }

    @Test
    void both_sentences_of_a_rule_speak_of_the_same_figures() {
        for (JsonNode rule : Reference.json("rules.json")) {
            assertThat(slots(rule.path("zh").asText()))
                    .as("rule %s: slots of the Chinese and the English sentence", rule.path("code"))
                    .isEqualTo(slots(rule.path("en").asText()))
                    .isSubsetOf("left", "right", "place");
            for (String field : List.of("code", "severity", "kind", "zh", "en", "source")) {
                assertThat(rule.path(field).asText())
                        .as("rule %s: %s", rule.path("code"), field)
                        .isNotBlank();
            }
        }
    }

    private static TreeSet<String> slots(String sentence) {
        TreeSet<String> slots = new TreeSet<>();
        Matcher slot = SLOT.matcher(sentence);
        while (slot.find()) {
            slots.add(slot.group(1));
        }
        return slots;
    }
}
