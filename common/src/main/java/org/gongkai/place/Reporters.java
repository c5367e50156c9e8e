package org.gongkai.place;

import org.gongkai.text.Particulars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which phrase of a document names the body that reports: the title first, then what was given beside the text, a
 * sentence that says whose report it is, the publisher, the signature, and last the sentence that says whom to ask.
 * Stateless.
 */
final class Reporters {
    /**
     * A phrase that names a body.
     *
     * @param subject the phrase taken apart
     * @param from where it stands, as in {@link Evidence}
     * @param line 1-based line, 0 for what was given beside the text
     * @param inserted what stands in brackets inside the phrase, see {@link Title}
     */
    record Named(Subject subject, String from, int line, String inserted) {}

    private static final Pattern GOVERNMENT_OFFICE = Pattern.compile("(?:人民政府|行政公署|行署|政府)办(?:公[室厅])?$");
    private static final Pattern OWN_GOVERNMENT = Pattern.compile("我(?:县|市|区|旗|州|省|盟)(?!委|政务|政法|教|财|司|公安|交|局)");
    private static final Pattern OWN_BODY = Pattern.compile("[我本](?:局|委|办|厅|院|中心|队|会|部|处|室|支队|大队|站|所|馆|行)");

    private Reporters() {}

    /** The first phrase, in the order of the evidence, that names a body. */
    static Optional<Named> first(
            Optional<Title> title, Particulars given, Clues clues, OpeningReader opening, int year) {
        Optional<Named> named = title.flatMap(t -> t.subject()
                .flatMap(s -> SubjectReader.read(s, year))
                .filter(Subject::hasBody)
                .map(s -> new Named(s, t.line() == 0 ? "given" : "title", t.line(), t.inserted())));
        if (named.isPresent()) {
            return named;
        }
        List<Named> others = new ArrayList<>();
        title.ifPresent(t -> t.hints().forEach(h -> add(others, h, "title", t.line(), year)));
        given.publisher().map(TitleReader::plain).ifPresent(p -> add(others, p, "given", 0, year));
        boolean ofGovernment = speaksForGovernment(opening.text());
        sentences(others, opening, OpeningReader.Strength.AUTHOR, ofGovernment, year);
        clues.publishers().forEach(c -> add(others, c.value(), "publisher", c.line(), year));
        clues.signature().ifPresent(c -> add(others, c.value(), "signature", c.line(), year));
        sentences(others, opening, OpeningReader.Strength.LIKELY, ofGovernment, year);
        return others.stream().findFirst();
    }

    /** 我县, and nowhere 我局: the report is the government's, whoever drew it up for it. */
    private static boolean speaksForGovernment(PlainText text) {
        return OWN_GOVERNMENT.matcher(text.text()).find()
                && !OWN_BODY.matcher(text.text()).find();
    }

    private static void sentences(
            List<Named> to, OpeningReader opening, OpeningReader.Strength strength, boolean ofGovernment, int year) {
        for (OpeningReader.Said s : opening.said()) {
            if (s.strength() != strength) {
                continue;
            }
            String phrase = s.phrase();
            if (ofGovernment) {
                phrase = GOVERNMENT_OFFICE.matcher(phrase).replaceFirst("人民政府");
            }
            List<Named> read = new ArrayList<>();
            add(read, phrase, "text", opening.text().line(s.offset()), year);
            for (Named n : read) {
                boolean department = n.subject().town().isEmpty()
                        && n.subject().zone().isEmpty()
                        && !n.subject().stem().endsWith("政府");
                boolean placed =
                        !n.subject().chains().isEmpty() || !n.subject().town().isEmpty();
                if (!(ofGovernment && department) && (placed || strength == OpeningReader.Strength.AUTHOR)) {
                    to.add(n);
                }
            }
        }
    }

    /** A publisher or a signature may be a place alone, which is no reporter yet. */
    private static void add(List<Named> to, String phrase, String from, int line, int year) {
        Title parts = phrase.indexOf('(') < 0 ? null : TitleReader.read(phrase, line);
        String name = parts == null ? phrase : parts.subject().orElse(phrase);
        SubjectReader.read(name, year)
                .filter(s -> !s.stem().isEmpty()
                        || !s.town().isEmpty()
                        || !s.zone().isEmpty() && !s.chains().isEmpty())
                .map(s -> new Named(s, from, line, parts == null ? "" : parts.inserted()))
                .ifPresent(to::add);
    }
}
