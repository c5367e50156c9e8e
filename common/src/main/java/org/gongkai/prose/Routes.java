package org.gongkai.prose;

import java.util.Set;

/** By which route requests came: a count of several routes together, {@code 通过网络、信函等途径}, is one of none of them. */
final class Routes {
    private static final String PREFIX = "route.";

    private Routes() {}

    /** The tags of a span; without those of routes where it names more than one, or leaves others open. */
    static Set<String> tags(Span span) {
        Set<String> tags = span.tags();
        if (!tags.contains("route")) {
            return tags;
        }
        boolean several = tags.stream().filter(t -> t.startsWith(PREFIX)).count() > 1;
        if (!several && !isOpen(span)) {
            return tags;
        }
        Set<String> others = Tags.copyOf(tags);
        others.removeIf(t -> t.equals("route") || t.startsWith(PREFIX));
        return others;
    }

    private static boolean isOpen(Span span) {
        for (int i = 1; i < span.marks().size(); i++) {
            boolean etc = span.marks().get(i) instanceof Mark.Word word
                    && word.tags().contains("etc")
                    && span.unknownBefore(i) == 0;
            if (etc
                    && span.marks().get(i - 1) instanceof Mark.Word before
                    && before.tags().contains("route")) {
                return true;
            }
        }
        return false;
    }
}
