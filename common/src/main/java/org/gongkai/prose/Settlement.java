package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Comes from all the claims of a document to one figure an indicator, or to none where they contradict each other. */
final class Settlement {
    private static final String RECEIVED = "requests.received";
    private static final String ANSWERED = "reply.total";

    private Settlement() {}

    /** One claim an indicator, in the order of their lines. */
    static List<Claim> settle(List<Claim> claims, OptionalInt reportYear) {
        Map<String, List<Claim>> byIndicator = new TreeMap<>();
        for (Claim claim : ofYear(claims, reportYear)) {
            byIndicator
                    .computeIfAbsent(claim.indicator(), i -> new ArrayList<>())
                    .add(claim);
        }
        List<Claim> handled = byIndicator.remove(Claim.HANDLED);
        if (handled != null) {
            String indicator = byIndicator.containsKey(RECEIVED) ? ANSWERED : RECEIVED;
            byIndicator.computeIfAbsent(
                    indicator, i -> handled.stream().map(c -> c.about(i)).toList());
        }
        List<Claim> settled = new ArrayList<>();
        for (List<Claim> rivals : byIndicator.values()) {
            choose(rivals, settled);
        }
        settled.sort(Comparator.comparingInt(Claim::line).thenComparing(Claim::indicator));
        return settled;
    }

    private static void choose(List<Claim> rivals, List<Claim> settled) {
        int best = rivals.stream().mapToInt(Claim::rank).max().orElse(0);
        List<Claim> plainest = rivals.stream().filter(c -> c.rank() == best).toList();
        BigDecimal amount = plainest.get(0).amount();
        if (plainest.stream().allMatch(c -> c.amount().compareTo(amount) == 0)) {
            settled.add(
                    plainest.stream().filter(c -> !c.approximate()).findFirst().orElse(plainest.get(0)));
        }
    }

    /**
     * Leaves out what is said about another year. Where no sentence at all names the year of the report, the year
     * before stands in for it: a text that was copied from last year's report and not corrected.
     */
    private static List<Claim> ofYear(List<Claim> claims, OptionalInt reportYear) {
        if (reportYear.isEmpty()) {
            return claims;
        }
        int year = reportYear.getAsInt();
        boolean named = claims.stream().anyMatch(c -> c.year().equals(OptionalInt.of(year)));
        return claims.stream()
                .filter(c -> c.year().isEmpty()
                        || c.year().getAsInt() == year
                        || !named && c.year().getAsInt() == year - 1)
                .toList();
    }
}
