package org.gongkai.jobs.marts;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * A small lake drawn by chance: bodies of two provinces, their prefectures and counties, over the three forms, with gaps,
 * zeros, blanks, unreadable and approximate figures, figures of the narrative, and governments that publish their whole
 * territory. The regions are those of the case {@code small}.
 */
final class InventedLake {
    /** Report years on both sides of both changes of form. */
    private static final List<Integer> YEARS = List.of(2017, 2018, 2019, 2020, 2021);

    /** Counties, a prefecture and a province, so that parents have bodies of their own. */
    private static final List<String> REGIONS = List.of("640502", "640521", "640105", "640500", "640000", "110118");

    private static final Map<String, List<String>> CELLS = Map.of(
            "2014",
            List.of(
                    "publication.total",
                    "channel.website",
                    "channel.weibo",
                    "channel.wechat",
                    "requests.received",
                    "requests.completed",
                    "requests.completed.on_time",
                    "reply.total",
                    "reply.already_public",
                    "reply.granted",
                    "reply.partially_granted",
                    "budget.special"),
            "2019",
            List.of(
                    "requests.received",
                    "requests.carried_in",
                    "reply.total",
                    "reply.granted",
                    "reply.partially_granted"),
            "2021",
            List.of(
                    "requests.received",
                    "requests.carried_in",
                    "reply.total",
                    "reply.granted",
                    "reply.partially_granted"),
            "none",
            List.of("channel.weibo", "requests.received"));

    private static final Set<String> MONEY = Set.of("budget.special");

    private final List<Map<String, String>> reports = new ArrayList<>();
    private final List<Map<String, String>> observations = new ArrayList<>();
    private final Random random;

    private InventedLake(Random random) {
        this.random = random;
    }

    /** A lake of twelve bodies and two governments; the same seed gives the same lake. */
    static InventedLake of(long seed) {
        InventedLake lake = new InventedLake(new Random(seed));
        for (int body = 0; body < 12; body++) {
            String region = REGIONS.get(lake.random.nextInt(REGIONS.size()));
            for (int year : YEARS) {
                if (lake.random.nextInt(4) > 0) {
                    lake.report(region + "-" + (char) ('A' + body) + "局", region, year, "body");
                }
            }
        }
        for (String region : List.of("640500", "640000")) {
            lake.report(region + "-人民政府", region, 2018, "territory");
            lake.report(region + "-人民政府", region, 2019, "territory");
        }
        return lake;
    }

    /** The same lake with a body that reported and states no figure, in a county and year that have reports. */
    InventedLake withASilentReport(String body, String region, int year) {
        InventedLake more = new InventedLake(random);
        more.reports.addAll(reports);
        more.observations.addAll(observations);
        more.reports.add(filed(body, region, year, "body", "none"));
        return more;
    }

    private void report(String body, String region, int year, String scope) {
        String form = random.nextInt(8) == 0 ? "none" : year < 2019 ? "2014" : year < 2021 ? "2019" : "2021";
        reports.add(filed(body, region, year, scope, form));
        for (String cell : CELLS.get(form)) {
            boolean isMatrix = !form.equals("2014") && !form.equals("none");
            if (isMatrix && random.nextInt(3) == 0) {
                // The total is left blank; the applicants are printed, or all but one.
                observe(body, year, cell, "_T", "form", "", "O");
                for (String requester : org.gongkai.catalogue.Measures.requesters()) {
                    boolean isBlank = random.nextInt(24) == 0;
                    observe(body, year, cell, requester, "form", isBlank ? "" : figure(), isBlank ? "O" : "A");
                }
                continue;
            }
            String origin = form.equals("none") ? "prose" : "form";
            switch (random.nextInt(10)) {
                case 0 -> observe(body, year, cell, "_T", origin, "", "O");
                case 1 -> observe(body, year, cell, "_T", origin, "", "N");
                case 2 -> observe(body, year, cell, "_T", origin, figure(), "E");
                case 3 -> {}
                default -> observe(body, year, cell, "_T", origin, figure(), "A");
            }
        }
        if (random.nextInt(2) == 0) {
            observe(body, year, "followers.wechat", "_T", "prose", figure(), "A");
        }
    }

    /** A quarter of the figures are 0: a zero that was printed must not be taken for a missing one. */
    private String figure() {
        return Integer.toString(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(500));
    }

    private static Map<String, String> filed(String body, String region, int year, String scope, String form) {
        Map<String, String> report = new HashMap<>();
        report.put("body_id", body);
        report.put("report_year", Integer.toString(year));
        report.put("region_code", region);
        report.put("level", "county");
        report.put("kind", scope.equals("territory") ? "government" : "department");
        report.put("scope", scope);
        report.put("form", form);
        report.put("document", body + year);
        return report;
    }

    private void observe(
            String body, int year, String indicator, String requester, String origin, String value, String status) {
        Map<String, String> cell = new HashMap<>();
        cell.put("body_id", body);
        cell.put("report_year", Integer.toString(year));
        cell.put("indicator", indicator);
        cell.put("requester", requester);
        cell.put("origin", origin);
        cell.put("value", value);
        cell.put("unit", MONEY.contains(indicator) ? "万元" : "件");
        cell.put("status", status);
        cell.put("is_preferred", "true");
        observations.add(cell);
    }

    /** Its reports. */
    List<Map<String, String>> reports() {
        return List.copyOf(reports);
    }

    /** Its figures. */
    List<Map<String, String>> observations() {
        return List.copyOf(observations);
    }

    /** The tables by name, with their rows in an order that the seed says. */
    Function<String, Dataset<Row>> tables(SparkSession spark, long order) {
        Fixture fixture = new Fixture(spark, "small", reports);
        return table -> {
            List<Map<String, String>> rows = new ArrayList<>(
                    switch (table) {
                        case "reports" -> reports;
                        case "observations" -> observations;
                        default -> List.of();
                    });
            Collections.shuffle(rows, new Random(order));
            return fixture.table(table, rows);
        };
    }
}
