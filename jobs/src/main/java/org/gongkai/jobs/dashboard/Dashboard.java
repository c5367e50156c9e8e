package org.gongkai.jobs.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.gongkai.catalogue.Measures;
import org.gongkai.jobs.marts.RegionTree;
import org.gongkai.jobs.words.Language;
import org.gongkai.jobs.words.Words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code dashboard/} into a release that is being made: the page, its parts, an index and one file a region. One
 * pass over the CSV files that are there already; one region is held at a time.
 */
public final class Dashboard {
    /** The folder inside a release. */
    public static final String FOLDER = "dashboard";
    /** The bundle of the words of the pages. */
    public static final String WORDS = "org.gongkai.jobs.dashboard.pages";

    private static final List<String> PARTS =
            List.of("index.html", "dashboard.css", "data.js", "charts.js", "dashboard.js", "echarts.min.js");
    private static final String NO_REGION = "000000";

    private final FileSystem fs;
    private final Path release;
    private final RegionTree tree;
    private final Map<String, TreeSet<Integer>> years = new TreeMap<>();

    private Dashboard(FileSystem fs, Path release, RegionTree tree) {
        this.fs = fs;
        this.release = release;
        this.tree = tree;
    }

    /** A report as the pages name it: its region and the cells of {@link #reportColumns}. */
    public record Source(String region, List<String> cells) {
        public Source {
            cells = List.copyOf(cells);
            // Of a body without a region only the nation speaks.
            region = region.isBlank() ? NO_REGION : region;
        }
    }

    /** The columns of the table of reports that {@link Source} carries. */
    public static List<String> reportColumns() {
        return Slice.REPORTS.columns();
    }

    /**
     * Writes the folder.
     *
     * @param fs where the release is
     * @param release its folder, with {@code csv/} filled
     * @param id what it will be called
     * @param tree the regions by year
     * @param sources its reports, sorted by region
     */
    public static void write(FileSystem fs, Path release, String id, RegionTree tree, Iterator<Source> sources)
            throws IOException {
        Dashboard dashboard = new Dashboard(fs, release, tree);
        for (String part : PARTS) {
            dashboard.part(part);
        }
        dashboard.regions(sources);
        dashboard.file("data/index.js", dashboard.index(id));
        dashboard.file("data/words.js", words());
    }

    private void part(String name) throws IOException {
        try (InputStream in = Dashboard.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page's part " + name + " is not in this build");
            }
            file(name, in.readAllBytes());
        }
    }

    private void file(String name, byte[] content) throws IOException {
        try (FSDataOutputStream out = fs.create(new Path(release, FOLDER + "/" + name), true)) {
            out.write(content);
        }
    }

    private void regions(Iterator<Source> sources) throws IOException {
        List<CsvRows> tables = new ArrayList<>();
        try {
            for (Slice slice : Slice.ALL) {
                tables.add(new CsvRows(
                        slice, fs.open(new Path(release, "csv/" + slice.table().word() + ".csv"))));
            }
            Optional<Source> next = next(sources);
            while (true) {
                String region = tables.stream()
                        .map(CsvRows::region)
                        .min(String::compareTo)
                        .orElse("~");
                if (next.isPresent() && next.get().region().compareTo(region) < 0) {
                    region = next.get().region();
                }
                if (region.equals("~")) {
                    return;
                }
                RegionFile.Writer writer = new RegionFile.Writer(region);
                for (CsvRows table : tables) {
                    table.forEach(region, cells -> writer.add(table.slice(), cells));
                }
                while (next.isPresent() && next.get().region().equals(region)) {
                    writer.add(Slice.REPORTS, next.get().cells());
                    next = next(sources);
                }
                years.put(region, writer.years());
                file("data/" + name(region) + ".js", writer.bytes());
            }
        } finally {
            for (CsvRows table : tables) {
                table.close();
            }
        }
    }

    private static Optional<Source> next(Iterator<Source> sources) {
        return sources.hasNext() ? Optional.of(sources.next()) : Optional.empty();
    }

    /** A code is six digits wherever it was looked up; what is not stays out of paths. */
    static String name(String region) {
        return region.replaceAll("[^0-9A-Za-z]", "_");
    }

    private byte[] index(String id) throws IOException {
        TreeSet<Integer> all = new TreeSet<>();
        years.values().forEach(all::addAll);
        int last = all.isEmpty() ? 0 : all.last();
        return script("index", json -> {
            json.writeStringField("release", id);
            json.writeArrayFieldStart("years");
            for (int year : all) {
                json.writeNumber(year);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("regions");
            TreeMap<String, RegionTree.Region> shown = new TreeMap<>();
            for (RegionTree.Region region : tree.all()) {
                TreeSet<Integer> own = years.getOrDefault(region.code(), new TreeSet<>());
                if (!own.isEmpty() || region.isIn(last)) {
                    tree.in(region.code(), own.isEmpty() ? last : own.last()).ifPresent(r -> shown.put(r.code(), r));
                }
            }
            for (String code : years.keySet()) {
                shown.computeIfAbsent(
                        code,
                        c -> new RegionTree.Region(c, c, "county", RegionTree.NATION, 0, Optional.empty(), List.of()));
            }
            for (RegionTree.Region region : shown.values()) {
                json.writeStartArray();
                json.writeString(region.code());
                json.writeString(region.name());
                json.writeString(region.level());
                json.writeString(region.parent());
                json.writeStartArray();
                for (int year : years.getOrDefault(region.code(), new TreeSet<>())) {
                    json.writeNumber(year);
                }
                json.writeEndArray();
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("regimes");
            for (String regime : Measures.get().regimes()) {
                json.writeString(regime);
            }
            json.writeEndArray();
            rows(json, "measures_dictionary", List.of("measure", "label_zh", "label_en", "unit", "kind"));
            rows(json, "comparability", List.of("measure", "from_regime", "to_regime", "grade", "reason"));
        });
    }

    /** A small table, whole. */
    private void rows(JsonGenerator json, String table, List<String> columns) throws IOException {
        json.writeArrayFieldStart(table);
        try (InputStream in = fs.open(new Path(release, "csv/" + table + ".csv"));
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : records) {
                json.writeStartArray();
                for (String column : columns) {
                    json.writeString(row.getField(column));
                }
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private static byte[] words() throws IOException {
        return script("words", json -> {
            for (Language language : Language.values()) {
                json.writeObjectFieldStart(language.name());
                for (Map.Entry<String, String> word :
                        Words.of(language, WORDS).all().entrySet()) {
                    json.writeStringField(word.getKey(), word.getValue());
                }
                json.writeEndObject();
            }
        });
    }

    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] script(String call, Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "gongkai." + call + "(");
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        line(out, ");\n");
        return out.toByteArray();
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
