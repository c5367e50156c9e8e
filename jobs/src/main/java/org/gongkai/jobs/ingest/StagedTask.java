package org.gongkai.jobs.ingest;

import org.apache.iceberg.DataFile;
import org.gongkai.jobs.lake.LakeTable;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a task wrote and found. Nothing of it counts before the driver commits it.
 *
 * @param documents documents that it was given; counted as they came, for the ledger to be held against
 * @param files data files of every table, in the order to which the extents point
 * @param filed the documents that it wrote
 * @param duplicates documents that it had read already
 * @param unchanged documents that the lake has already
 */
record StagedTask(int documents, Map<LakeTable, List<DataFile>> files, List<Filed> filed, int duplicates, int unchanged)
        implements Serializable {}
