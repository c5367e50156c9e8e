package org.gongkai.intake;

import org.gongkai.report.Content;
import org.gongkai.report.Rejection;
import org.gongkai.report.Submission;
import org.gongkai.report.TextLimits;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class IntakeTest {
    private static final IntakeLimits SMALL = new IntakeLimits(1000, 50, 2000, 1, 8, TextLimits.DEFAULT);

    @Test
    void a_text_file_is_one_submission_with_its_bytes_untouched() {
        byte[] bytes = "沙坡头区司法局".getBytes(Charset.forName("GB18030"));
        List<Submission> all = all("a.txt", bytes);
        assertThat(all).singleElement().satisfies(s -> {
            assertThat(s.particulars().source()).isEqualTo("a.txt");
            assertThat(((Content.Bytes) s.content()).bytes()).isEqualTo(bytes);
        });
    }

    @Test
    void records_are_named_by_their_line_unless_they_name_themselves() {
        String lines = """
                {"title":"甲","text":"一"}

                {"source":"site/2","region_code":640502,"report_year":2018,"published_on":"2019-01-20","html":"<p>二</p>"}
                {"pages":["三","四"]}
                """;
        List<Submission> all = all("b.jsonl", lines.getBytes(UTF_8));
        assertThat(all).extracting(s -> s.particulars().source()).containsExactly("b.jsonl#1", "site/2", "b.jsonl#4");
        assertThat(all.get(1).particulars().regionCode()).contains("640502");
        assertThat(all.get(1).particulars().reportYear()).hasValue(2018);
        assertThat(all.get(2).content()).isEqualTo(new Content.Text("三\f四"));
    }

    @Test
    void a_record_of_the_wrong_shape_costs_itself_only_and_names_its_field() {
        String lines = """
                {"text":"一","report_year":"last year"}
                {"text":
                {"title":"nothing to read"}
                {"text":"四"}
                """;
        List<Submission> all = all("b.jsonl", lines.getBytes(UTF_8));
        assertThat(all).hasSize(4);
        assertThat(unusable(all.get(0)).detail()).contains("report_year");
        assertThat(unusable(all.get(1)).reason()).isEqualTo(Rejection.DAMAGED);
        assertThat(unusable(all.get(2)).detail()).contains("text, html, pages, values");
        assertThat(all.get(3).content()).isEqualTo(new Content.Text("四"));
    }

    @Test
    void a_number_beyond_all_bounds_costs_its_record_only() {
        String lines = """
                {"text":"一","report_year":1e999}
                {"values":[{"indicator":"channel.weibo","value":-1e999}]}
                {"text":"三","report_year":%s}
                {"text":"四"}
                """.formatted("9".repeat(100_000));
        List<Submission> all = all("b.jsonl", lines.getBytes(UTF_8), IntakeLimits.DEFAULT);
        assertThat(all).hasSize(4);
        assertThat(unusable(all.get(0)).detail()).contains("report_year");
        assertThat(unusable(all.get(1)).detail()).contains("values[0]");
        assertThat(unusable(all.get(2)).reason()).isEqualTo(Rejection.DAMAGED);
        assertThat(all.get(3).content()).isEqualTo(new Content.Text("四"));
    }

    @Test
    void an_array_of_records_is_read_one_by_one() {
        List<Submission> all = all("c.json", "[{\"text\":\"一\"},{\"text\":\"二\"}]".getBytes(UTF_8));
        assertThat(all).extracting(Submission::content).containsExactly(new Content.Text("一"), new Content.Text("二"));
    }

    @Test
    void json_deeper_than_a_record_can_be_is_damaged_and_does_not_overflow() {
        byte[] deep = ("{\"text\":" + "[".repeat(100_000)).getBytes(UTF_8);
        assertThat(all("d.json", deep, new IntakeLimits(1 << 20, 50, 1 << 20, 1, 8, TextLimits.DEFAULT)))
                .singleElement()
                .satisfies(s -> assertThat(unusable(s).reason()).isEqualTo(Rejection.DAMAGED));
    }

    @Test
    void members_of_an_archive_keep_their_path_as_a_name_even_where_it_climbs() throws IOException {
        byte[] zip = zip(
                "../../etc/2018.txt",
                "一".getBytes(UTF_8),
                "picture.png",
                new byte[] {1},
                "x/2.htm",
                "<p>".getBytes(UTF_8));
        assertThat(all("e.zip", zip))
                .extracting(s -> s.particulars().source())
                .containsExactly("e.zip!/../../etc/2018.txt", "e.zip!/x/2.htm");
    }

    @Test
    void a_member_that_unpacks_beyond_all_measure_stops_the_archive_and_says_so() throws IOException {
        byte[] zip = zip("bomb.txt", new byte[4 << 20]);
        List<Submission> all = all("f.zip", zip, new IntakeLimits(8 << 20, 50, 2000, 1, 8, TextLimits.DEFAULT));
        assertThat(all).singleElement().satisfies(s -> {
            assertThat(unusable(s).reason()).isEqualTo(Rejection.TOO_LARGE);
            assertThat(unusable(s).detail()).contains("bytes out of");
        });
    }

    @Test
    void archives_in_archives_end_at_the_limit() throws IOException {
        byte[] inner = zip("a.txt", "一".getBytes(UTF_8));
        byte[] middle = zip("inner.zip", inner);
        assertThat(all("g.zip", middle))
                .extracting(s -> s.content().getClass().getSimpleName())
                .containsExactly("Bytes");
        byte[] outer = zip("middle.zip", middle);
        assertThat(unusable(all("h.zip", outer).get(0)).detail()).contains("nested deeper than 1");
    }

    @Test
    void a_damaged_archive_is_one_unusable_document() {
        assertThat(unusable(all("i.zip", "no archive at all".getBytes(UTF_8)).get(0))
                        .reason())
                .isEqualTo(Rejection.DAMAGED);
        assertThat(unusable(all("j.gz", new byte[] {31, (byte) 139, 8, 0, 1}).get(0))
                        .reason())
                .isEqualTo(Rejection.DAMAGED);
    }

    @Test
    void a_compressed_file_is_read_as_what_its_name_without_gz_says() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"text\":\"一\"}\n".getBytes(UTF_8));
        }
        assertThat(all("k.jsonl.gz", packed.toByteArray()))
                .extracting(Submission::content)
                .containsExactly(new Content.Text("一"));
    }

    @Test
    void a_document_beyond_the_limit_is_too_large_and_still_has_a_digest() {
        assertThat(unusable(all("l.txt", new byte[1001]).get(0)).reason()).isEqualTo(Rejection.TOO_LARGE);
        byte[] line = ("{\"text\":\"" + "一".repeat(1000) + "\"}\n{\"text\":\"二\"}").getBytes(UTF_8);
        List<Submission> all = all("m.jsonl", line);
        assertThat(unusable(all.get(0)).reason()).isEqualTo(Rejection.TOO_LARGE);
        assertThat(all.get(0).sha256()).hasSize(64);
        assertThat(all.get(1).content()).isEqualTo(new Content.Text("二"));
    }

    @Test
    void the_same_words_under_another_title_are_another_document() {
        List<Submission> all = all(
                "n.jsonl",
                "{\"title\":\"甲\",\"text\":\"一\"}\n{\"title\":\"乙\",\"text\":\"一\"}\n{\"title\":\"甲\",\"text\":\"一\"}"
                        .getBytes(UTF_8));
        assertThat(all.get(0).sha256())
                .isEqualTo(all.get(2).sha256())
                .isNotEqualTo(all.get(1).sha256());
    }

    @Test
    void a_member_whose_name_says_nothing_is_told_by_its_bytes() throws IOException {
        byte[] zip = zip(
                "2018/1",
                "沙坡头区司法局2018年政府信息公开工作年度报告".getBytes(UTF_8),
                "report.aspx",
                "<html><p>年度报告".getBytes(UTF_8),
                "style.css",
                "p {}".getBytes(UTF_8),
                "rows.parquet",
                "PAR1".getBytes(UTF_8),
                "__MACOSX/._1.txt",
                "x".getBytes(UTF_8));
        List<Submission> all = all("o.zip", zip);
        assertThat(all)
                .extracting(s -> s.particulars().source())
                .containsExactly("o.zip!/2018/1", "o.zip!/report.aspx", "o.zip!/rows.parquet");
        assertThat(unusable(all.get(2)).detail()).contains("Parquet");
    }

    @Test
    void a_compressed_file_that_breaks_off_is_one_damaged_document() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        new java.util.Random(7).ints(4000, 0x4e00, 0x9fa0).forEach(c -> text.append((char) c));
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(UTF_8));
        }
        byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        for (String name : List.of("p.txt.gz", "p.jsonl.gz", "p.json.gz")) {
            List<Submission> all = all(name, half, IntakeLimits.DEFAULT);
            assertThat(all).as(name).hasSize(1);
            assertThat(unusable(all.get(0)).reason()).as(name).isEqualTo(Rejection.DAMAGED);
        }
    }

    @Test
    void a_medium_that_fails_is_not_the_fault_of_the_document() {
        java.io.InputStream failing = new java.io.InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        Intake intake = Intake.open("q.txt", failing, FileKind.TEXT, SMALL);
        org.assertj.core.api.Assertions.assertThatThrownBy(intake::hasNext)
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    private static Content.Unusable unusable(Submission submission) {
        assertThat(submission.content()).isInstanceOf(Content.Unusable.class);
        return (Content.Unusable) submission.content();
    }

    private static List<Submission> all(String name, byte[] bytes) {
        return all(name, bytes, SMALL);
    }

    private static List<Submission> all(String name, byte[] bytes, IntakeLimits limits) {
        List<Submission> all = new ArrayList<>();
        try (Intake intake = Intake.open(
                name, new ByteArrayInputStream(bytes), FileKind.of(name).orElseThrow(), limits)) {
            intake.forEachRemaining(all::add);
        }
        return all;
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
