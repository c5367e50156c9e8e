package org.gongkai.report;

import org.gongkai.text.Manuscript;

import java.util.Objects;
import java.util.Optional;

/**
 * A submission after it was read.
 *
 * @param sha256 of the submission
 * @param mediaType what it turned out to be
 * @param manuscript its lines; without lines where it is no text
 * @param outcome parsed or rejected
 */
public record Reading(String sha256, String mediaType, Manuscript manuscript, Outcome outcome) {
    public Reading {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(manuscript, "manuscript");
        Objects.requireNonNull(outcome, "outcome");
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    /** The report, whether it counts or was only read as far as it went. */
    public Optional<Report> report() {
        if (outcome instanceof Outcome.Parsed parsed) {
            return Optional.of(parsed.report());
        }
        return ((Outcome.Rejected) outcome).asFarAsRead();
    }
}
