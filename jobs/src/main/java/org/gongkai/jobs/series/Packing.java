package org.gongkai.jobs.series;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.gongkai.jobs.rows.Redaction;
import org.gongkai.measure.Figure;
import org.gongkai.measure.PackedFigures;
import org.gongkai.measure.PackedTexts;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The observations of a report as one row: {@link #SCHEMA}. Read in the order in which they lie, where those of a report lie
 * together; a report that lies in two places becomes two rows. Engine rows are read as they are: making objects of thirty
 * million observations costs more than adding them up.
 */
public final class Packing {
    /**
     * {@code open}: indicators of the open families that it names, apart by blanks; {@code n}: figures; {@code texts}: of each
     * figure its label and its value as printed, without persons ({@link Redaction}).
     */
    public static final StructType SCHEMA = StructType.fromDDL("body_id STRING, report_year INT, region_code STRING, "
            + "scope STRING, form STRING, open STRING, n BIGINT, figures BINARY, texts BINARY");

    private static final String[] COLUMNS = {
        "body_id",
        "report_year",
        "indicator",
        "requester",
        "origin",
        "value",
        "unit",
        "status",
        "is_preferred",
        "line",
        "region_code",
        "scope",
        "form",
        "printed_label",
        "printed_value"
    };
    /** Labels remembered by a task: those of all forms are some hundred, clauses of the narrative come once. */
    private static final int MEMORY = 4096;

    private static final int PRECISION = 18;
    private static final int SCALE = 6;
    private static final Map<String, Origin> ORIGINS = new HashMap<>();
    private static final Map<String, Status> STATUSES = new HashMap<>();

    static {
        Arrays.stream(Origin.values()).forEach(o -> ORIGINS.put(o.code(), o));
        Arrays.stream(Status.values()).forEach(s -> STATUSES.put(s.code(), s));
    }

    private Packing() {}

    /** Packed by the tasks that read them. */
    public static Dataset<Row> spread(Dataset<Row> observations) {
        return observations
                .sparkSession()
                .createDataFrame(query(observations).toRdd().toJavaRDD().mapPartitions(Packing::pack), SCHEMA);
    }

    /** Packed here, where the observations are few rows that the driver holds. */
    public static List<Row> few(Dataset<Row> observations) {
        List<Row> packed = new ArrayList<>();
        pack(Arrays.asList(query(observations).executedPlan().executeCollect()).iterator())
                .forEachRemaining(packed::add);
        return packed;
    }

    /** The indicators of open families that packed rows name. */
    public static Set<String> open(Dataset<Row> packed) {
        Set<String> open = new TreeSet<>();
        for (Row row : packed.select("open").distinct().collectAsList()) {
            open.addAll(Arrays.asList(row.getString(0).split(" ")));
        }
        open.remove("");
        return open;
    }

    private static QueryExecution query(Dataset<Row> observations) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) observations.select(
                        Arrays.stream(COLUMNS).map(functions::col).toArray(org.apache.spark.sql.Column[]::new)))
                .queryExecution();
    }

    /** Channels and platforms of the day: no form lists them all. */
    private static boolean isOpen(String indicator) {
        return indicator.startsWith("followers.") || indicator.startsWith("channel.");
    }

    private static Iterator<Row> pack(Iterator<InternalRow> rows) {
        return new Packed(rows);
    }

    private static final class Packed implements Iterator<Row> {
        private final Iterator<InternalRow> rows;
        private final PackedFigures figures = new PackedFigures();
        private final PackedTexts texts = new PackedTexts();
        private final Map<UTF8String, byte[]> labels = new HashMap<>();
        private final TreeSet<String> open = new TreeSet<>();
        private final Map<UTF8String, String> words = new HashMap<>();
        private UTF8String body = UTF8String.EMPTY_UTF8;
        private int year;
        private String region = "";
        private String scope = "";
        private String form = "";
        private long count;
        private boolean hasMore = true;

        Packed(Iterator<InternalRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return hasMore && (rows.hasNext() || !figures.isEmpty());
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            while (rows.hasNext()) {
                InternalRow row = rows.next();
                UTF8String nextBody = row.getUTF8String(0);
                int nextYear = row.getInt(1);
                if (nextYear != year || !nextBody.equals(body)) {
                    Row done = figures.isEmpty() ? null : take();
                    body = nextBody.clone();
                    year = nextYear;
                    region = word(row.getUTF8String(10));
                    scope = word(row.getUTF8String(11));
                    form = word(row.getUTF8String(12));
                    add(row);
                    if (done != null) {
                        return done;
                    }
                } else {
                    add(row);
                }
            }
            hasMore = false;
            return take();
        }

        private Row take() {
            Row row = RowFactory.create(
                    body.toString(),
                    year,
                    region,
                    scope,
                    form,
                    String.join(" ", open),
                    count,
                    figures.take(),
                    texts.take());
            open.clear();
            count = 0;
            return row;
        }

        private void add(InternalRow row) {
            String indicator = word(row.getUTF8String(2));
            boolean isNumber = !row.isNullAt(5);
            if (isOpen(indicator)) {
                open.add(indicator);
            }
            figures.add(new Figure(
                    indicator,
                    word(row.getUTF8String(3)),
                    ORIGINS.get(word(row.getUTF8String(4))),
                    STATUSES.get(word(row.getUTF8String(7))),
                    row.getBoolean(8),
                    isNumber,
                    isNumber ? row.getDecimal(5, PRECISION, SCALE).toUnscaledLong() : 0,
                    word(row.getUTF8String(6)),
                    row.getInt(9)));
            texts.add(label(row.getUTF8String(13)));
            UTF8String value = row.getUTF8String(14);
            texts.add(isNumber ? value.getBytes() : redacted(value));
            count++;
        }

        private byte[] label(UTF8String printed) {
            byte[] label = labels.get(printed);
            if (label == null) {
                label = redacted(printed);
                if (labels.size() >= MEMORY) {
                    labels.clear();
                }
                labels.put(printed.clone(), label);
            }
            return label;
        }

        private static byte[] redacted(UTF8String printed) {
            return Redaction.of(printed.toString()).getBytes(StandardCharsets.UTF_8);
        }

        /** The word as text, made once. */
        private String word(UTF8String bytes) {
            String word = words.get(bytes);
            if (word == null) {
                word = bytes.toString();
                words.put(bytes.clone(), word);
            }
            return word;
        }
    }
}
