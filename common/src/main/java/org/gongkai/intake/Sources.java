package org.gongkai.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.gongkai.intake.Intake.Source;
import org.gongkai.intake.Intake.Step;
import org.gongkai.report.Content;
import org.gongkai.report.Digests;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.text.Particulars;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;

/** The sources behind {@link Intake}: a single file, records, an archive. */
final class Sources {
    /** Chinese archivers write member names in the local charset and do not say so. */
    private static final String MEMBER_NAMES = "GB18030";

    private static final int TAR_BLOCK = 512;

    private Sources() {}

    static Source of(String name, InputStream in, FileKind kind, IntakeLimits limits, int depth) {
        return switch (kind) {
            case TEXT, HTML, PDF, DOC, DOCX -> new OneFile(name, in, kind, limits);
            case JSON, JSON_LINES -> new Records(name, in, kind, limits);
            case ZIP -> {
                Meter packed = new Meter(in);
                ZipArchiveInputStream zip = new ZipArchiveInputStream(packed, MEMBER_NAMES, true, true);
                yield new Archive(name, zip, packed, limits, depth);
            }
            case TAR -> {
                Meter packed = new Meter(in);
                yield new Archive(name, new TarArchiveInputStream(packed, MEMBER_NAMES), packed, limits, depth);
            }
            case GZIP -> new Gzip(name, in, limits, depth);
            case PARQUET -> throw new IllegalArgumentException(name + ": Parquet is read by the jobs");
        };
    }

    /** One file that is one document. */
    private static final class OneFile implements Source {
        private final String name;
        private final InputStream in;
        private final FileKind kind;
        private final IntakeLimits limits;
        private boolean done;

        OneFile(String name, InputStream in, FileKind kind, IntakeLimits limits) {
            this.name = name;
            this.in = in;
            this.kind = kind;
            this.limits = limits;
        }

