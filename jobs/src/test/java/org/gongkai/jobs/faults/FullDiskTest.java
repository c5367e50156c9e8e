package org.gongkai.jobs.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes that fail half-way. The limit is the operating system's on the size of a file, which needs no rights and hits
 * data files as a full disk does.
 */
@Tag("fault")
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeWrittenLeavesTheLakeAsItWasAndTheRerunFinishes() throws IOException, InterruptedException {
        List<List<Path>> halves = Site.halves();
        Site whole = new Site(folder.resolve("whole"));
        whole.ingest(Site.SAMPLE);
        Site site = new Site(folder.resolve("home"));
        site.ingest(halves.get(0).toArray(Path[]::new));
        Map<String, List<String>> before = site.contents();
        String[] arguments = new String[halves.get(1).size() + 3];
        arguments[0] = "ingest";
        arguments[1] = "--home";
        arguments[2] = site.home().toString();
        for (int i = 0; i < halves.get(1).size(); i++) {
            arguments[i + 3] = halves.get(1).get(i).toString();
        }
        for (int kibibytes : new int[] {4, 40, 120}) {
            Command limited = new Command(folder.resolve("limited" + kibibytes + ".log"))
                    .option("-XX:-UsePerfData")
                    .prefix("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash");
            int exit = limited.run(arguments);
            assertThat(exit)
                    .as("files of at most " + kibibytes + " KiB: " + limited.log())
                    .isEqualTo(3);
            assertThat(limited.log()).doesNotContain("defect");
            assertThat(site.contents())
                    .as("the lake after a job that could not write")
                    .isEqualTo(before);
        }
        Command free = new Command(folder.resolve("free.log"));
        assertThat(free.run(arguments)).as(free.log()).isZero();
        assertThat(site.contents()).as("the rerun finishes the work").isEqualTo(whole.contents());
    }
}
