package org.gongkai.report;

import org.gongkai.text.Particulars;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * One document as it came in.
 *
 * @param particulars where it comes from and what was given beside it
 * @param content the document itself
 */
public record Submission(Particulars particulars, Content content) {
    private static final char UNIT_SEPARATOR = '\u001f';

    public Submission {
        Objects.requireNonNull(particulars, "particulars");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Lower-case hexadecimal SHA-256: of the bytes of a file; of text, HTML or figures together with the particulars
     * that were given with them (but not the source), since the same words under another title are another document.
     */
    public String sha256() {
        MessageDigest digest = Digests.start();
        if (content instanceof Content.Bytes file) {
            return Digests.sha256(file.bytes());
        }
        if (content instanceof Content.Unusable unusable) {
            return unusable.sha256();
        }
        StringBuilder given = new StringBuilder();
        particulars.title().ifPresent(given::append);
        given.append(UNIT_SEPARATOR);
        particulars.publisher().ifPresent(given::append);
        given.append(UNIT_SEPARATOR);
        particulars.regionCode().ifPresent(given::append);
        given.append(UNIT_SEPARATOR);
        particulars.reportYear().ifPresent(given::append);
        given.append(UNIT_SEPARATOR);
        particulars.publishedOn().ifPresent(given::append);
        given.append(UNIT_SEPARATOR);
        digest.update(given.toString().getBytes(StandardCharsets.UTF_8));
        if (content instanceof Content.Text text) {
            digest.update(text.text().getBytes(StandardCharsets.UTF_8));
        } else if (content instanceof Content.Html html) {
            digest.update(html.html().getBytes(StandardCharsets.UTF_8));
        } else if (content instanceof Content.Figures data) {
            for (Content.Figure figure : data.figures()) {
                digest.update((figure.indicator()
                                + UNIT_SEPARATOR
                                + figure.requester()
                                + UNIT_SEPARATOR
                                + figure.value().map(v -> v.toPlainString()).orElse("")
                                + UNIT_SEPARATOR
                                + figure.unit()
                                + UNIT_SEPARATOR)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return Digests.end(digest);
    }
}
