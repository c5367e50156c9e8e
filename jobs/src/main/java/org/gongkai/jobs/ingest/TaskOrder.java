package org.gongkai.jobs.ingest;

import org.apache.iceberg.Table;
import org.apache.spark.util.SerializableConfiguration;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.jobs.lake.LakeTable;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * What every task of an ingest is told.
 *
 * @param tables where to write
 * @param known what the lake has already
 * @param reader how to read a document
 * @param version version of the reader
 * @param limits how much to believe
 * @param hadoop how to reach the file systems
 * @param ingestId number of this ingest
 * @param startedAt when it began
 */
record TaskOrder(
        Map<LakeTable, Table> tables,
        KnownDocuments known,
        Reader reader,
        String version,
        IntakeLimits limits,
        SerializableConfiguration hadoop,
        int ingestId,
        Instant startedAt)
        implements Serializable {}
