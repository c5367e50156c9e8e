package org.gongkai.office;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens PDF and Word files. Thread-safe; no state. The libraries behind it are loaded with the first such file, so that
 * texts pay nothing for them.
 *
 * <p>What kind of file it is, its first bytes tell, never its name: a saved page or a text called {@code .doc} is none
 * of ours and left to the text room. Files embedded in the file are not opened. A file is read in a thread of its own,
 * which is interrupted and left behind when its time is over; a bad file is a {@link Opened.Closed}, never an exception.
 */
public final class OfficeFiles {
    private static final int STACK = 4 << 20;

    /** The kinds that can be opened. */
    public enum Kind {
        PDF("application/pdf"),
        /** Word of 2007 and later: a zip of XML parts. */
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        /** Word of 97 to 2003, and what writes the same format. */
        DOC("application/msword"),
        RTF("application/rtf");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type, as {@code documents.media_type} carries it. */
        public String mediaType() {
            return mediaType;
        }
    }

    private OfficeFiles() {}

    /**
     * The kind of a file.
     *
     * @param format what its first bytes show, as {@code Decoded.Binary} names it: {@code pdf}, {@code zip}, {@code
     *     ole2}, {@code rtf}; a zip counts as Word, which only its opening can confirm
     * @return empty for any other format
     */
    public static Optional<Kind> kind(String format) {
        return switch (format) {
            case "pdf" -> Optional.of(Kind.PDF);
            case "zip" -> Optional.of(Kind.DOCX);
            case "ole2" -> Optional.of(Kind.DOC);
            case "rtf" -> Optional.of(Kind.RTF);
            default -> Optional.empty();
        };
    }

    /** Opens a file with the usual limits. */
    public static Opened open(Kind kind, byte[] bytes) {
        return open(kind, bytes, OfficeLimits.DEFAULT);
    }

    /** Opens a file. */
    public static Opened open(Kind kind, byte[] bytes, OfficeLimits limits) {
        FutureTask<Opened> work = new FutureTask<>(
                () -> kind == Kind.PDF ? PdfPages.read(bytes, limits) : WordMarkup.read(kind, bytes, limits));
        Thread thread = new Thread(null, work, "gongkai-office", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            return new Opened.Closed(
                    Opened.Why.TOO_LARGE, "takes more than " + limits.time().toSeconds() + " s to open");
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was being opened", e);
        } catch (ExecutionException e) {
            // The parsers throw whatever the bytes make them stumble over, errors of the stack and the heap included.
            return new Opened.Closed(Opened.Why.DAMAGED, sentence(e.getCause()));
        }
    }

    private static String sentence(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        String sentence = root.getClass().getSimpleName() + message;
        return sentence.length() <= 200 ? sentence : sentence.substring(0, 200);
    }
}
