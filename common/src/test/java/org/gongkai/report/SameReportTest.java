package org.gongkai.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.office.PdfMaker;
import org.gongkai.office.Sheets;
import org.gongkai.office.WordMaker;
import org.gongkai.table.PrintedForm;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** One invented report, saved in every way in which reports reach us, says the same. */
class SameReportTest {
    private static final String PROSE = "2017年，本局主动公开政府信息321条，其中政府网站公开200条、政务微博公开121条。";

    @ParameterizedTest(name = "form of {0}, figures {1}")
    @CsvSource({"2014,1", "2014,2", "2019,3", "2019,4", "2021,5", "2021,6"})
    void every_medium_gives_the_same_observations(String form, int seed) throws IOException {
        PrintedForm printed = PrintedForm.of(form, new Random(seed));
        List<Sheets.Block> report = Sheets.of(printed, "沙坡头区林业局2017年政府信息公开工作年度报告", PROSE);
        Map<String, byte[]> media = media(report);
        Map<String, BigDecimal> expected = new TreeMap<>(printed.expected());
        Map<String, BigDecimal> prose = null;
        for (Map.Entry<String, byte[]> medium : media.entrySet()) {
            Reading reading = read(medium.getKey(), medium.getValue());
            assertThat(reading.outcome())
                    .as("form %s as %s", form, medium.getKey())
                    .isInstanceOf(Outcome.Parsed.class);
            Report read = reading.report().orElseThrow();
            assertThat(read.identification().reportYear()).hasValue(2017);
            assertThat(differences(figures(read, Origin.FORM), expected))
                    .as("figures of form %s read from %s, printed and read", form, medium.getKey())
                    .isEmpty();
            Map<String, BigDecimal> said = figures(read, Origin.PROSE);
            assertThat(said).as("figures of the text in %s", medium.getKey()).isEqualTo(prose == null ? said : prose);
            prose = said;
        }
        assertThat(prose).isNotEmpty();
    }

    /** On A4 the labels of a matrix are wrapped above and below their figures: some are lost, none is another's. */
    @ParameterizedTest(name = "form of {0}, figures {1}")
    @CsvSource({"2014,1", "2014,2", "2019,3", "2019,4", "2021,5", "2021,6", "2019,7", "2021,8"})
    void a_narrow_pdf_loses_figures_rather_than_mix_them(String form, int seed) {
        PrintedForm printed = PrintedForm.of(form, new Random(seed));
        byte[] pdf = PdfMaker.narrow(Sheets.of(printed, "沙坡头区林业局2017年政府信息公开工作年度报告", PROSE));
        Map<String, BigDecimal> read = figures(read("narrow.pdf", pdf).report().orElseThrow(), Origin.FORM);
        read.values().removeIf(NOTHING::equals);
        assertThat(read).as("figures of form %s on narrow paper", form).isNotEmpty();
        Map<String, BigDecimal> expected = new TreeMap<>(printed.expected());
        expected.keySet().retainAll(read.keySet());
        assertThat(differences(read, expected)).as("printed and read").isEmpty();
        if (form.equals("2014")) {
            assertThat(read).hasSameSizeAs(printed.expected());
        }
    }

    private static Map<String, String> differences(Map<String, BigDecimal> read, Map<String, BigDecimal> expected) {
        Map<String, String> differences = new TreeMap<>();
        expected.forEach((cell, figure) -> {
            if (!read.containsKey(cell) || read.get(cell).compareTo(figure) != 0) {
                differences.put(cell, figure + " read as " + read.get(cell));
            }
        });
        return differences;
    }

    private static final BigDecimal NOTHING = BigDecimal.valueOf(-999_999);

