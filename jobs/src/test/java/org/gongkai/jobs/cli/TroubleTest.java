package org.gongkai.jobs.cli;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleTest {
    @Test
    void aFullDiskIsNoDefect() {
        Exception failure = new UncheckedIOException(
                "the ingest could not be written", new IOException("/data/x: No space left on device"));
        assertThat(Trouble.of(failure)).hasValueSatisfying(t -> assertThat(t).startsWith("the disk is full"));
    }

    @Test
    void neitherIsAClusterWithoutMemory() {
        Exception failure =
                new IllegalStateException("job aborted", new RuntimeException("java.lang.OutOfMemoryError: heap"));
        assertThat(Trouble.of(failure)).hasValueSatisfying(t -> assertThat(t).contains("memory"));
    }

    @Test
    void norAnExecutorThatIsEndingAlready() {
        Exception failure = new IllegalStateException("Lost task 0.3 in stage 0.0 (executor 0): "
                + "java.util.concurrent.RejectedExecutionException: Task rejected from ThreadPoolExecutor[Shutting down]\n"
                + "\tat org.apache.spark.executor.Executor.launchTask(Executor.scala:560)");
        assertThat(Trouble.of(failure)).hasValueSatisfying(t -> assertThat(t).contains("memory"));
    }

    @Test
    void anythingElseIs() {
        assertThat(Trouble.of(new IllegalStateException("the ledger does not balance")))
                .isEmpty();
    }
}
