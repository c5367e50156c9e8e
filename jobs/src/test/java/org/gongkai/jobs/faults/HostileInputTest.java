package org.gongkai.jobs.faults;

import org.apache.spark.sql.Row;
import org.gongkai.jobs.lake.Lake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder of hostile inputs beside honest reports, through the commands, in a heap of 640 MiB. */
@Tag("fault")
class HostileInputTest {
    private static final int TINY = Integer.getInteger("gongkai.tiny", 20_000);

    @TempDir
    Path folder;

    @Test
    void eachCostsItsOwnDocumentAndNothingElse() throws IOException, InterruptedException, SQLException {
        Path input = Files.createDirectories(folder.resolve("hostile"));
        Hostile hostile = new Hostile(input);
        hostile.all();
        Site site = new Site(folder.resolve("home"));
        Command command = new Command(folder.resolve("log")).memory("-Xmx640m");
        int exit = command.run(
                "run",
                input.toString(),
                Site.SAMPLE.toString(),
                "--home",
                site.home().toString(),
                "--master",
                "local[2]",
                "--lang",
                "en");
        assertThat(exit).as(command.log()).isZero();
        assertThat(command.log()).doesNotContain("OutOfMemory");
        Map<String, String> found = new HashMap<>();
        int sample = 0;
        try (Lake lake = site.lake()) {
            List<Row> rows = lake.read("documents")
                    .select("source", "outcome", "reason", "detail")
                    .collectAsList();
            for (Row row : rows) {
                String source = row.getString(0);
                int at = source.indexOf(input + "/");
                if (at < 0) {
                    sample += row.getString(1).equals("parsed") ? 1 : 0;
                } else {
                    found.put(source.substring(at + input.toString().length() + 1), row.getString(2));
                }
            }
        }
        hostile.expected().forEach((source, reason) -> {
            assertThat(found).as("the document " + source + " of " + found).containsKey(source);
            if (reason != null) {
                assertThat(found.get(source)).as("reason of " + source).isEqualTo(reason);
            }
        });
        assertThat(found).as("a link in an archive is no document").doesNotContainKey("climb.tar.gz!/link.txt");
        assertThat(sample).as("reports of the sample beside them").isEqualTo(128);
        assertThat(folder.resolve("climbed.txt")).doesNotExist();
        Path release = site.current();
        Site.assertWhole(release);
        for (String line : Files.readAllLines(release.resolve("csv/reports.csv"))) {
            assertThat(line).as("a cell that a spreadsheet would compute").doesNotContainPattern("(^|,)\"?[=@]");
            assertThat(line).as("a mark that turns the line").doesNotContain("\u202e");
        }
        System.out.println(
                "hostile inputs: " + found.size() + " documents, each with its own reason, beside " + sample);
    }

    @Test
    void manyTinyFilesAreOneDocumentEach() throws IOException, InterruptedException {
        Path input = folder.resolve("tiny");
        Hostile.tiny(input, TINY);
        Command command = new Command(folder.resolve("log")).memory(TINY > 100_000 ? "-Xmx2g" : "-Xmx640m");
        int exit = command.run(
                "ingest", input.toString(), "--home", folder.resolve("home").toString(), "--lang", "en");
        assertThat(exit).as(command.log()).isZero();
        assertThat(command.log()).containsPattern(TINY + " +documents in").containsPattern(TINY + " +do not count");
    }

    @Test
    void strictFailsOnWhatDoesNotCount() throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("note.txt"), "not a report at all");
        Command command = new Command(folder.resolve("log"));
        String home = folder.resolve("home").toString();
        assertThat(command.run("ingest", input.toString(), "--home", home, "--strict"))
                .as(command.log())
                .isEqualTo(4);
        Path unmapped = Files.writeString(folder.resolve("table.txt"), UNMAPPED);
        assertThat(command.run("ingest", unmapped.toString(), "--home", home, "--strict", "--lang", "en"))
                .as(command.log())
                .isEqualTo(4);
        assertThat(command.log()).containsPattern("[1-9] +lines of their tables that belong to no cell");
    }

    /** A table of the form of 2014 with a line that no form has. */
    private static final String UNMAPPED = """
            中宁县司法局2018年政府信息公开工作年度报告
            政府信息公开情况统计表（2018年度）
            统计指标\t单位\t统计数
            一、主动公开情况\t——\t
            （一）主动公开政府信息数\t条\t105
            其中：主动公开规范性文件数\t条\t1
            制发规范性文件总数\t件\t1
            （一点五）星星上公开的信息的数目\t颗\t7
            （二）通过不同渠道和方式公开政府信息的情况\t——\t
            1.政府公报公开政府信息数\t条\t0
            2.政府网站公开政府信息数\t条\t90
            3.政务微博公开政府信息数\t条\t10
            4.政务微信公开政府信息数\t条\t5
            5.其他方式公开政府信息数\t条\t0
            """;
}
