package org.gongkai.prose;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One rule of {@code data/reference/prose/rules.json}: the words around a count that make it one about an indicator.
 *
 * @param group rules of one group exclude each other, the first that fits is taken
 * @param indicators codes that the count is then given to; empty: it is something that is known and not read
 * @param unit group of measure words that it may carry
 * @param unitless whether the measure word may be missing
 * @param all tags that must all be there
 * @param any tags of which one must be there, empty for no such condition
 * @param none tags that must not be there
 * @param topic topics that will do in place of the same tag
 * @param onlyTopic topics of which the sentence must be about one
 * @param noneInClause tags that must not be anywhere in the clause
 * @param near tags of which one must be in the paragraph or its heading
 * @param sentence tags of which one must be in the sentence
 * @param alsoSentence further tags of which one must be in the sentence
 * @param noneInSentence tags that must not be in the sentence
 * @param ahead tags of which one must follow in the sentence
 * @param noneAhead tags that must not follow in the sentence
 * @param from first report year of the rule
 * @param until last report year of the rule
 */
record Rule(
        String group,
        List<String> indicators,
        String unit,
        boolean unitless,
        Tags all,
        Tags any,
        Tags none,
        Tags topic,
        Tags onlyTopic,
        Tags noneInClause,
        Tags near,
        Tags sentence,
        Tags alsoSentence,
        Tags noneInSentence,
        Tags ahead,
        Tags noneAhead,
        int from,
        int until) {

    private static final class Holder {
        private static final List<Rule> ALL = read();
    }

    /** The rules of this build, in the order of the file. */
    static List<Rule> every() {
        return Holder.ALL;
    }

    /**
     * Whether the rule fits.
     *
     * @param tags what stands around the figure
     * @param around what stands farther off
     */
    boolean fits(Tags tags, Around around) {
        return tags.containsAll(all)
                && (any.isEmpty() || tags.meets(any))
                && !tags.meets(none)
                && !around.clause().meets(noneInClause)
                && (topic.isEmpty() || tags.meets(topic) || topic.contains(around.topic()))
                && (onlyTopic.isEmpty() || onlyTopic.contains(around.topic()))
                && (near.isEmpty() || tags.meets(near) || around.paragraph().meets(near))
                && (sentence.isEmpty()
                        || tags.meets(sentence)
                        || around.sentence().meets(sentence))
                && (alsoSentence.isEmpty()
                        || tags.meets(alsoSentence)
                        || around.sentence().meets(alsoSentence))
                && !around.sentence().meets(noneInSentence)
                && (ahead.isEmpty() || around.ahead().meets(ahead))
                && !around.ahead().meets(noneAhead)
                && appliesIn(around.reportYear());
    }

    /** Whether a report of that year can be asked this; any rule where the year is not known. */
    boolean appliesIn(OptionalInt reportYear) {
        return reportYear.isEmpty() || reportYear.getAsInt() >= from && reportYear.getAsInt() <= until;
    }

    /**
     * What a rule may look at beyond the words at the figure.
     *
     * @param topic what the sentence was about so far
     * @param paragraph tags of the paragraph so far and of its heading
     * @param sentence tags of the sentence so far
     * @param clause tags of the clause so far
     * @param ahead tags of the rest of the sentence
     * @param reportYear year of the report, where it is known
     */
    record Around(String topic, Tags paragraph, Tags sentence, Tags clause, Tags ahead, OptionalInt reportYear) {}

    private static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : Reference.json("prose/rules.json").path("rules")) {
            List<String> indicators = new ArrayList<>();
            node.path("indicators").forEach(i -> indicators.add(i.asText()));
            rules.add(new Rule(
                    node.path("group").asText(),
                    List.copyOf(indicators),
                    node.path("unit").asText(),
                    node.path("unitless").asBoolean(),
                    tags(node, "all"),
                    tags(node, "any"),
                    tags(node, "none"),
                    tags(node, "topic"),
                    tags(node, "only_topic"),
                    tags(node, "none_in_clause"),
                    tags(node, "near"),
                    tags(node, "near_sentence"),
                    tags(node, "and_sentence"),
                    tags(node, "none_in_sentence"),
                    tags(node, "ahead"),
                    tags(node, "none_ahead"),
                    node.path("from").asInt(0),
                    node.path("until").asInt(Integer.MAX_VALUE)));
        }
        return List.copyOf(rules);
    }

    private static Tags tags(JsonNode node, String field) {
        Tags tags = new Tags();
        node.path(field).forEach(t -> tags.add(t.asText()));
        return Tags.fixed(tags);
    }
}
