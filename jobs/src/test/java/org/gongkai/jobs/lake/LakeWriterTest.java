package org.gongkai.jobs.lake;

import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.gongkai.jobs.ingest.SparkForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LakeWriterTest {
    private static final String REPORT = "body 640502-司法局\nyear 2018\nform channel.weibo 105\nform channel.website 7";

    @TempDir
    Path folder;

    /** What a job leaves that is killed between two tables: rows of unmapped, and no row of ingests. */
    private static void halfAnIngest(Lake lake) throws IOException {
        Table unmapped = lake.table(LakeTable.UNMAPPED).orElseThrow();
        try (TableWriter writer = new TableWriter(unmapped, 0, 99)) {
            Record row = writer.row();
            row.setField("document", "d");
            row.setField("body_id", "b");
            row.setField("report_year", 2018);
            row.setField("line", 1);
            row.setField("text", "t");
            writer.begin(2018).add(row);
            AppendFiles append = unmapped.newAppend();
            for (DataFile file : writer.finish()) {
                append.appendFile(file);
            }
            append.commit();
        }
    }

    @Test
    void whatAnInterruptedJobLeftIsNotSeenAndIsRolledBack() throws IOException {
        Path report = Files.writeString(folder.resolve("a.txt"), REPORT);
        try (Lake lake = SparkForTests.lake(folder.resolve("h"))) {
            SparkForTests.ingest(lake, report);
            Map<String, List<String>> complete = SparkForTests.contents(lake);
            halfAnIngest(lake);
            lake.refresh();
            assertThat(SparkForTests.contents(lake))
                    .as("readers see the last complete ingest")
                    .isEqualTo(complete);
            SparkForTests.ingest(lake, report);
            assertThat(SparkForTests.contents(lake))
                    .as("the next job rolls back")
                    .isEqualTo(complete);
        }
    }

    @Test
    void aFirstJobThatWasInterruptedLeavesNothing() throws IOException {
        Path report = Files.writeString(folder.resolve("a.txt"), REPORT);
        try (Lake lake = SparkForTests.lake(folder.resolve("h"))) {
            LakeWriter.open(lake, Duration.ZERO, s -> {}).close();
            halfAnIngest(lake);
            lake.refresh();
            assertThat(lake.read("unmapped").count()).isZero();
            SparkForTests.ingest(lake, report);
            assertThat(lake.read("unmapped").count()).isZero();
            assertThat(lake.read("observations").count()).isEqualTo(2);
        }
    }

    @Test
    void oneJobWritesAtATimeAndTheOtherSaysWhyNot() {
        try (Lake lake = SparkForTests.lake(folder.resolve("h"));
                LakeWriter first = LakeWriter.open(lake, Duration.ZERO, s -> {})) {
            assertThat(first.before()).isEqualTo(LakeState.EMPTY);
            assertThatThrownBy(() -> LakeWriter.open(lake, Duration.ofMillis(250), s -> {}))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("another job is writing")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void anIndependentReaderSeesTheSameRows() throws IOException, SQLException {
        Path report = Files.writeString(folder.resolve("a.txt"), REPORT);
        try (Lake lake = SparkForTests.lake(folder.resolve("h"));
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            SparkForTests.ingest(lake, report);
            String files = folder.resolve("h/lake/warehouse/gongkai/observations/data") + "/**/*.parquet";
            try (ResultSet rows = statement.executeQuery(
                    "select count(*), sum(value)::varchar, min(body_id) from read_parquet('" + files + "')")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(2);
                assertThat(rows.getString(2)).isEqualTo("112.000000");
                assertThat(rows.getString(3)).isEqualTo("640502-司法局");
            }
        }
    }

    @Test
    void aLedgerThatDoesNotBalanceIsRefused() {
        assertThatThrownBy(() -> new Ledger(3, 1, 1, 0, 0)).hasMessageContaining("does not balance");
    }
}
