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
    private static final String CARRIED_IN = "requests.carried_in";
    private static final String CARRIED_OUT = "requests.carried_out";
    private static final String COMPLETED = "requests.completed";
    /** Last year whose form asks how many requests were completed. */
    private static final int LAST_OF_COMPLETED = 2018;

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
        List<Claim> inTime = byIndicator.remove(Claim.IN_TIME);
        if (inTime != null) {
            answeredInTime(inTime, byIndicator, reportYear);
        }
        List<Claim> settled = new ArrayList<>();
        for (List<Claim> rivals : byIndicator.values()) {
            choose(rivals, settled);
        }
        settled.sort(Comparator.comparingInt(Claim::line).thenComparing(Claim::indicator));
        return settled;
    }

    /** {@code 收到申请36件，按时办结36件}: as many as there were to finish, so that none was finished late. */
    private static void answeredInTime(
            List<Claim> inTime, Map<String, List<Claim>> byIndicator, OptionalInt reportYear) {
        List<Claim> all = new ArrayList<>();
        for (Claim claim : inTime) {
            BigDecimal carried = first(byIndicator, CARRIED_IN).subtract(first(byIndicator, CARRIED_OUT));
            boolean everyOne = byIndicator.getOrDefault(RECEIVED, List.of()).stream()
                    .map(Claim::amount)
                    .anyMatch(r ->
                            r.compareTo(claim.amount()) == 0 || r.add(carried).compareTo(claim.amount()) == 0);
            if (everyOne) {
                all.add(claim);
            }
        }
        if (all.isEmpty()) {
            return;
        }
        byIndicator.computeIfAbsent(
                ANSWERED, i -> all.stream().map(c -> c.about(i)).toList());
        if (reportYear.isEmpty() || reportYear.getAsInt() <= LAST_OF_COMPLETED) {
            byIndicator.computeIfAbsent(
                    COMPLETED, i -> all.stream().map(c -> c.about(i)).toList());
        }
    }

    private static BigDecimal first(Map<String, List<Claim>> byIndicator, String indicator) {
        return byIndicator.getOrDefault(indicator, List.of()).stream()
                .map(Claim::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
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
