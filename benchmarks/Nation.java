import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.marts.RegionTree;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A home whose release holds every region of the nation for the years 2014 to 2024, for timing what people look at:
 * {@code Nation.java RELEASE REGION HOME}. The rows of REGION in RELEASE are the pattern of all; counts are multiplied by a
 * factor of region and year, so that no two are alike, and no sum is right. Only the tables that pages read are there.
 */
public final class Nation {
    private static final int FIRST = 2014;
    private static final int LAST = 2024;
    private static final int BODIES = 6;
    private static final List<String> COUNTS = List.of("n_bodies", "n_expected", "n_seen", "n_matched", "n_reports");
    private static final List<String> TABLES = List.of(
            "measures", "trends", "channel_shares", "followers", "coverage", "quality", "form_cells");
    private static final List<String> SCALED = List.of(
            "value", "previous", "change", "matched_value", "matched_previous", "matched_change", "published", "followers");

    private Nation() {}

    public static void main(String[] arguments) throws Exception {
        Path from = Path.of(arguments[0], "csv");
        Path home = Path.of(arguments[2]);
        Path release = Files.createDirectories(home.resolve("release/0001"));
        Path csv = Files.createDirectories(release.resolve("csv"));
        for (String whole : List.of("measures_dictionary", "comparability")) {
            Files.copy(from.resolve(whole + ".csv"), csv.resolve(whole + ".csv"));
        }
        RegionTree tree = RegionTree.get();
        List<RegionTree.Region> regions = tree.all().stream()
                .filter(r -> r.isIn(LAST))
                .collect(java.util.stream.Collectors.toMap(RegionTree.Region::code, r -> r, (a, b) -> b, TreeMap::new))
                .values()
                .stream()
                .toList();
        long rows = 0;
        for (String table : TABLES) {
            rows += write(from.resolve(table + ".csv"), arguments[1], csv.resolve(table + ".csv"), regions);
        }
        long counties = regions.stream().filter(r -> r.level().equals("county")).count();
        System.out.printf("%d regions, %d of them counties, %d rows%n", regions.size(), counties, rows);
        long began = System.nanoTime();
        FileSystem fs = new RawLocalFileSystem();
        fs.initialize(URI.create("file:///"), new Configuration());
        Dashboard.write(fs, new org.apache.hadoop.fs.Path(release.toUri()), "0001", tree, sources(regions));
        System.out.printf("dashboard written in %.1f s%n", (System.nanoTime() - began) / 1e9);
        Files.createSymbolicLink(home.resolve("release/current"), Path.of("0001"));
        Files.createDirectories(home.resolve("summaries"));
        Files.writeString(home.resolve("summaries/index.js"), "gongkai.summaries({});\n");
    }

    /** The pattern of a year: of the newest form before it that the sample has. */
    private static int pattern(int year) {
        return year < 2019 ? 2018 : year < 2021 ? 2020 : 2021;
    }

    private static long write(Path from, String region, Path to, List<RegionTree.Region> regions) throws IOException {
        Map<Integer, List<String[]>> byYear = new TreeMap<>();
        String head;
        try (var lines = Files.newBufferedReader(from)) {
            head = lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(region + ",") && !line.contains("\"")) {
                    String[] cells = line.split(",", -1);
                    byYear.computeIfAbsent(Integer.valueOf(cells[1]), y -> new ArrayList<>()).add(cells);
                }
            }
        }
        List<String> columns = List.of(head.replace("\ufeff", "").split(","));
        int[] scaled = IntStream.range(0, columns.size()).filter(i -> SCALED.contains(columns.get(i))).toArray();
        int[] counts = IntStream.range(0, columns.size()).filter(i -> COUNTS.contains(columns.get(i))).toArray();
        int unit = columns.indexOf("unit");
        long count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write(head + "\n");
            for (RegionTree.Region place : regions) {
                for (int year = FIRST; year <= LAST; year++) {
                    long factor = 1 + Math.floorMod(place.code().hashCode() * 31L + year * 7L, 9);
                    for (String[] pattern : byYear.getOrDefault(pattern(year), List.of())) {
                        String[] cells = pattern.clone();
                        cells[0] = place.code();
                        cells[1] = Integer.toString(year);
                        // A prefecture of fifty bodies, a province of a thousand: a summary lists the reports of few.
                        int bodies = switch (place.level()) {
                            case "nation" -> 5000;
                            case "province" -> 250;
                            case "prefecture" -> 12;
                            default -> 1;
                        };
                        for (int i : counts) {
                            cells[i] = cells[i].isEmpty() ? "" : Long.toString(Long.parseLong(cells[i]) * bodies);
                        }
                        if (unit < 0 || !cells[unit].equals("1")) {
                            for (int i : scaled) {
                                if (cells[i].matches("-?\\d+")) {
                                    cells[i] = Long.toString(Long.parseLong(cells[i]) * factor);
                                }
                            }
                        }
                        out.write(String.join(",", cells));
                        out.write('\n');
                        count++;
                    }
                }
            }
        }
        return count;
    }

    /** Six reports a county and year. */
    private static Iterator<Dashboard.Source> sources(List<RegionTree.Region> regions) {
        return regions.stream()
                .filter(r -> r.level().equals("county"))
                .sorted(Comparator.comparing(RegionTree.Region::code))
                .flatMap(r -> IntStream.rangeClosed(FIRST, LAST)
                        .boxed()
                        .flatMap(year -> IntStream.range(0, BODIES).mapToObj(i -> source(r, year, i))))
                .iterator();
    }

    private static Dashboard.Source source(RegionTree.Region region, int year, int number) {
        Map<String, String> cells = Map.of(
                "report_year", Integer.toString(year),
                "body", region.name() + "第" + number + "局",
                "kind", "department",
                "scope", "body",
                "form", year < 2019 ? "2014" : year < 2021 ? "2019" : "2021",
                "published_on", (year + 1) + "-01-20",
                "title", region.name() + "第" + number + "局" + year + "年政府信息公开工作年度报告",
                "source", "reports/" + region.code() + "/" + number + "-" + year + ".html");
        return new Dashboard.Source(
                region.code(), Dashboard.reportColumns().stream().map(cells::get).toList());
    }
}
