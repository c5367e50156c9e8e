package org.gongkai.text;

import java.nio.charset.Charset;
import java.util.Objects;

/** What the bytes of a document turned out to be. */
public sealed interface Decoded {
    /**
     * Characters.
     *
     * @param text without a byte order mark
     * @param charset how they were encoded
     * @param replaced number of bytes that made no character and became U+FFFD
     */
    record Text(String text, Charset charset, int replaced) implements Decoded {
        public Text {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(charset, "charset");
        }
    }

    /**
     * No text at all.
     *
     * @param format what it is, as far as its first bytes tell: {@code pdf}, {@code zip}, {@code ole2}, {@code png},
     *     {@code jpeg}, {@code gif}, {@code gzip}, {@code rar}, {@code 7z}, {@code rtf} or {@code binary}
     * @param reason one sentence for the ledger
     */
    record Binary(String format, String reason) implements Decoded {
        public Binary {
            if (format.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("a refusal names the format and the reason");
            }
        }
    }
}