    private static Map<String, BigDecimal> figures(Report report, Origin origin) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Value value : report.values()) {
            if (value.origin() == origin) {
                BigDecimal amount = value.amount().orElse(NOTHING);
                figures.put(
                        PrintedForm.key(value.indicator(), value.requester()),
                        amount.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(amount.toPlainString()));
            }
        }
        return figures;
    }

    private static Map<String, byte[]> media(List<Sheets.Block> report) throws IOException {
        String html = html(report);
        String text = text(report);
        byte[] docx = WordMaker.docx(report);
        byte[] pdf = PdfMaker.wide(report);
        Map<String, byte[]> media = new LinkedHashMap<>();
        media.put("a.txt", text.getBytes(StandardCharsets.UTF_8));
        media.put("gb18030.txt", text.getBytes(Charset.forName("GB18030")));
        media.put("utf16.txt", text.getBytes(StandardCharsets.UTF_16));
        media.put("utf16le.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        media.put("utf16le-unmarked.txt", text.getBytes(StandardCharsets.UTF_16LE));
        media.put("utf16be-unmarked.txt", text.getBytes(StandardCharsets.UTF_16BE));
        media.put("utf8-marked.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        media.put("utf16le.html", ("\ufeff" + html).getBytes(StandardCharsets.UTF_16LE));
        media.put("gb18030.html", html.getBytes(Charset.forName("GB18030")));
        media.put("a.html", html.getBytes(StandardCharsets.UTF_8));
        media.put("page.doc", html.getBytes(Charset.forName("GB18030")));
        media.put("a.docx", docx);
        media.put("rich.doc", WordMaker.rtf(report));
        media.put("a.pdf", pdf);
        media.put("a.jsonl", json(Map.of("text", text)));
        media.put("html.jsonl", json(Map.of("html", html)));
        media.put("pages.json", json(Map.of("pages", List.of(text.substring(0, 5), text.substring(5)))));
        media.put("text.zip", zip("2017/a.txt", text.getBytes(Charset.forName("GB18030"))));
        media.put("word.zip", zip("2017/a.docx", docx));
        media.put("pdf.zip", zip("2017/a.pdf", pdf));
        media.put("text.tar", tar("2017/a.txt", text.getBytes(Charset.forName("GB18030"))));
        media.put("text.tar.gz", gzip(tar("2017/a.txt", text.getBytes(StandardCharsets.UTF_8))));
        media.put("page.tar.gz", gzip(tar("2017/a.html", html.getBytes(StandardCharsets.UTF_8))));
        media.put("b.txt.gz", gzip(text.getBytes(StandardCharsets.UTF_8)));
        media.put("b.pdf.gz", gzip(pdf));
        return media;
    }

    private static Reading read(String name, byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        try (Intake intake = Intake.open(
                name, new ByteArrayInputStream(bytes), FileKind.of(name).orElseThrow(), IntakeLimits.DEFAULT)) {
            intake.forEachRemaining(s -> readings.add(ReportReader.read(s)));
        }
        assertThat(readings).as("documents in %s", name).hasSize(1);
        return readings.get(0);
    }

    private static String text(List<Sheets.Block> report) {
        StringBuilder out = new StringBuilder();
        for (Sheets.Block block : report) {
            if (block instanceof Sheets.Block.Words words) {
                // the first word pages.json cuts stays whole
                out.append(words.text()).append("\n\n");
                continue;
            }
            ((Sheets.Block.Table) block)
                    .rows()
                    .forEach(row -> out.append(String.join(
                                    "\t",
                                    row.stream().map(PrintedForm.Box::text).toList()))
                            .append('\n'));
        }
        return "\n\n\n\n\n" + out;
    }

    private static String html(List<Sheets.Block> report) {
        StringBuilder out = new StringBuilder("<html><body>");
        for (Sheets.Block block : report) {
            if (block instanceof Sheets.Block.Words words) {
                out.append("<p>").append(words.text()).append("</p>");
                continue;
            }
            out.append("<table>");
            for (List<PrintedForm.Box> row : ((Sheets.Block.Table) block).rows()) {
                out.append("<tr>");
                row.forEach(box -> out.append("<td colspan=")
                        .append(box.columnSpan())
                        .append(" rowspan=")
                        .append(box.rowSpan())
                        .append('>')
                        .append(box.text())
                        .append("</td>"));
                out.append("</tr>");
            }
            out.append("</table>");
        }
        return out.append("</body></html>").toString();
    }

    private static byte[] json(Map<String, Object> record) throws IOException {
        return new ObjectMapper().writeValueAsBytes(record);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
