package org.gongkai.measure;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;
import org.gongkai.value.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The words that nearly all figures are described by, numbered: indicators, applicant columns and units of the forms.
 * Numbers hold within one build and are written nowhere that outlives it. Immutable.
 */
final class Codes {
    private static final Codes STANDARD = new Codes();

    private final List<String> words;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Codes() {
        TreeSet<String> all = new TreeSet<>(List.of(Value.TOTAL, ""));
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                for (Indicator cell : Catalogue.indicators(form, table)) {
                    all.addAll(List.of(cell.code(), cell.requester(), cell.unit()));
                }
            }
        }
        this.words = List.copyOf(all);
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), i);
        }
    }

    static Codes standard() {
        return STANDARD;
    }

    /** The number of a word, −1 for one that no form has. */
    int number(String word) {
        return numbers.getOrDefault(word, -1);
    }

    String word(int number) {
        return words.get(number);
    }
}