        @Override
        public Step step() {
            if (done) {
                return new Step.End();
            }
            done = true;
            return new Step.Document(file(name, in, kind, limits));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static Submission file(String name, InputStream in, FileKind kind, IntakeLimits limits) {
        MessageDigest digest = Digests.start();
        try {
            byte[] bytes = in.readNBytes(limits.documentBytes() + 1);
            if (bytes.length > limits.documentBytes()) {
                digest.update(bytes);
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
                return Intake.unusable(
                        name, Rejection.TOO_LARGE, "> " + limits.documentBytes() + " bytes", Digests.end(digest));
            }
            return new Submission(Particulars.ofSource(name), new Content.Bytes(bytes, kind.mediaType()));
        } catch (Meter.BombException e) {
            digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Intake.unusable(name, Rejection.TOO_LARGE, e.getMessage(), Digests.end(digest));
        } catch (Meter.BrokenException e) {
            return broken(name, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Submission broken(String name, String detail) {
        return Intake.unusable(name, Rejection.DAMAGED, detail, Digests.sha256(name + detail));
    }

    /** Records of JSON: one a line, or one object, or an array. */
    private static final class Records implements Source {
        private final String name;
        private final InputStream in;
        private final FileKind kind;
        private final IntakeLimits limits;
        private final ObjectMapper mapper;
        private Optional<JsonParser> parser = Optional.empty();
        private int number;
        private boolean done;

        Records(String name, InputStream in, FileKind kind, IntakeLimits limits) {
            this.name = name;
            this.in = new BufferedInputStream(in, 1 << 16);
            this.kind = kind;
            this.limits = limits;
            this.mapper = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(limits.jsonDepth())
                            .maxStringLength(limits.documentBytes())
                            .build())
                    .build());
        }

        @Override
        public Step step() {
            try {
                return done ? new Step.End() : kind == FileKind.JSON_LINES ? line() : record();
            } catch (JsonProcessingException e) {
                done = true;
                return new Step.Document(damaged(name, e));
            } catch (Meter.BombException e) {
                done = true;
                return new Step.Document(
                        Intake.unusable(name, Rejection.TOO_LARGE, e.getMessage(), Digests.sha256(name)));
            } catch (Meter.BrokenException e) {
                done = true;
                return new Step.Document(broken(name, e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }

        private Step line() throws IOException {
            while (true) {
                MessageDigest digest = Digests.start();
                ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
                long length = 0;
                int b;
                for (b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                    length++;
                    if (length <= limits.documentBytes()) {
                        line.write(b);
                    } else {
                        digest.update((byte) b);
                    }
                }
                if (b < 0 && length == 0) {
                    done = true;
                    return new Step.End();
                }
                number++;
                String place = name + "#" + number;
                if (length > limits.documentBytes()) {
                    digest.update(line.toByteArray());
                    return new Step.Document(
                            Intake.unusable(place, Rejection.TOO_LARGE, length + " bytes", Digests.end(digest)));
                }
                byte[] bytes = line.toByteArray();
                if (new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                    continue;
                }
                try {
                    return new Step.Document(RecordReader.read(place, mapper.readTree(bytes)));
                } catch (JsonProcessingException e) {
                    digest.update(bytes);
                    return new Step.Document(Intake.unusable(place, Rejection.DAMAGED, where(e), Digests.end(digest)));
                }
            }
        }

        private Step record() throws IOException {
            if (parser.isEmpty()) {
                parser = Optional.of(mapper.createParser(in));
            }
            JsonParser json = parser.get();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = json.nextToken();
            }
            if (token == null || token == JsonToken.END_ARRAY) {
                done = true;
                return new Step.End();
            }
            number++;
            return new Step.Document(RecordReader.read(name + "#" + number, mapper.readTree(json)));
        }

        private static Submission damaged(String name, JsonProcessingException e) {
            return Intake.unusable(name, Rejection.DAMAGED, where(e), Digests.sha256(name + where(e)));
        }

        private static String where(JsonProcessingException e) {
            return e.getLocation() == null
                    ? e.getOriginalMessage()
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A gzip file: what is in it is told by its name without {@code .gz}, or by a tar header. */
    private static final class Gzip implements Source {
        private final String name;
        private final InputStream in;
        private final IntakeLimits limits;
        private final int depth;
        private boolean done;

        Gzip(String name, InputStream in, IntakeLimits limits, int depth) {
            this.name = name;
            this.in = in;
            this.limits = limits;
            this.depth = depth;
        }

        @Override
        public Step step() {
            if (done) {
                return new Step.End();
            }
            done = true;
            try {
                Meter packed = new Meter(new BufferedInputStream(in));
                Meter out = new Meter(
                        GzipCompressorInputStream.builder()
                                .setInputStream(packed)
                                .setDecompressConcatenated(true)
                                .get(),
                        packed,
                        limits);
                BufferedInputStream peek = new BufferedInputStream(out, 1 << 16);
                peek.mark(TAR_BLOCK);
                byte[] head = peek.readNBytes(TAR_BLOCK);
                peek.reset();
                String inner = name.replaceAll("(?i)\\.gz$", "");
                FileKind kind = TarArchiveInputStream.matches(head, head.length)
                        ? FileKind.TAR
                        : FileKind.of(inner).filter(k -> k != FileKind.PARQUET).orElse(FileKind.TEXT);
                return enter(kind == FileKind.TAR ? name : inner, peek, kind, limits, depth);
            } catch (IOException e) {
                return new Step.Document(broken(name, String.valueOf(e.getMessage())));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /**
     * A zip or tar archive: its members in their order. Folders, links and what is beside documents by its name
     * (pictures, styles, scripts) are no documents; a member whose name says nothing is told by its bytes.
     */
    private static final class Archive implements Source {
        private final String name;
        private final ArchiveInputStream<?> archive;
        private final Meter packed;
        private final Meter unpacked;
        private final IntakeLimits limits;
        private final int depth;
        private boolean done;
        private boolean seen;

        Archive(String name, ArchiveInputStream<?> archive, Meter packed, IntakeLimits limits, int depth) {
            this.name = name;
            this.archive = archive;
            this.packed = packed;
            this.unpacked = new Meter(archive, packed, limits);
            this.limits = limits;
            this.depth = depth;
        }

        @Override
        public Step step() {
            String member = name;
            try {
                while (!done) {
                    ArchiveEntry entry = archive.getNextEntry();
                    if (entry == null) {
                        done = true;
                        return seen ? new Step.End() : lost(name, "no member: empty, or not an archive");
                    }
                    seen = true;
                    // A link counts as a file there, and its content is nowhere or under another name.
                    boolean link = entry instanceof TarArchiveEntry tar
                            && (!tar.isFile() || tar.isSymbolicLink() || tar.isLink());
                    if (entry.isDirectory() || link || FileKind.isBesideDocuments(entry.getName())) {
                        continue;
                    }
                    member = name + "!/" + entry.getName();
                    if (!archive.canReadEntryData(entry)) {
                        return lost(member, "encrypted or packed in an unknown way");
                    }
                    // A name that says nothing is no reason to drop a report: the bytes say whether it is one.
                    FileKind kind = FileKind.of(entry.getName()).orElse(FileKind.TEXT);
                    return kind == FileKind.PARQUET
                            ? lost(member, "Parquet inside an archive: to be unpacked first")
                            : enter(member, new Unclosed(unpacked), kind, limits, depth);
                }
                return new Step.End();
            } catch (Meter.BombException e) {
                done = true;
                return new Step.Document(
                        Intake.unusable(member, Rejection.TOO_LARGE, e.getMessage(), Digests.sha256(member)));
            } catch (IOException e) {
                done = true;
                return lost(member, String.valueOf(e.getMessage()));
            }
        }

        private static Step lost(String name, String detail) {
            return new Step.Document(broken(name, detail));
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }

    private static Step enter(String name, InputStream in, FileKind kind, IntakeLimits limits, int depth) {
        if (kind.isDocument()) {
            return new Step.Document(file(name, in, kind, limits));
        }
        boolean packed = kind == FileKind.ZIP || kind == FileKind.TAR || kind == FileKind.GZIP;
        int below = packed && kind != FileKind.TAR ? depth + 1 : depth;
        if (below > limits.nesting()) {
            return new Step.Document(Intake.unusable(
                    name,
                    Rejection.TOO_LARGE,
                    "archives nested deeper than " + limits.nesting(),
                    Digests.sha256(name)));
        }
        return new Step.Inside(of(name, in, kind, limits, below));
    }

    /** A member's stream, whose end must not close the archive. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {
            // the archive goes on to its next member
        }
    }
}
