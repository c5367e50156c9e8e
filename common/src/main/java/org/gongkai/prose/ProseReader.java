package org.gongkai.prose;

import org.gongkai.text.Line;
import org.gongkai.text.Manuscript;
import org.gongkai.text.Paragraph;
import org.gongkai.text.Paragraphs;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the figures that the narrative text of a report states.
 *
 * <p>{@code 2018年，我局通过政务微博发布政府信息105条，关注人数52人。未收到政府信息公开申请。} gives {@code channel.weibo} 105, {@code followers.weibo} 52 and
 * {@code requests.received} 0. What the words mean is data ({@code data/reference/prose}); this is the machine. It prefers to
 * miss a figure: a part of a total, a figure of last year, one of two platforms together is not read. Thread-safe; time
 * is linear in the length of the text.
 */
public final class ProseReader {
    private static final int TITLE_LINES = 8;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_LABEL = 200;

    private ProseReader() {}

    /**
     * What a document says outside its tables; the report year is taken from what is given beside the text or from its
     * title.
     *
     * @param manuscript the document
     * @param tableLines numbers of the lines that belong to tables and are not read
     */
    public static ProseReading read(Manuscript manuscript, Set<Integer> tableLines) {
        return read(manuscript, tableLines, reportYear(manuscript));
    }

    /**
     * What a document says outside its tables.
     *
     * @param manuscript the document
     * @param tableLines numbers of the lines that belong to tables and are not read
     * @param reportYear the year that the report is about; without it the figures of any year are taken
     */
    public static ProseReading read(Manuscript manuscript, Set<Integer> tableLines, OptionalInt reportYear) {
        Memory memory = new Memory(reportYear);
        YearColumns columns = YearColumns.of(manuscript, tableLines, reportYear);
        YearRows years = YearRows.of(manuscript, tableLines, reportYear);
        Set<Integer> without = tableLines;
        if (!columns.lines().isEmpty() || !years.lines().isEmpty()) {
            without = new HashSet<>(tableLines);
            without.addAll(columns.lines());
            without.addAll(years.lines());
        }
        for (Paragraph paragraph : Paragraphs.of(manuscript, without)) {
            read(memory, paragraph);
        }
        columns.rows().forEach(row -> read(memory, row));
        years.rows().forEach(row -> read(memory, row));
        List<Value> values = Settlement.settle(memory.claims, reportYear).stream()
                .map(ProseReader::value)
                .toList();
        return new ProseReading(values, memory.breakdowns);
    }

    private static void read(Memory memory, Paragraph paragraph) {
        String text = paragraph.text();
        List<List<Mark>> sentences = Scanner.scan(text, Vocabulary.get());
        int start = 0;
        boolean first = true;
        memory.enterParagraph();
        for (List<Mark> marks : sentences) {
            int end = marks.get(marks.size() - 1).end();
            if (first && isTitle(text, start, end, marks)) {
                memory.enterSection(new Span(text, start, end, marks));
            } else {
                Places lead = memory.lead;
                SentenceReader.read(memory, paragraph, marks, start);
                if (lead.equals(memory.lead)) {
                    memory.lead = Places.NONE;
                }
            }
            first = false;
            start = end;
        }
    }

    /** A numbered line, or the first words of a paragraph, that state nothing. */
    private static boolean isTitle(String text, int start, int end, List<Mark> marks) {
        return end - start <= LONGEST_TITLE
                && marks.stream()
                        .noneMatch(m -> m instanceof Mark.Figure
                                || m instanceof Mark.Word word && Span.hasAny(word.tags(), "neg", "nofee")
                                || m instanceof Mark.Point point && point.sign() == ',')
                && (start == 0 && Paragraphs.isHeading(text)
                        || marks.get(marks.size() - 1) instanceof Mark.Point
                        || end == text.length());
    }

    private static Value value(Claim claim) {
        String label = claim.label();
        return new Value(
                claim.indicator(),
                Value.TOTAL,
                Optional.of(Units.inCatalogueUnit(claim)),
                Units.of(claim.indicator()),
                claim.approximate() ? Status.APPROXIMATE : Status.NORMAL,
                Origin.PROSE,
                claim.line(),
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label,
                claim.printed());
    }

    private static OptionalInt reportYear(Manuscript manuscript) {
        if (manuscript.particulars().reportYear().isPresent()) {
            return manuscript.particulars().reportYear();
        }
        OptionalInt given =
                manuscript.particulars().title().map(ProseReader::titleYear).orElse(OptionalInt.empty());
        if (given.isPresent()) {
            return given;
        }
        return manuscript.lines().stream()
                .filter(l -> !l.isBlank())
                .limit(TITLE_LINES)
                .map(Line::text)
                .filter(t -> t.length() <= 2 * LONGEST_TITLE)
                .map(ProseReader::titleYear)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt titleYear(String title) {
        return Scanner.scan(title, Vocabulary.get()).stream()
                .flatMap(List::stream)
                .filter(Mark.Year.class::isInstance)
                .mapToInt(m -> ((Mark.Year) m).year())
                .findFirst();
    }
}
