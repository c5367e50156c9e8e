package org.gongkai.report;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.intake.FileKind;
import org.gongkai.intake.Intake;
import org.gongkai.intake.IntakeLimits;
import org.gongkai.office.PdfMaker;
import org.gongkai.office.Sheets;
import org.gongkai.office.WordMaker;
import org.gongkai.table.PrintedForm;
import org.gongkai.value.Origin;
import org.gongkai.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** PDF and Word files as they reach us: binary ones, locked ones, broken ones and pictures of pages. */
class OfficeFilesTest {
    private static final String TITLE = "沙坡头区林业局2017年政府信息公开工作年度报告";
    private static final String PROSE = "2017年，本局主动公开政府信息321条，其中政府网站公开200条、政务微博公开121条。";
    private static final String PASSWORD = "invented";

    /** Word 97 files with invented figures, saved by LibreOffice out of what {@link WordMaker} writes. */
    @ParameterizedTest(name = "form of {0}")
    @ValueSource(strings = {"2014", "2019", "2021"})
    void a_binary_word_file_says_what_is_printed_in_it(String form) throws IOException {
        Map<String, BigDecimal> printed = new TreeMap<>();
        resource("report-" + form + ".csv").lines().skip(1).forEach(line -> {
            int comma = line.lastIndexOf(',');
            printed.put(line.substring(0, comma), new BigDecimal(line.substring(comma + 1)));
        });
        Reading reading = only("report-" + form + ".doc", word97(form));
        assertThat(reading.mediaType()).isEqualTo("application/msword");
        Report report = ((Outcome.Parsed) reading.outcome()).report();
        assertThat(report.identification().reportYear()).hasValue(2017);
        assertThat(report.unmapped()).isEmpty();
        assertThat(figures(report))
                .as("figures of the form of %s in a binary Word file", form)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(printed);
    }

