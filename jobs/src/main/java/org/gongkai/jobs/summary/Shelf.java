package org.gongkai.jobs.summary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gongkai.jobs.dashboard.Dashboard;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of written summaries. {@value #CONTENTS} names them and the release that each was made from, as a call of a
 * script, so that a dashboard opened from a folder can link to what is there and to nothing else. One command at a time
 * writes to it.
 */
public final class Shelf {
    /** The file that names what is there. */
    public static final String CONTENTS = "index.js";

    private static final String HEAD = "gongkai.summaries(";
    private static final String TAIL = ");\n";
    /** The contents of an empty shelf. */
    public static final String EMPTY = HEAD + "{}" + TAIL;

    private final Path folder;
    private final Map<String, String> releases;

    private Shelf(Path folder, Map<String, String> releases) {
        this.folder = folder;
        this.releases = releases;
    }

    /** The shelf in that folder, which is made where it is missing. */
    public static Shelf open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path contents = folder.resolve(CONTENTS);
        Map<String, String> releases = new TreeMap<>();
        if (Files.exists(contents)) {
            String script = Files.readString(contents);
            if (script.startsWith(HEAD) && script.endsWith(TAIL)) {
                releases.putAll(new ObjectMapper()
                        .readValue(
                                script.substring(HEAD.length(), script.length() - TAIL.length()),
                                new TypeReference<Map<String, String>>() {}));
            }
        }
        return new Shelf(folder, releases);
    }

    /** The name of a summary without its ending: {@code 640000-2018}, in English {@code 640000-2018-en}. */
    public static String name(String region, int year, Language language) {
        return region + "-" + year + (language == Language.zh ? "" : "-" + language);
    }

    /**
     * Writes a summary as a page and a workbook, each in one step.
     *
     * @return the page; the workbook stands beside it
     */
    public Path put(String name, String release, Summary summary, Language language) throws IOException {
        Path draft = folder.resolve("." + name + ".draft");
        Files.write(draft, Html.page(summary, language).getBytes(StandardCharsets.UTF_8));
        Path page = folder.resolve(name + ".html");
        Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
            Workbooks.write(summary, Words.of(language, Dashboard.WORDS), stream);
        }
        Files.move(draft, workbook(page), StandardCopyOption.REPLACE_EXISTING);
        releases.put(name, release);
        return page;
    }

    /** The workbook beside a page. */
    public static Path workbook(Path page) {
        return page.resolveSibling(page.getFileName().toString().replace(".html", ".xlsx"));
    }

    /** Writes the contents; what somebody has taken away is no longer named. */
    public void save() throws IOException {
        releases.keySet().removeIf(name -> !Files.exists(folder.resolve(name + ".html")));
        Path draft = folder.resolve("." + CONTENTS + ".draft");
        Files.writeString(draft, HEAD + new ObjectMapper().writeValueAsString(releases) + TAIL);
        Files.move(draft, folder.resolve(CONTENTS), StandardCopyOption.REPLACE_EXISTING);
    }
}
