package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a submission holds: exactly one of the forms in which documents reach us. */
public sealed interface Content {
    /**
     * A file as it stands, charset and kind still to be found out.
     *
     * @param bytes the whole file; not copied, not to be changed afterwards
     * @param mediaType {@code text/plain}, {@code text/html} or, where nobody said, {@code application/octet-stream}
     */
    record Bytes(byte[] bytes, String mediaType) implements Content {
        public Bytes {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(mediaType, "mediaType");
        }
    }

    /** Text that was extracted already; pages are joined by a form feed. */
    record Text(String text) implements Content {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** HTML as characters. */
    record Html(String html) implements Content {
        public Html {
            Objects.requireNonNull(html, "html");
        }
    }

    /** Figures given as data, without a text to read. */
    record Figures(List<Figure> figures) implements Content {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Something that came in and could not be opened.
     *
     * @param reason why
     * @param detail the place that shows it
     * @param sha256 of as much of it as was seen
     */
    record Unusable(Rejection reason, String detail, String sha256) implements Content {
        public Unusable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /**
     * One figure given as data.
     *
     * @param indicator code of the catalogue
     * @param requester applicant column, {@code _T} for the total
     * @param value the number; empty where the data say that none was stated
     * @param unit unit as given, empty for the catalogue's
     */
    record Figure(String indicator, String requester, Optional<BigDecimal> value, String unit) {
        public Figure {
            Objects.requireNonNull(value, "value");
            if (indicator.isBlank() || requester.isBlank()) {
                throw new IllegalArgumentException("a figure needs an indicator and a requester");
            }
        }
    }
}