    @Test
    void a_file_that_asks_for_a_password_is_closed_and_says_so() throws Exception {
        Map<String, byte[]> locked = new LinkedHashMap<>();
        locked.put("locked.pdf", locked(pdf(), PASSWORD));
        locked.put("locked.docx", locked(docx(), EncryptionMode.agile));
        locked.put("older.docx", locked(docx(), EncryptionMode.standard));
        locked.put("locked.doc", locked97(word97("2014")));
        locked.forEach((name, bytes) -> {
            Reading reading = only(name, bytes);
            assertThat(reading.outcome()).as(name).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                assertThat(rejected.reason()).as(name).isEqualTo(Rejection.DAMAGED);
                assertThat(rejected.detail()).as(name).isEqualTo("asks for a password");
            });
        });
    }

    @Test
    void a_file_that_only_forbids_changes_is_read() throws IOException {
        Reading reading = only("no-copy.pdf", locked(pdf(), ""));
        assertThat(reading.outcome()).isInstanceOf(Outcome.Parsed.class);
        assertThat(figures(reading.report().orElseThrow()))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(new TreeMap<>(form().expected()));
    }

    @Test
    void pictures_of_pages_have_no_text() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            BufferedImage picture = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 595, 842);
            }
            document.save(out);
            Reading reading = only("scan.pdf", out.toByteArray());
            assertThat(((Outcome.Rejected) reading.outcome()).reason()).isEqualTo(Rejection.NO_TEXT);
            assertThat(((Outcome.Rejected) reading.outcome()).detail()).contains("scanned");
        }
    }

    /** What breaks off, or has holes, is rejected or gives figures that are printed in the whole file, never others. */
    @Test
    void a_damaged_file_gives_no_figure_that_is_not_printed() throws IOException {
        Map<String, byte[]> whole = new LinkedHashMap<>();
        whole.put("a.pdf", pdf());
        whole.put("a.docx", docx());
        whole.put("a.doc", word97("2014"));
        Random random = new Random(5);
        int rejected = 0;
        for (Map.Entry<String, byte[]> file : whole.entrySet()) {
            Map<String, BigDecimal> printed =
                    figures(only(file.getKey(), file.getValue()).report().orElseThrow());
            for (int i = 0; i < 12; i++) {
                byte[] damaged = i % 2 == 0
                        ? Arrays.copyOf(file.getValue(), 20 + random.nextInt(file.getValue().length - 20))
                        : holes(file.getValue(), random);
                Reading reading = only(file.getKey(), damaged);
                if (reading.outcome() instanceof Outcome.Rejected closed) {
                    rejected++;
                    assertThat(closed.reason() == Rejection.NO_REPORT_YEAR
                                    || !closed.detail().isEmpty())
                            .as("%s, damage %d: %s", file.getKey(), i, closed)
                            .isTrue();
                    continue;
                }
                Map<String, BigDecimal> read = figures(reading.report().orElseThrow());
                // A character may be hit; a cell may not be filled with the figure of another.
                long others = read.entrySet().stream()
                        .filter(e -> printed.containsKey(e.getKey())
                                && printed.get(e.getKey()).compareTo(e.getValue()) != 0)
                        .count();
                assertThat(others)
                        .as("%s, damage %d: cells with other figures", file.getKey(), i)
                        .isLessThanOrEqualTo(i % 2 == 0 ? 0 : 3);
            }
        }
        assertThat(rejected).as("damaged files that were turned away").isPositive();
    }

    @Test
    void a_bad_file_in_an_archive_costs_itself_only() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "1/good.docx", docx());
            put(zip, "2/locked.docx", locked(docx(), EncryptionMode.agile));
            put(zip, "3/cut.pdf", Arrays.copyOf(pdf(), 300));
            put(zip, "4/no.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3});
            put(zip, "5/good.doc", word97("2021"));
            put(zip, "6/inner.zip", "PK\u0003\u0004 and nothing".getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "7/good.pdf", pdf());
        }
        List<Reading> readings = all("reports.zip", out.toByteArray());
        assertThat(readings)
                .extracting(r -> r.manuscript().particulars().source().replaceAll(".*!/(\\d).*", "$1")
                        + (r.outcome() instanceof Outcome.Rejected no
                                ? " " + no.reason().code()
                                : ""))
                .containsExactly("1", "2 damaged", "3 damaged", "4 damaged", "5", "6 damaged", "7");
        assertThat(readings.stream()
                        .map(Reading::outcome)
                        .filter(Outcome.Rejected.class::isInstance)
                        .map(o -> ((Outcome.Rejected) o).detail()))
                .as("each with its reason")
                .noneMatch(String::isBlank);
    }

    private static PrintedForm form() {
        return PrintedForm.of("2014", new Random(1));
    }

    private static byte[] pdf() {
        return PdfMaker.wide(Sheets.of(form(), TITLE, PROSE));
    }

    private static byte[] docx() {
        return WordMaker.docx(Sheets.of(form(), TITLE, PROSE));
    }

    private static byte[] word97(String form) throws IOException {
        try (InputStream in = new GZIPInputStream(stream("report-" + form + ".doc.gz"))) {
            return in.readAllBytes();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String name) {
        return java.util.Objects.requireNonNull(OfficeFilesTest.class.getResourceAsStream("/office/" + name), name);
    }

    /** A PDF that is encrypted; an empty password opens by itself and forbids changes only. */
    private static byte[] locked(byte[] pdf, String password) throws IOException {
        AccessPermission reading = new AccessPermission();
        reading.setCanModify(false);
        reading.setCanExtractContent(false);
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, reading);
        policy.setEncryptionKeyLength(128);
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked(byte[] docx, EncryptionMode mode) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream into = encryptor.getDataStream(files)) {
                into.write(docx);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked97(byte[] doc) throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(doc));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Biff8EncryptionKey.setCurrentUserPassword(PASSWORD);
            document.write(out);
            return out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] holes(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        for (int i = 0; i < 8; i++) {
            damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static Map<String, BigDecimal> figures(Report report) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Value value : report.values()) {
            if (value.origin() == Origin.FORM && value.amount().isPresent()) {
                figures.put(
                        PrintedForm.key(value.indicator(), value.requester()),
                        value.amount().get());
            }
        }
        return figures;
    }

    private static Reading only(String name, byte[] bytes) {
        List<Reading> readings = all(name, bytes);
        assertThat(readings).as("documents in %s", name).hasSize(1);
        return readings.get(0);
    }

    private static List<Reading> all(String name, byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        try (Intake intake = Intake.open(
                name, new ByteArrayInputStream(bytes), FileKind.of(name).orElseThrow(), IntakeLimits.DEFAULT)) {
            intake.forEachRemaining(s -> readings.add(ReportReader.read(s)));
        }
        return readings;
    }
}
