package org.gongkai.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

import java.util.ArrayList;
import java.util.List;
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
        List<Commit> newest = history(ingests, 1);
        return newest.isEmpty() ? EMPTY : newest.get(0).state();
    }

    /**
     * A commit of {@code ingests} that named a state.
     *
     * @param snapshot its own snapshot id
     * @param state what it named
     */
    record Commit(long snapshot, LakeState state) {}

    /** Every commit that the table still knows and that named a state, newest first. */
    static List<Commit> history(Table ingests) {
        return history(ingests, Integer.MAX_VALUE);
    }

    private static List<Commit> history(Table ingests, int most) {
        List<Commit> commits = new ArrayList<>();
        for (Snapshot snapshot = ingests.currentSnapshot();
                snapshot != null && commits.size() < most;
                snapshot = parent(ingests, snapshot)) {
            String id = snapshot.summary().get(INGEST_ID);
            if (id != null) {
                LakeState state = new LakeState(
                        Integer.parseInt(id), parse(snapshot.summary().get(SNAPSHOTS)));
                commits.add(new Commit(snapshot.snapshotId(), state));
            }
        }
        return commits;
    }

    private static Snapshot parent(Table table, Snapshot snapshot) {
        return snapshot.parentId() == null ? null : table.snapshot(snapshot.parentId());
    }

    /**
     * Reads what {@link #snapshotsJson} wrote.
     *
     * @throws IllegalStateException where it is something else
     */
    public static Map<String, Long> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("these are no snapshots of tables: " + json, e);
        }
    }
}
