package org.gongkai.office;

import java.util.Objects;

/** What became of an office file. */
public sealed interface Opened {
    /**
     * A PDF as lines; pages are joined by a form feed, the columns of a table by two blanks and more.
     *
     * @param text never blank
     */
    record Pages(String text) implements Opened {
        public Pages {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A Word file as XHTML, its tables as tables.
     *
     * @param html never without text
     */
    record Markup(String html) implements Opened {
        public Markup {
            Objects.requireNonNull(html, "html");
        }
    }

    /**
     * It cannot be read.
     *
     * @param why the class of reasons
     * @param detail one sentence for the ledger
     */
    record Closed(Why why, String detail) implements Opened {
        public Closed {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Why a file stays closed. */
    enum Why {
        /** It breaks off, contradicts its own format, or asks for a password. */
        DAMAGED,
        /** It opens and holds no character: pictures of pages. */
        NO_TEXT,
        /** It costs more time or gives more text than the limits allow. */
        TOO_LARGE
    }
}
