package org.gongkai.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The complete state after an ingest.
 *
 * @param ingestId number of the ingest
 * @param snapshots snapshot id of each table that has one, by its name, in the order of names
 */
public record LakeState(int ingestId, Map<String, Long> snapshots) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String INGEST_ID = "gongkai.ingest-id";
    static final String SNAPSHOTS = "gongkai.snapshots";

    /** Before the first ingest. */
    public static final LakeState EMPTY = new LakeState(0, Map.of());

    public LakeState {
        snapshots = java.util.Collections.unmodifiableMap(new TreeMap<>(snapshots));
    }

    /** The snapshot of a table, empty where no ingest has written it. */
    public Optional<Long> snapshot(LakeTable table) {
        return Optional.ofNullable(snapshots.get(table.word()));
    }

    /** The snapshots as a JSON object, tables in the order of names. */
    public String snapshotsJson() {
        try {
            return JSON.writeValueAsString(snapshots);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of numbers is always JSON", e);
        }
    }

    /**
     * The state that the newest commit of {@code ingests} names. It stands in the summary of that commit as well as in
     * the row, so that no file has to be read to find it.
     */
    static LakeState of(Table ingests) {
        for (Snapshot snapshot = ingests.currentSnapshot(); snapshot != null; snapshot = parent(ingests, snapshot)) {
            String id = snapshot.summary().get(INGEST_ID);
            if (id != null) {
                return new LakeState(
                        Integer.parseInt(id), parse(snapshot.summary().get(SNAPSHOTS)));
            }
        }
        return EMPTY;
    }

    private static Snapshot parent(Table table, Snapshot snapshot) {
        return snapshot.parentId() == null ? null : table.snapshot(snapshot.parentId());
    }

    private static Map<String, Long> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ingests table names its snapshots unreadably: " + json, e);
        }
    }
}
