package org.gongkai.benchmarks;

import org.gongkai.finding.Finding;
import org.gongkai.place.Identification;
import org.gongkai.place.Identifier;
import org.gongkai.prose.ProseReader;
import org.gongkai.prose.ProseReading;
import org.gongkai.quality.IdentityRules;
import org.gongkai.report.Reading;
import org.gongkai.report.ReportReader;
import org.gongkai.table.TableReader;
import org.gongkai.table.TableReading;
import org.gongkai.text.Decoded;
import org.gongkai.text.Decoder;
import org.gongkai.text.Manuscript;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Documents a second, stage by stage and as a whole, one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReaderBenchmark {
    /** From the submission to everything that is said of it. */
    @Benchmark
    public Reading whole(Corpus corpus) {
        return ReportReader.read(corpus.next().submission());
    }

    /** What tells two documents apart. */
    @Benchmark
    public String sha256(Corpus corpus) {
        return corpus.next().submission().sha256();
    }

    /** Bytes to characters. */
    @Benchmark
    public Decoded decode(Corpus corpus) {
        return Decoder.decode(corpus.next().bytes());
    }

    /** Characters to folded lines, HTML taken apart. */
    @Benchmark
    public Manuscript lines(Corpus corpus) {
        return corpus.next().lines();
    }

    /** Lines to the cells of the form: grid, form and walk. */
    @Benchmark
    public TableReading table(Corpus corpus) {
        return TableReader.read(corpus.next().manuscript());
    }

    /** Who reports, where and for which year. */
    @Benchmark
    public Identification identify(Corpus corpus) {
        Corpus.Document document = corpus.next();
        return Identifier.identify(document.manuscript(), document.table().headingYear(), document.headingLine());
    }

    /** The figures that the sentences state. */
    @Benchmark
    public ProseReading prose(Corpus corpus) {
        Corpus.Document document = corpus.next();
        return ProseReader.read(document.manuscript(), document.table().tableLines(), document.year());
    }

    /** The identities of the form. */
    @Benchmark
    public List<Finding> rules(Corpus corpus) {
        TableReading table = corpus.next().table();
        return IdentityRules.check(table.form(), table.values());
    }
}
