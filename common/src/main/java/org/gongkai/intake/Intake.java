package org.gongkai.intake;

import org.gongkai.report.Content;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The documents of one file, archive or stream of records, one after the other.
 *
 * <p>A file {@code a.txt} is one submission with the source {@code a.txt}; the third record of {@code b.jsonl} has the
 * source {@code b.jsonl#3} unless the record names its own; a member of an archive {@code c.zip!/2018/x.html}. An
 * archive or a file of records that breaks off gives the documents before the break and one unusable submission for the
 * rest. Reading errors of the medium itself are {@link java.io.UncheckedIOException}s.
 *
 * <p>Not thread-safe; to be closed.
 */
public final class Intake implements Iterator<Submission>, Closeable {
    private final Deque<Source> sources = new ArrayDeque<>();
    private Optional<Submission> next = Optional.empty();

    private Intake(Source first) {
        sources.push(first);
    }

    /**
     * Opens a stream; closing the intake closes it.
     *
     * @param name path or address, for the source of the submissions
     * @param in its bytes
     * @param kind what it holds; {@link FileKind#PARQUET} is not for this door ({@link IllegalArgumentException})
     * @param limits how much it may cost
     */
    public static Intake open(String name, InputStream in, FileKind kind, IntakeLimits limits) {
        return new Intake(Sources.of(name, in, kind, limits, 0));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !sources.isEmpty()) {
            Step step = sources.peek().step();
            if (step instanceof Step.Document document) {
                next = Optional.of(document.submission());
            } else if (step instanceof Step.Inside inside) {
                sources.push(inside.source());
            } else {
                closeQuietly(sources.pop());
            }
        }
        return next.isPresent();
    }

    @Override
    public Submission next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Submission submission = next.orElseThrow();
        next = Optional.empty();
        return submission;
    }

    @Override
    public void close() {
        while (!sources.isEmpty()) {
            closeQuietly(sources.pop());
        }
    }

    private static void closeQuietly(Source source) {
        try {
            source.close();
        } catch (IOException e) {
            // everything that was to be read has been read; there is nothing left to lose
        }
    }

    /** Something that gives documents one after the other. */
    interface Source extends Closeable {
        Step step();
    }

    /** What a source gives next. */
    sealed interface Step {
        record Document(Submission submission) implements Step {}

        /** A source inside this one, to be emptied before going on. */
        record Inside(Source source) implements Step {}

        record End() implements Step {}
    }

    static Submission unusable(String name, Rejection reason, String detail, String sha256) {
        return new Submission(Particulars.ofSource(name), new Content.Unusable(reason, detail, sha256));
    }
}
