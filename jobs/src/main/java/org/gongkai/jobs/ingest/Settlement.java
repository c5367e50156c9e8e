package org.gongkai.jobs.ingest;

import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Severity;
import org.gongkai.jobs.lake.Change;
import org.gongkai.jobs.lake.Extent;
import org.gongkai.jobs.lake.LakeTable;
import org.gongkai.jobs.lake.LakeWriter;
import org.gongkai.jobs.lake.Ledger;
import org.gongkai.jobs.lake.ReportKey;
import org.gongkai.quality.Rule;
import org.gongkai.quality.RuleBook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all tasks together wrote, decided: which of equal documents counts, which document stands for which report, what
 * of earlier ingests goes. The outcome depends on the documents alone: a report's rows are those of the document that
 * {@link Succession} names, and for every other version there is one finding {@link #REFILED}.
 */
final class Settlement {
    /** Rule of the finding that names a document which another one has replaced. */
    static final String REFILED = "report.refiled";

    private record Version(StagedTask task, Filed filed) {}

    private final LakeWriter lake;
    private final Map<LakeTable, Change> changes = new EnumMap<>(LakeTable.class);
    private final Map<String, Integer> rejections = new TreeMap<>();
    private final int[] findings = new int[Severity.values().length];
    private int documents;
    private int duplicates;
    private int unchanged;
    private int parsed;
    private int reports;
    private long observations;
    private long unmapped;

    private Settlement(LakeWriter lake) {
        this.lake = lake;
        for (LakeTable table : LakeTable.values()) {
            if (table.isWrittenByTasks()) {
                changes.put(table, Change.of(table));
            }
        }
    }

    /**
     * Decides.
     *
     * @param tasks what the tasks wrote
     * @param lake as it is before this job
     */
    static Settlement of(List<StagedTask> tasks, LakeWriter lake) throws IOException {
        Settlement settlement = new Settlement(lake);
        settlement.settle(tasks);
        return settlement;
    }

    /** What to commit, in the order of the tables. */
    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    /**
     * Where the documents went.
     *
     * @throws IllegalStateException where that is not as many as came in
     */
    Ledger ledger() {
        int rejected = rejections.values().stream().mapToInt(Integer::intValue).sum();
        return new Ledger(documents, parsed, rejected, duplicates, unchanged);
    }

    /** Rejected documents by the code of their reason. */
    Map<String, Integer> rejections() {
        return rejections;
    }

    /** Reports that are new or stand on another document than before. */
    int reports() {
        return reports;
    }

    /** Figures of these reports. */
    long observations() {
        return observations;
    }

    /** Lines of their tables that belong to no cell. */
    long unmapped() {
        return unmapped;
    }

    /** Findings of these reports, and refilings, by severity. */
    Map<Severity, Integer> findings() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, findings[severity.ordinal()]);
        }
        return counts;
    }

    private void settle(List<StagedTask> tasks) throws IOException {
        for (StagedTask task : tasks) {
            documents += task.documents();
            duplicates += task.duplicates();
            unchanged += task.unchanged();
            task.files().forEach((table, files) -> changes.get(table).added().addAll(files));
        }
        Map<ReportKey, List<Version>> arrived = new TreeMap<>();
        for (Version version : withoutDuplicates(tasks)) {
            if (version.filed().outcome() instanceof Filed.Result.Rejected rejected) {
                rejections.merge(rejected.reason(), 1, Integer::sum);
            } else {
                parsed++;
                arrived.computeIfAbsent(filing(version).report(), k -> new ArrayList<>())
                        .add(version);
            }
        }
        Map<ReportKey, List<Filing>> before = earlier(arrived.keySet());
        Map<ReportKey, List<Filing>> late = new TreeMap<>();
        arrived.forEach((key, versions) -> settle(key, versions, before.getOrDefault(key, List.of()), late));
        lateArrivals(late);
    }

    /** Of equal documents the first in the input; the rows of the others are withdrawn. */
    private List<Version> withoutDuplicates(List<StagedTask> tasks) {
        Map<String, Version> first = new HashMap<>();
        for (StagedTask task : tasks) {
            for (Filed filed : task.filed()) {
                Version version = new Version(task, filed);
                Version other = first.putIfAbsent(filed.sha256(), version);
                if (other != null) {
                    duplicates++;
                    boolean isFirst = filed.isBefore(other.filed());
                    if (isFirst) {
                        first.put(filed.sha256(), version);
                    }
                    Version second = isFirst ? other : version;
                    second.filed().extents().keySet().forEach(table -> withdraw(second, table));
                }
            }
        }
        return List.copyOf(first.values());
    }

    private void settle(ReportKey key, List<Version> versions, List<Filing> before, Map<ReportKey, List<Filing>> late) {
        List<Filing> all = new ArrayList<>(before);
        versions.forEach(v -> all.add(filing(v)));
        Filing standing = Succession.standing(all);
        boolean isNew = false;
        for (Version version : versions) {
            if (filing(version).equals(standing)) {
                isNew = true;
                count((Filed.Result.Report) version.filed().outcome());
            } else {
                for (LakeTable table : version.filed().extents().keySet()) {
                    if (table.holdsReports()) {
                        withdraw(version, table);
                    }
                }
            }
        }
        if (isNew) {
            if (!before.isEmpty()) {
                for (LakeTable table : LakeTable.values()) {
                    if (table.holdsReports()) {
                        changes.get(table).replaced().add(key);
                    }
                }
            }
            all.remove(standing);
            refiled(standing, standing.regionCode(), all);
        } else {
            List<Filing> replaced = new ArrayList<>();
            versions.forEach(v -> replaced.add(filing(v)));
            late.put(key, replaced);
        }
    }

    /** Versions that came after the one that stands: its report gets a finding for each, and is not touched otherwise. */
    private void lateArrivals(Map<ReportKey, List<Filing>> late) throws IOException {
        if (late.isEmpty()) {
            return;
        }
        try (CloseableIterable<Record> rows =
                lake.scan(LakeTable.REPORTS, "body_id", "report_year", "region_code", "document")) {
            for (Record row : rows) {
                ReportKey key = new ReportKey((String) row.getField("body_id"), (Integer) row.getField("report_year"));
                List<Filing> replaced = late.get(key);
                if (replaced != null) {
                    String region = (String) row.getField("region_code");
                    refiled(new Filing((String) row.getField("document"), key, region, 0, 0), region, replaced);
                }
            }
        }
    }

    private void refiled(Filing standing, String regionCode, List<Filing> replaced) {
        replaced.sort(Comparator.comparing(Filing::sha256));
        Rule rule = RuleBook.get().rule(REFILED);
        for (Filing version : replaced) {
            String day = version.published() == Filing.UNDATED
                    ? "日期不明"
                    : LocalDate.ofEpochDay(version.published()).toString();
            Finding finding = Finding.at(
                    REFILED,
                    version.sha256(),
                    rule.severity(),
                    rule.messageZh(Map.of("left", day, "place", version.sha256().substring(0, 12))),
                    0);
            Record row =
                    ReportRows.finding(new Row(lake.row(LakeTable.FINDINGS)), standing.report(), regionCode, finding);
            changes.get(LakeTable.FINDINGS)
                    .rows()
                    .add(new Change.ReportRow(standing.report().reportYear(), row));
            findings[rule.severity().ordinal()]++;
        }
    }

    /** The versions of these reports that the lake has. */
    private Map<ReportKey, List<Filing>> earlier(Set<ReportKey> keys) throws IOException {
        Map<ReportKey, List<Filing>> versions = new HashMap<>();
        if (keys.isEmpty()) {
            return versions;
        }
        Set<ReportKey> wanted = new HashSet<>(keys);
        try (CloseableIterable<Record> rows = lake.scan(
                LakeTable.DOCUMENTS, "sha256", "outcome", "body_id", "report_year", "published_on", "characters")) {
            for (Record row : rows) {
                if (!"parsed".equals(row.getField("outcome"))) {
                    continue;
                }
                ReportKey key = new ReportKey((String) row.getField("body_id"), (Integer) row.getField("report_year"));
                if (wanted.contains(key)) {
                    int published = Optional.ofNullable((LocalDate) row.getField("published_on"))
                            .map(d -> (int) d.toEpochDay())
                            .orElse(Filing.UNDATED);
                    versions.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(new Filing((String) row.getField("sha256"), key, "", published, (Integer)
                                    row.getField("characters")));
                }
            }
        }
        return versions;
    }

    private void withdraw(Version version, LakeTable table) {
        Extent extent = version.filed().extents().get(table);
        changes.get(table)
                .withdrawn()
                .add(new Change.Withdrawn(
                        version.task().files().get(table).get(extent.file()), extent.first(), extent.count()));
    }

    private void count(Filed.Result.Report report) {
        reports++;
        observations += report.observations();
        unmapped += report.unmapped();
        for (int i = 0; i < findings.length; i++) {
            findings[i] += report.findings()[i];
        }
    }

    private static Filing filing(Version version) {
        return ((Filed.Result.Report) version.filed().outcome()).filing();
    }
}
