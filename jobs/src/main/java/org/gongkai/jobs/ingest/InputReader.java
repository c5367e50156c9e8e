package org.gongkai.jobs.ingest;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.report.Content;
import org.gongkai.report.Digests;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Opens the pieces of an input on any file system and hands over one submission after the other. What cannot be opened,
 * or breaks off, is a submission as well: no file ends the job. Not thread-safe.
 */
final class InputReader {
    private static final int BUFFER = 64 << 10;

    private final Configuration hadoop;
    private final IntakeLimits limits;
    private final Receiver receiver;

    /** Takes submissions as they are read. */
    @FunctionalInterface
    interface Receiver {
        /**
         * Takes one.
         *
         * @param position where in the file: grows from one to the next
         */
        void accept(long position, Submission submission) throws IOException;
    }

    InputReader(Configuration hadoop, IntakeLimits limits, Receiver receiver) {
        this.hadoop = hadoop;
        this.limits = limits;
        this.receiver = receiver;
    }

    /** Reads a piece; throws only what the receiver throws. */
    void read(InputSlice.Piece piece) throws IOException {
        Path path = new Path(piece.path());
        if (piece.kind() == FileKind.PARQUET) {
            new ParquetRecords(receiver, piece.name()).read(path, hadoop);
            return;
        }
        FSDataInputStream in;
        try {
            in = path.getFileSystem(hadoop).open(path, BUFFER);
        } catch (IOException e) {
            receiver.accept(0, damaged(piece.name(), "cannot be opened: " + e.getMessage()));
            return;
        }
        if (piece.kind() == FileKind.JSON_LINES) {
            try (in) {
                new JsonLines(limits, receiver).read(in, piece);
            }
        } else {
            intake(piece, in);
        }
    }

    private void intake(InputSlice.Piece piece, FSDataInputStream in) throws IOException {
        try (Intake intake = Intake.open(piece.name(), in, piece.kind(), limits)) {
            for (long position = 0; ; position++) {
                Submission submission;
                try {
                    if (!intake.hasNext()) {
                        return;
                    }
                    submission = intake.next();
                } catch (RuntimeException e) {
                    // The medium failed, or an archive broke a library: the rest of this file is lost, and is said to
                    // be.
                    receiver.accept(position, damaged(piece.name(), "breaks off: " + e.getMessage()));
                    return;
                }
                receiver.accept(position, submission);
            }
        }
    }

    /** What stands for something that could not be read; the same trouble at the same place is the same document. */
    static Submission damaged(String place, String detail) {
        return unusable(place, Rejection.DAMAGED, detail, (place + '\u001f' + detail).getBytes(StandardCharsets.UTF_8));
    }

    /** The same, known again by the bytes that were there. */
    static Submission unusable(String place, Rejection reason, String detail, byte[] evidence) {
        return new Submission(
                Particulars.ofSource(place), new Content.Unusable(reason, detail, Digests.sha256(evidence)));
    }
}
