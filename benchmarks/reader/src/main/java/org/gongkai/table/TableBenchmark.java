package org.gongkai.table;

import org.gongkai.benchmarks.Corpus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The stages inside the table room, documents a second; {@code form} takes the grid along. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TableBenchmark {
    /** Lines to rows of cells. */
    @Benchmark
    public Object grid(Corpus corpus) {
        return Grid.of(corpus.next().manuscript());
    }

    /** Lines to rows of cells, and those to the form that they follow. */
    @Benchmark
    public Object form(Corpus corpus) {
        List<Row> rows = Grid.of(corpus.next().manuscript());
        return TableReader.form(rows);
    }
}
