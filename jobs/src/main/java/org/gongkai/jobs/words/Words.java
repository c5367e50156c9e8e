package org.gongkai.jobs.words;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The words that people read, in Chinese or English, from {@code words_zh.properties} and {@code words_en.properties}
 * beside this class.
 */
public final class Words {
    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** The language that they are of. */
    public Language language() {
        return language;
    }

    /** The words of a language; {@code zh} or {@code en}. */
    public static Words of(Language language) {
        return of(language, "org.gongkai.jobs.words.words");
    }

    /** The words of a room that keeps its own, by the name of its files without language and ending. */
    public static Words of(Language language, String bundle) {
        return new Words(
                language,
                ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language.name()), Words.class.getModule()));
    }

    /** Every word by its key. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        return all;
    }

    /** The word of that key; the key itself where the words lack it, so that a missing word is seen and hurts nobody. */
    public String get(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** The word of that key with {@code {0}} and so on filled in; numbers are printed as they are, without grouping. */
    public String get(String key, Object... arguments) {
        String text = get(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
