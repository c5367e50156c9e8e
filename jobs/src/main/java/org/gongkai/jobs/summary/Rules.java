package org.gongkai.jobs.summary;

import org.gongkai.jobs.words.Language;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;

import java.util.Optional;

/** What a rule says when no figures stand beside it. */
final class Rules {
    private Rules() {}

    /** Its sentence with letters in place of figures; empty for a rule of another version. */
    static String sentence(String code, Language language) {
        Optional<Rule> rule =
                RuleBook.get().all().stream().filter(r -> r.code().equals(code)).findFirst();
        return rule.map(r -> language == Language.zh ? r.zh() : r.en())
                .map(s -> s.replace("{left}", "A").replace("{right}", "B").replace("{place}", "…"))
                .orElse("");
    }
}
