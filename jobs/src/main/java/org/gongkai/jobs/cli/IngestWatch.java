package org.gongkai.jobs.cli;

import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

import java.util.HashMap;
import java.util.Map;

/**
 * Watches an ingest from the driver: how many documents its tasks have read. Running tasks say so with their heartbeat,
 * finished ones at their end; the share that is done is that of the tasks, a running one counted by the documents that
 * one like it took.
 */
final class IngestWatch extends SparkListener {
    /** The name under which the ingest counts its documents. */
    static final String DOCUMENTS = "documents read";

    private final Progress progress;
    private final Map<Long, Long> running = new HashMap<>();
    private long finished;
    private int tasks;
    private int ended;

    IngestWatch(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
        tasks += stage.stageInfo().numTasks();
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates())
                .forEach(task -> CollectionConverters.asJava(task._4())
                        .forEach(a -> count(a).ifPresent(n -> running.put((Long) task._1(), n))));
        show();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        ended++;
        long own = CollectionConverters.asJava(end.taskInfo().accumulables()).stream()
                .flatMap(a -> count(a).stream())
                .mapToLong(Long::longValue)
                .sum();
        running.remove(end.taskInfo().taskId());
        finished += own;
        show();
    }

    private static java.util.Optional<Long> count(AccumulableInfo info) {
        boolean isOurs = info.name().isDefined() && DOCUMENTS.equals(info.name().get());
        return isOurs && info.update().isDefined() && info.update().get() instanceof Number n
                ? java.util.Optional.of(n.longValue())
                : java.util.Optional.empty();
    }

    private void show() {
        long inFlight = running.values().stream().mapToLong(Long::longValue).sum();
        double typical = ended == 0 ? 0 : (double) finished / ended;
        double begun = typical == 0 ? 0 : Math.min(running.size(), inFlight / typical);
        progress.at(
                finished + inFlight,
                tasks == 0 ? 0 : Math.min(1, (ended + begun) / tasks),
                String.format("%,d", finished + inFlight));
    }
}
