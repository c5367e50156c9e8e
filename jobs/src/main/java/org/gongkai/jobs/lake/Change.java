package org.gongkai.jobs.lake;

import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;

import java.util.ArrayList;
import java.util.List;

/**
 * What one job does to one table; applied in one commit. Rows are added, some of the added are taken out again because
 * another document of the same job stands in their place, and reports of earlier jobs go.
 *
 * @param table which table
 * @param added data files that the tasks wrote
 * @param withdrawn rows of these files that do not count
 * @param replaced reports whose rows of earlier jobs go
 * @param rows rows that the driver adds itself
 */
public record Change(
        LakeTable table,
        List<DataFile> added,
        List<Withdrawn> withdrawn,
        List<ReportKey> replaced,
        List<ReportRow> rows) {

    /**
     * Rows of a file that was just written.
     *
     * @param file the file
     * @param first 0-based position of the first row
     * @param count how many
     */
    public record Withdrawn(DataFile file, long first, int count) {}

    /** A row of a report, with the year that decides its file. */
    public record ReportRow(int reportYear, Record row) {}

    /** A change that does nothing yet; its lists are to be filled. */
    public static Change of(LakeTable table) {
        return new Change(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
        return added.isEmpty() && replaced.isEmpty() && rows.isEmpty();
    }
}
