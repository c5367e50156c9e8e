package org.gongkai.quality;

import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one report and one origin, by indicator and requester. */
final class Figures {
    private record Key(String indicator, String requester) {}

    private final Map<Key, Value> byKey;

    Figures(List<Value> values, Origin origin) {
        byKey = new HashMap<>(2 * values.size());
        for (Value value : values) {
            if (value.origin() == origin) {
                byKey.putIfAbsent(new Key(value.indicator(), value.requester()), value);
            }
        }
    }

    /** The printed figure, empty where none is printed or it is only approximate. */
    Optional<Value> exact(String indicator, String requester) {
        Value value = byKey.get(new Key(indicator, requester));
        return value != null && value.status().hasNumber() && value.status() != Status.APPROXIMATE
                ? Optional.of(value)
                : Optional.empty();
    }

    /** All the figures asked for, empty as soon as one of them is missing: no rule is checked on a blank. */
    Optional<List<Value>> all(List<String> indicators, String requester) {
        List<Value> found = new ArrayList<>(indicators.size());
        for (String indicator : indicators) {
            Optional<Value> value = exact(indicator, requester);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found.add(value.get());
        }
        return Optional.of(found);
    }

    static BigDecimal sum(List<Value> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Value value : values) {
            sum = sum.add(value.amount().orElseThrow());
        }
        return sum;
    }
}
