package org.gongkai.jobs.words;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.finding.Finding;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentence of a finding in the language of the reader, with the labels of rows and columns where the finding has their
 * codes. The reader writes Chinese; English comes from the rule's own sentence in {@code data/reference/rules.json}.
 */
public final class FindingText {
    private static final Pattern SLOT = Pattern.compile("[{](\\w+)[}]");

    private final Language language;

    /** Sentences in a language. */
    public FindingText(Language language) {
        this.language = language;
    }

    /** One sentence; the Chinese one where the English one has a slot that nobody can fill. */
    public String of(Finding finding) {
        String label = label(finding.place());
        String chinese = label.isEmpty() ? finding.message() : finding.message().replace(finding.place(), label);
        if (language == Language.zh) {
            return chinese;
        }
        return RuleBook.get().all().stream()
                .filter(r -> r.code().equals(finding.rule()))
                .findFirst()
                .flatMap(rule -> english(rule, finding, label))
                .orElse(chinese);
    }

    private static Optional<String> english(Rule rule, Finding finding, String label) {
        Map<String, String> words = said(rule.zh(), finding.message());
        finding.left().ifPresent(left -> words.put("left", Plain.number(left)));
        finding.right().ifPresent(right -> words.put("right", Plain.number(right)));
        if (!label.isEmpty()) {
            words.put("place", label);
        }
        boolean complete = SLOT.matcher(rule.en()).results().allMatch(slot -> words.containsKey(slot.group(1)));
        return complete
                ? Optional.of(
                        SLOT.matcher(rule.en()).replaceAll(slot -> Matcher.quoteReplacement(words.get(slot.group(1)))))
                : Optional.empty();
    }

    /** The words with which a sentence was filled, told by the rule's own sentence; none where it was put otherwise. */
    private static Map<String, String> said(String sentence, String message) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        Matcher slot = SLOT.matcher(sentence);
        while (slot.find()) {
            pattern.append(Pattern.quote(sentence.substring(from, slot.start())))
                    .append("(.*?)");
            names.add(slot.group(1));
            from = slot.end();
        }
        String end = sentence.substring(from).replaceAll("。$", "");
        Matcher filled = Pattern.compile(pattern + Pattern.quote(end) + "。?").matcher(message);
        Map<String, String> words = new HashMap<>();
        if (filled.matches()) {
            for (int i = 0; i < names.size(); i++) {
                words.put(names.get(i), filled.group(i + 1));
            }
        }
        return words;
    }

    /** The labels of an indicator and of the applicant it is about; empty for a place that is no code. */
    private String label(String place) {
        String[] parts = place.split("[|]", 2);
        Optional<String> row = entry(parts[0], Form.Table::rows);
        Optional<String> column = parts.length < 2 || parts[1].equals(Value.TOTAL)
                ? Optional.empty()
                : entry(parts[1], Form.Table::columns);
        if (row.isEmpty()) {
            String known = Catalogue.get().label(parts[0]);
            return known.equals(parts[0]) ? "" : known;
        }
        return row.get()
                + column.map(c -> (language == Language.zh ? "，" : ", ") + c).orElse("");
    }

    /** What the newest form that has the code calls it. */
    private Optional<String> entry(String code, Function<Form.Table, List<Form.Entry>> entries) {
        List<Form> newest = new ArrayList<>(Catalogue.get().forms());
        Collections.reverse(newest);
        return newest.stream()
                .flatMap(form -> form.tables().stream())
                .flatMap(table -> entries.apply(table).stream())
                .filter(entry -> entry.code().equals(code))
                .flatMap(entry -> Stream.of(language == Language.zh ? entry.label() : entry.labelEn()))
                .filter(label -> !label.isBlank())
                .findFirst();
    }
}
