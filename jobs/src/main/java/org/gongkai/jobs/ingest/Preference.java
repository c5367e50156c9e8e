package org.gongkai.jobs.ingest;

import org.gongkai.value.Origin;
import org.gongkai.value.Value;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the figures that a report gives for the same thing is the one to use: data before table before prose, among
 * those with a number. A blank cell of the table does not beat a number in the prose; where there is no number, nothing
 * is preferred.
 */
final class Preference {
    private record Key(String indicator, String requester) {}

    private Preference() {}

    /** The preferred values, one for each indicator and requester that has a number at all. */
    static Set<Value> of(Collection<Value> values) {
        Map<Key, Value> best = new HashMap<>();
        for (Value value : values) {
            if (value.status().hasNumber()) {
                best.merge(
                        new Key(value.indicator(), value.requester()),
                        value,
                        (a, b) -> rank(b.origin()) < rank(a.origin()) ? b : a);
            }
        }
        return best.values().stream()
                .collect(Collectors.toCollection(
                        () -> java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>())));
    }

    private static int rank(Origin origin) {
        return switch (origin) {
            case STRUCTURED -> 0;
            case FORM -> 1;
            case PROSE -> 2;
        };
    }
}
