package org.gongkai.quality;

import org.gongkai.finding.Severity;

import java.util.Map;

/**
 * A rule as described in {@code data/reference/rules.json}.
 *
 * @param code such as {@code 2014-11} or {@code prose.table}
 * @param severity how much a breach weighs
 * @param kind identity, document, between_years, territory …
 * @param zh sentence in Chinese, with {@code {left}}, {@code {right}}, {@code {year}}, {@code {place}} to be filled
 * @param en the same in English
 * @param source where the rule comes from
 */
public record Rule(String code, Severity severity, String kind, String zh, String en, String source) {
    public Rule {
        if (code.isBlank() || zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("rule " + code + " needs a code and a sentence in both languages");
        }
    }

    /** The Chinese sentence with the given words filled in; a slot without a word stays empty. */
    public String messageZh(Map<String, String> words) {
        return fill(zh, words);
    }

    private static String fill(String template, Map<String, String> words) {
        StringBuilder out = new StringBuilder(template.length() + 32);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return out.append(template, at, template.length()).toString();
            }
            out.append(template, at, open).append(words.getOrDefault(template.substring(open + 1, close), ""));
            at = close + 1;
        }
        return out.toString();
    }
}
