package org.gongkai.prose;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One entry of {@code zeros} in {@code data/reference/prose/rules.json}: what is none where a word of negation stands
 * before it, {@code 未召开新闻发布会}, {@code 没有专职人员}.
 *
 * @param indicators codes that are then 0
 * @param all tags that the negated words must all carry
 * @param none tags that they must not carry
 * @param near tags of which one must be in the paragraph or its heading, empty for no such condition
 * @param plain whether only few unknown words may stand around, since it may else be said of others
 * @param from first report year
 * @param until last report year
 */
record ZeroRule(
        List<String> indicators,
        Set<String> all,
        Set<String> none,
        Set<String> near,
        boolean plain,
        int from,
        int until) {

    private static final class Holder {
        private static final List<ZeroRule> ALL = read();
    }

    /** The rules of this build, in the order of the file. */
    static List<ZeroRule> every() {
        return Holder.ALL;
    }

    /** Whether the rule fits words with these tags. */
    boolean fits(Set<String> tags, Memory memory) {
        OptionalInt year = memory.reportYear;
        return tags.containsAll(all)
                && none.stream().noneMatch(tags::contains)
                && (near.isEmpty() || near.stream().anyMatch(t -> tags.contains(t) || memory.paragraph.contains(t)))
                && (year.isEmpty() || year.getAsInt() >= from && year.getAsInt() <= until);
    }

    private static List<ZeroRule> read() {
        List<ZeroRule> rules = new ArrayList<>();
        for (JsonNode node : Reference.json("prose/rules.json").path("zeros")) {
            List<String> indicators = new ArrayList<>();
            node.path("indicators").forEach(i -> indicators.add(i.asText()));
            rules.add(new ZeroRule(
                    List.copyOf(indicators),
                    tags(node, "all"),
                    tags(node, "none"),
                    tags(node, "near"),
                    node.path("plain").asBoolean(),
                    node.path("from").asInt(0),
                    node.path("until").asInt(Integer.MAX_VALUE)));
        }
        return List.copyOf(rules);
    }

    private static Set<String> tags(JsonNode node, String field) {
        Set<String> tags = new HashSet<>();
        node.path(field).forEach(t -> tags.add(t.asText()));
        return Set.copyOf(tags);
    }
}
