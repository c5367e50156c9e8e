package org.gongkai.jobs.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.intake.RecordReader;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;

import java.io.IOException;
import java.util.Arrays;

/**
 * A record a line, of a whole file or of a range of one. A line belongs to the range in which it begins. A bad line
 * costs itself only. Not thread-safe.
 */
final class JsonLines {
    private static final byte[] LINE_END = {'\n'};
    private static final int BUFFER = 256 << 10;

    private final IntakeLimits limits;
    private final InputReader.Receiver receiver;
    private final ObjectReader json;

    JsonLines(IntakeLimits limits, InputReader.Receiver receiver) {
        this.limits = limits;
        this.json = new ObjectMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(limits.jsonDepth())
                                .maxStringLength(limits.documentBytes())
                                .build())
                        .build())
                .readerFor(JsonNode.class);
        this.receiver = receiver;
    }

    /** Reads a piece of a file. In a file cut into ranges a record is named by its first byte, else by its line. */
    void read(FSDataInputStream in, InputSlice.Piece piece) throws IOException {
        long begin = piece.start();
        LineReader lines;
        Text line = new Text();
        try {
            if (begin > 0) {
                in.seek(begin - 1);
                lines = new LineReader(in, BUFFER, LINE_END);
                begin += lines.readLine(line, 1, Integer.MAX_VALUE) - 1L;
            } else {
                lines = new LineReader(in, BUFFER, LINE_END);
            }
        } catch (IOException e) {
            refuse(begin, piece.name(), "cannot be read: " + e.getMessage());
            return;
        }
        read(lines, line, piece.name(), begin, piece.end(), !piece.whole());
    }

    private void read(LineReader lines, Text line, String name, long begin, long end, boolean byOffset)
            throws IOException {
        long position = begin;
        int number = 0;
        int longest = limits.documentBytes();
        while (position < end) {
            int consumed;
            try {
                consumed = lines.readLine(line, longest + 1, Integer.MAX_VALUE);
            } catch (IOException | RuntimeException e) {
                refuse(position, name, "breaks off: " + e.getMessage());
                return;
            }
            if (consumed == 0) {
                return;
            }
            number++;
            String place = name + "#" + (byOffset ? "byte=" + position : Integer.toString(number));
            if (line.getLength() > longest) {
                byte[] evidence = Arrays.copyOf(line.getBytes(), Math.min(line.getLength(), 64 << 10));
                receiver.accept(
                        position,
                        InputReader.unusable(
                                place, Rejection.TOO_LARGE, "a line of more than " + longest + " bytes", evidence));
            } else if (!isBlank(line)) {
                receiver.accept(position, record(line, place));
            }
            position += consumed;
        }
    }

    private Submission record(Text line, String place) {
        byte[] bytes = line.getBytes();
        int start = startsWithMark(bytes, line.getLength()) ? 3 : 0;
        JsonNode node;
        try {
            node = json.readValue(bytes, start, line.getLength() - start);
        } catch (IOException e) {
            return InputReader.unusable(place, Rejection.DAMAGED, firstLine(e), Arrays.copyOf(bytes, line.getLength()));
        }
        try {
            return RecordReader.read(place, node);
        } catch (RuntimeException e) {
            // A defect of ours, and still only this record is lost.
            return InputReader.unusable(
                    place, Rejection.DAMAGED, "cannot be read: " + e, Arrays.copyOf(bytes, line.getLength()));
        }
    }

    private void refuse(long position, String name, String detail) throws IOException {
        receiver.accept(position, InputReader.damaged(name, detail));
    }

    private static boolean startsWithMark(byte[] bytes, int length) {
        return length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    private static boolean isBlank(Text line) {
        for (int i = 0; i < line.getLength(); i++) {
            if (line.getBytes()[i] > ' ' || line.getBytes()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** What the JSON reader complains about, without the excerpt of the source that follows. */
    static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return "not JSON: " + (end < 0 ? message : message.substring(0, end));
    }
}
