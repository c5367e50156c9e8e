package org.gongkai.jobs.ingest;

import org.apache.iceberg.data.Record;
import org.gongkai.finding.Finding;
import org.gongkai.jobs.lake.Extent;
import org.gongkai.jobs.lake.LakeTable;
import org.gongkai.jobs.lake.ReportKey;
import org.gongkai.jobs.lake.TableWriter;
import org.gongkai.place.Identification;
import org.gongkai.place.Level;
import org.gongkai.place.Regions;
import org.gongkai.report.Report;
import org.gongkai.table.Unmapped;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Report to rows: the one place where a report becomes rows of reports, observations, findings and unmapped. */
final class ReportRows {
    static {
        Row.expect(
                LakeTable.REPORTS,
                "body_id",
                "report_year",
                "document",
                "source",
                "title",
                "body",
                "region_code",
                "region_code_current",
                "region_name",
                "region_path",
                "level",
                "kind",
                "scope",
                "form",
                "period_from",
                "period_to",
                "published_on",
                "parser_version");
        Row.expect(
                LakeTable.OBSERVATIONS,
                "body_id",
                "report_year",
                "region_code",
                "scope",
                "form",
                "indicator",
                "requester",
                "origin",
                "value",
                "unit",
                "status",
                "is_preferred",
                "printed_label",
                "printed_value",
                "line");
        Row.expect(
                LakeTable.FINDINGS,
                "body_id",
                "report_year",
                "region_code",
                "rule",
                "place",
                "severity",
                "message",
                "left_value",
                "right_value",
                "left_line",
                "right_line");
        Row.expect(LakeTable.UNMAPPED, "document", "body_id", "report_year", "line", "text");
    }

    private final Map<LakeTable, TableWriter> writers;
    private final Map<LakeTable, Record> records = new EnumMap<>(LakeTable.class);
    private final String version;

    ReportRows(Map<LakeTable, TableWriter> writers, String version) {
        this.writers = writers;
        this.version = version;
        writers.forEach((table, writer) -> records.put(table, writer.row()));
    }

    /**
     * Writes a report.
     *
     * @param key which report it is
     * @param sha256 the document
     * @param source where the document came from
     * @return where its rows went
     */
    Map<LakeTable, Extent> write(ReportKey key, String sha256, String source, Report report) throws IOException {
        Map<LakeTable, Extent> extents = new EnumMap<>(LakeTable.class);
        extents.put(LakeTable.REPORTS, report(key, sha256, source, report));
        extents.put(LakeTable.OBSERVATIONS, observations(key, report));
        extents.put(LakeTable.FINDINGS, findings(key, report));
        extents.put(LakeTable.UNMAPPED, unmapped(key, sha256, report));
        extents.values().removeIf(e -> e.count() == 0);
        return extents;
    }

    private Extent report(ReportKey key, String sha256, String source, Report report) throws IOException {
        Identification who = report.identification();
        TableWriter.Rows rows = writers.get(LakeTable.REPORTS).begin(key.reportYear());
        rows.add(row(LakeTable.REPORTS)
                .put(key.bodyId())
                .put(key.reportYear())
                .put(sha256)
                .put(source)
                .put(who.title())
                .put(who.body())
                .put(who.regionCode())
                .put(Regions.get().current(who.regionCode(), key.reportYear()))
                .put(who.regionName())
                .put(who.regionPath())
                .put(who.level().map(Level::code))
                .put(who.kind().code())
                .put(who.scope().code())
                .put(report.form())
                .put(who.periodFrom())
                .put(who.periodTo())
                .put(who.publishedOn())
                .put(version)
                .end());
        return rows.end();
    }

    private Extent observations(ReportKey key, Report report) throws IOException {
        if (report.values().isEmpty()) {
            return Extent.NONE;
        }
        Identification who = report.identification();
        Set<Value> preferred = Preference.of(report.values());
        TableWriter.Rows rows = writers.get(LakeTable.OBSERVATIONS).begin(key.reportYear());
        for (Value value : report.values()) {
            Optional<BigDecimal> amount = value.amount().flatMap(Row::decimal);
            // A number that does not fit is something printed that cannot be read as a count.
            Status status = value.status().hasNumber() && amount.isEmpty() ? Status.UNREADABLE : value.status();
            rows.add(row(LakeTable.OBSERVATIONS)
                    .put(key.bodyId())
                    .put(key.reportYear())
                    .put(who.regionCode())
                    .put(who.scope().code())
                    .put(report.form())
                    .put(value.indicator())
                    .put(value.requester())
                    .put(value.origin().code())
                    .put(amount)
                    .put(value.unit())
                    .put(status.code())
                    .put(preferred.contains(value) && amount.isPresent())
                    .put(value.printedLabel())
                    .put(value.printedValue())
                    .put(value.line())
                    .end());
        }
        return rows.end();
    }

    private Extent findings(ReportKey key, Report report) throws IOException {
        if (report.findings().isEmpty()) {
            return Extent.NONE;
        }
        TableWriter.Rows rows = writers.get(LakeTable.FINDINGS).begin(key.reportYear());
        for (Finding finding : report.findings()) {
            rows.add(finding(
                    row(LakeTable.FINDINGS), key, report.identification().regionCode(), finding));
        }
        return rows.end();
    }

    /** A finding as a row; used for those that the driver makes as well. */
    static Record finding(Row row, ReportKey key, String regionCode, Finding finding) {
        return row.begin()
                .put(key.bodyId())
                .put(key.reportYear())
                .put(regionCode)
                .put(finding.rule())
                .put(finding.place())
                .put(finding.severity().code())
                .put(finding.message())
                .put(finding.left().flatMap(Row::decimal))
                .put(finding.right().flatMap(Row::decimal))
                .put(finding.leftLine())
                .put(finding.rightLine())
                .end();
    }

    private Extent unmapped(ReportKey key, String sha256, Report report) throws IOException {
        if (report.unmapped().isEmpty()) {
            return Extent.NONE;
        }
        TableWriter.Rows rows = writers.get(LakeTable.UNMAPPED).begin(key.reportYear());
        for (Unmapped line : report.unmapped()) {
            rows.add(row(LakeTable.UNMAPPED)
                    .put(sha256)
                    .put(key.bodyId())
                    .put(key.reportYear())
                    .put(line.line())
                    .put(line.text())
                    .end());
        }
        return rows.end();
    }

    private Row row(LakeTable table) {
        return new Row(records.get(table));
    }
}
