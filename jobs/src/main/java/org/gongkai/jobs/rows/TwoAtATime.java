package org.gongkai.jobs.rows;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on tables that do not depend on each other, two of them at a time: what is done for one alone uses one core. */
public final class TwoAtATime {
    private TwoAtATime() {}

    /**
     * Does all of it, begun in this order.
     *
     * @param work by table, gives a number of rows
     * @param what said of a failure
     * @return the numbers by table
     * @throws IOException the first failure met; what had not begun is left undone
     */
    public static Map<String, Long> each(Map<String, Callable<Long>> work, String what) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Map<String, Future<Long>> begun = new LinkedHashMap<>();
            work.forEach((table, task) -> begun.put(table, pool.submit(task)));
            Map<String, Long> rows = new TreeMap<>();
            for (Map.Entry<String, Future<Long>> table : begun.entrySet()) {
                rows.put(table.getKey(), table.getValue().get());
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + what, e);
        } catch (ExecutionException e) {
            throw new IOException(what + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
