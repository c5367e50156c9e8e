package org.gongkai.jobs.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

class OneStepTest {
    private static final int RIVALS = 8;

    @TempDir
    Path folder;

    @Test
    void ofManyAtOnceOneGetsTheNameAndTheOthersStayWhereTheyAre() throws Exception {
        FileSystem fs = FileSystem.getLocal(new Configuration());
        ExecutorService pool = Executors.newFixedThreadPool(RIVALS);
        try {
            List<Callable<Boolean>> moves = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                Path staging = staged("s" + i);
                moves.add(() -> OneStep.move(
                        fs,
                        new org.apache.hadoop.fs.Path(staging.toUri()),
                        new org.apache.hadoop.fs.Path(folder.resolve("0001").toUri())));
            }
            int won = 0;
            for (Future<Boolean> move : pool.invokeAll(moves)) {
                won += move.get() ? 1 : 0;
            }
            assertThat(won).as("folders that got the name").isEqualTo(1);
            try (var names = Files.list(folder)) {
                assertThat(names).as("the one with the name and the others").hasSize(RIVALS);
            }
            try (var inside = Files.list(folder.resolve("0001"))) {
                assertThat(inside).as("nothing was moved into the winner").hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Path staged(String name) throws IOException {
        Path staging = Files.createDirectory(folder.resolve(name));
        Files.writeString(staging.resolve("manifest.json"), name);
        return staging;
    }
}
