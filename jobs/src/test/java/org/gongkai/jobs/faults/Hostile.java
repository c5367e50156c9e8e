package org.gongkai.jobs.faults;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Inputs that somebody made to hurt, in a folder; each with what the lake has to say of it. */
final class Hostile {
    private static final String TITLE = "中宁县司法局2018年政府信息公开工作年度报告\n";

    private final Path folder;
    /** Source, from its file name on, to the reason in {@code documents}; empty where it is read as a report. */
    private final Map<String, String> expected = new LinkedHashMap<>();

    Hostile(Path folder) {
        this.folder = folder;
    }

    Map<String, String> expected() {
        return expected;
    }

    private OutputStream file(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    private void text(String name, String text, String reason) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void bytes(String name, byte[] bytes, String reason) throws IOException {
        Files.write(folder.resolve(name), bytes);
        expected.put(name, reason);
    }

    void all() throws IOException, SQLException {
        archives();
        longLines();
        pages();
        characters();
        records();
        parquet();
        names();
    }

    private void archives() throws IOException {
        // A mebibyte of zeros packs a thousand to one.
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(file("bomb.zip"))) {
            zip.putNextEntry(new ZipEntry("report.txt"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        expected.put("bomb.zip!/report.txt", "too_large");
        byte[] inner = TITLE.getBytes(StandardCharsets.UTF_8);
        String name = "report.txt";
        for (int i = 0; i < 6; i++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(inner);
            }
            inner = packed.toByteArray();
            name = "level" + i + ".zip";
        }
        Files.write(folder.resolve("nested.zip"), inner);
        expected.put("nested.zip!/level4.zip!/level3.zip!/level2.zip!/level1.zip", "too_large");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(file("climb.tar.gz")), "UTF-8")) {
            TarArchiveEntry link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            member(tar, "../../../../climbed.txt", "中宁县水务局2016年政府信息公开工作年度报告\n本年度公开信息7条。\n");
        }
        expected.put("climb.tar.gz!/../../../../climbed.txt", "");
        bytes("broken.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3}, "damaged");
    }

    private static void member(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** A gibibyte without an end of line, as text and as a record; packed forty to one, as honest text may be. */
    private void longLines() throws IOException {
        for (String name : new String[] {"line.txt.gz", "line.jsonl.gz", "line.json.gz"}) {
            Random random = new Random(1);
            byte[] block = new byte[1 << 10];
            try (OutputStream out = new GZIPOutputStream(file(name), 1 << 16)) {
                out.write(name.contains("json") ? "{\"text\":\"".getBytes(StandardCharsets.UTF_8) : new byte[0]);
                for (int i = 0; i < 1 << 20; i++) {
                    for (int j = 0; j < block.length; j++) {
                        block[j] = (byte) (j < 16 ? 'a' + random.nextInt(26) : 'x');
                    }
                    out.write(block);
                }
            }
        }
        expected.put("line.txt", "too_large");
        expected.put("line.jsonl#1", "too_large");
        expected.put("line.json", "damaged");
        text("lines.txt", TITLE + "1\t2\n".repeat(900_000), "too_large");
        text("characters.txt", TITLE + "本年度公开信息12条，".repeat(500_000), "too_large");
    }

    private void pages() throws IOException {
        String head = "<html><head><title>" + TITLE.strip() + "</title></head><body>";
        text("deep.html", head + "<div>".repeat(200_000) + "x", "not_a_report");
        text("deep-tables.html", head + "<table><tr><td>".repeat(50_000) + "x", "not_a_report");
        text("spans.html", head + "<table><tr><td rowspan=65534 colspan=1000>主动公开</td></tr></table>", "not_a_report");
        text("attributes.html", head + "<p " + "a=1 b=2 ".repeat(100_000) + ">x", "not_a_report");
        String entities = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        text("entities.html", entities + head + "&b;".repeat(1000), "");
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(word)) {
            StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e0 \"0123456789\">");
            for (int i = 1; i < 12; i++) {
                bomb.append("<!ENTITY e")
                        .append(i)
                        .append(" \"")
                        .append(("&e" + (i - 1) + ";").repeat(10))
                        .append("\">");
            }
            bomb.append(
                    "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + "<w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>");
            part(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                            + "wordprocessingml.document.main+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\"?><Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            part(zip, "word/document.xml", bomb.toString());
        }
        bytes("entities.docx", word.toByteArray(), "damaged");
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private void characters() throws IOException {
        byte[] utf = "中宁县民政局2017年政府信息公开工作年度报告\n本年度公开信息5条。\n".getBytes(StandardCharsets.UTF_8);
        byte[] gbk = "本年度受理信息公开申请3件。\n".getBytes(Charset.forName("GB18030"));
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(utf);
        mixed.write(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc0, (byte) 0x80, '\n'});
        mixed.write(gbk);
        bytes("mixed.txt", mixed.toByteArray(), null);
        text("nul.txt", "中宁县财政局\0年政府\0信息公开\0\0\0", "binary");
        bytes("empty.txt", new byte[0], "empty");
    }

    private void records() throws IOException {
        String good = "{\"text\":\"中宁县教育局2018年政府信息公开工作年度报告\\n本年度公开信息9条。\"}\n";
        text(
                "records.jsonl",
                "[".repeat(100_000) + "\n"
                        + "{\"text\":\"x\",\"report_year\":" + "9".repeat(1_000_000) + "}\n"
                        + "{\"text\":\"x\",\"report_year\":1e999}\n"
                        + "{\"title\":\"x\",\"values\":[{\"indicator\":\"channel.weibo\",\"value\":1e999}]}\n"
                        + "{\"text\":\"\\ud800 \\u0000\"}\n"
                        + good,
                null);
        expected.remove("records.jsonl");
        for (int i = 1; i <= 4; i++) {
            expected.put("records.jsonl#" + i, "damaged");
        }
        expected.put("records.jsonl#5", null);
        expected.put("records.jsonl#6", "");
        text("deep.json", "{\"a\":".repeat(100_000), "damaged");
    }

    private void parquet() throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "copy (select 1 as text, {'a': [1, 2]} as html, 'nan'::double as report_year from range(2))"
                            + " to '" + folder.resolve("other.parquet") + "' (format parquet)");
        }
        expected.put("other.parquet#1", "damaged");
    }

    private void names() throws IOException {
        String evil = "=cmd|' /C calc'!A0\\u202e<script>alert(1)</script>\\n\\\"中宁县卫生局";
        text(
                "names.jsonl",
                "{\"title\":\"" + evil + "2018年政府信息公开工作年度报告\",\"publisher\":\"" + evil
                        + "\",\"region_code\":\"640521\",\"report_year\":2018,\"text\":\"本年度公开信息11条。\"}\n",
                null);
        expected.remove("names.jsonl");
        expected.put("names.jsonl#1", "");
        text("a'b\"c\nd\u202e<b>=1+1.txt", "中宁县审计局2018年政府信息公开工作年度报告\n本年度公开信息4条。\n", "");
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("loop")).resolve("back"), folder);
    }

    /** As many tiny files as asked for, in a folder of their own. */
    static void tiny(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve(i + ".txt"), "t" + i);
        }
    }
}
