package org.gongkai.report;

import java.util.Objects;
import java.util.Optional;

/** What became of a document. */
public sealed interface Outcome {
    /** It is a report and counts. */
    record Parsed(Report report) implements Outcome {
        public Parsed {
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * It does not count.
     *
     * @param reason why
     * @param detail the place or the figure that shows it, in a few words; may be empty
     * @param asFarAsRead what could be read all the same, for a person to look at; never counted
     */
    record Rejected(Rejection reason, String detail, Optional<Report> asFarAsRead) implements Outcome {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(asFarAsRead, "asFarAsRead");
        }
    }
}
