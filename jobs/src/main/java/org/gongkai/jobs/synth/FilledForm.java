package org.gongkai.jobs.synth;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Identity;
import org.gongkai.catalogue.Indicator;
import org.gongkai.value.Value;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The figures of one form, invented so that its identities hold, all read from the catalogue.
 *
 * @param form the form
 * @param figures by {@link #key}; empty for a cell that is left blank
 */
record FilledForm(Form form, Map<String, Optional<Long>> figures) {
    private static final int BLANK_IN = 50;

    /** Indicator and requester as one word. */
    static String key(String indicator, String requester) {
        return indicator + "|" + requester;
    }

    /**
     * Fills in a form.
     *
     * @param code of the form
     * @param random decides
     * @param breach whether one sum is to be wrong
     * @param blanks whether some cells are left blank
     */
    static FilledForm of(String code, Random random, boolean breach, boolean blanks) {
        Form form = Catalogue.get().form(code);
        Map<String, Long> numbers = new LinkedHashMap<>();
        Set<String> requesters = new LinkedHashSet<>();
        for (Form.Table table : form.tables()) {
            for (Indicator cell : Catalogue.indicators(form, table)) {
                numbers.put(key(cell.code(), cell.requester()), number(random));
                requesters.add(cell.requester());
            }
        }
        List<Identity> identities = Catalogue.get().identities().stream()
                .filter(i -> i.form().equals(code))
                .toList();
        // Twice, since a part of one sum may be the whole of another.
        for (String kind : List.of("sum", "sum", "upper_bound", "subset", "column_sum", "column_balance", "row_sum")) {
            identities.stream().filter(i -> i.kind().equals(kind)).forEach(i -> hold(i, numbers, requesters));
        }
        if (breach) {
            identities.stream()
                    .filter(i -> i.kind().equals("sum"))
                    .findFirst()
                    .ifPresent(i -> numbers.merge(key(i.lhs().get(0), Value.TOTAL), 3L, Long::sum));
        }
        Map<String, Optional<Long>> figures = new LinkedHashMap<>();
        numbers.forEach((k, v) ->
                figures.put(k, blanks && !breach && random.nextInt(BLANK_IN) == 0 ? Optional.empty() : Optional.of(v)));
        return new FilledForm(form, figures);
    }

    /** Most cells of most reports are small or 0. */
    private static long number(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> 0;
            case 2 -> random.nextInt(10);
            case 3 -> random.nextInt(300);
            default -> random.nextInt(5000);
        };
    }

    private static void hold(Identity identity, Map<String, Long> numbers, Set<String> requesters) {
        switch (identity.kind()) {
            case "sum" -> put(numbers, identity.lhs().get(0), Value.TOTAL, sum(numbers, identity.rhs(), Value.TOTAL));
            case "upper_bound" ->
                put(
                        numbers,
                        identity.lhs().get(0),
                        Value.TOTAL,
                        identity.rhs().stream()
                                .mapToLong(c -> numbers.getOrDefault(key(c, Value.TOTAL), 0L))
                                .max()
                                .orElse(0));
            case "subset" -> {
                String part = key(identity.lhs().get(0), Value.TOTAL);
                Long whole = numbers.get(key(identity.rhs().get(0), Value.TOTAL));
                if (whole != null && numbers.containsKey(part)) {
                    numbers.merge(part, whole, Math::min);
                }
            }
            case "column_sum" ->
                requesters.forEach(r -> put(numbers, identity.lhs().get(0), r, sum(numbers, identity.rhs(), r)));
            case "column_balance" ->
                requesters.forEach(r -> {
                    long right = sum(numbers, identity.rhs(), r);
                    long carried = Math.min(
                            right, numbers.getOrDefault(key(identity.lhs().get(1), r), 0L));
                    put(numbers, identity.lhs().get(1), r, carried);
                    put(numbers, identity.lhs().get(0), r, right - carried);
                });
            default -> rowSums(identity, numbers);
        }
    }

    private static void rowSums(Identity identity, Map<String, Long> numbers) {
        String first = identity.rhs().get(0);
        numbers.keySet().stream()
                .filter(k -> k.endsWith("|" + first))
                .map(k -> k.substring(0, k.indexOf('|')))
                .toList()
                .forEach(indicator -> numbers.put(
                        key(indicator, Value.TOTAL),
                        identity.rhs().stream()
                                .mapToLong(r -> numbers.get(key(indicator, r)))
                                .sum()));
    }

    private static void put(Map<String, Long> numbers, String indicator, String requester, long number) {
        numbers.computeIfPresent(key(indicator, requester), (k, v) -> number);
    }

    private static long sum(Map<String, Long> numbers, List<String> indicators, String requester) {
        return indicators.stream()
                .mapToLong(i -> numbers.getOrDefault(key(i, requester), 0L))
                .sum();
    }
}
