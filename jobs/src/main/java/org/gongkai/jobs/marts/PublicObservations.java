package org.gongkai.jobs.marts;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.gongkai.jobs.rows.Spread;
import org.gongkai.jobs.series.Packing;
import org.gongkai.measure.Figure;
import org.gongkai.measure.PackedFigures;
import org.gongkai.measure.PackedTexts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The public observations of many reports, from their packed rows: a report is moved and sorted as a whole, and its figures
 * are put in order where they are written. Sorting thirty million rows by five texts costs more than all sums.
 */
final class PublicObservations {
    private static final int PRECISION = 18;
    private static final int SCALE = 6;

    private PublicObservations() {}

    /**
     * The rows, a partition a file, in the order of the grain.
     *
     * @param packed rows of {@link Packing#SCHEMA}
     * @param rowsAFile how many rows a file may hold
     */
    static Dataset<Row> of(Dataset<Row> packed, long rowsAFile) {
        Spread spread = Spread.of(packed, "body_id", functions.sum("n"), rowsAFile);
        Dataset<Row> sorted = spread.apply(
                packed.select("body_id", "report_year", "region_code", "scope", "form", "figures", "texts"),
                functions.col("body_id"),
                functions.col("report_year"));
        JavaRDD<InternalRow> rows = ((org.apache.spark.sql.classic.Dataset<Row>) sorted)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(Unpacked::new);
        return ((SparkSession) packed.sparkSession())
                .internalCreateDataFrame(rows.rdd(), MartTable.OBSERVATIONS.type(), false);
    }

    /** A figure with its place in the grain. */
    private record Placed(
            UTF8String indicator, UTF8String requester, UTF8String origin, Figure figure, byte[] label, byte[] value) {
        static final Comparator<Placed> ORDER = Comparator.comparing(Placed::indicator)
                .thenComparing(Placed::requester)
                .thenComparing(Placed::origin);
    }

    /** Report after report; the rows of one that lies in two places follow each other. */
    private static final class Unpacked implements Iterator<InternalRow> {
        private final Iterator<InternalRow> rows;
        private final Map<String, UTF8String> words = new HashMap<>();
        private final List<Placed> placed = new ArrayList<>();
        private int at;
        /** The first row of the report that is being written, and of the one after it. */
        private Optional<InternalRow> current = Optional.empty();

        private Optional<InternalRow> ahead;

        Unpacked(Iterator<InternalRow> rows) {
            this.rows = rows;
            this.ahead = read();
        }

        @Override
        public boolean hasNext() {
            return at < placed.size() || ahead.isPresent();
        }

        @Override
        public InternalRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (at == placed.size()) {
                nextReport();
            }
            return row(current.orElseThrow(), placed.get(at++));
        }

        private Optional<InternalRow> read() {
            return rows.hasNext() ? Optional.of(rows.next().copy()) : Optional.empty();
        }

        private void nextReport() {
            placed.clear();
            at = 0;
            current = ahead;
            InternalRow first = ahead.orElseThrow();
            while (ahead.filter(row -> isSame(first, row)).isPresent()) {
                PackedTexts.Reader texts = new PackedTexts.Reader(ahead.get().getBinary(6));
                PackedFigures.each(
                        ahead.get().getBinary(5),
                        figure -> placed.add(new Placed(
                                word(figure.indicator()),
                                word(figure.requester()),
                                word(figure.origin().code()),
                                figure,
                                texts.next(),
                                texts.next())));
                ahead = read();
            }
            placed.sort(Placed.ORDER);
        }

        private static boolean isSame(InternalRow one, InternalRow other) {
            return one.getInt(1) == other.getInt(1) && one.getUTF8String(0).equals(other.getUTF8String(0));
        }

        private UTF8String word(String word) {
            return words.computeIfAbsent(word, UTF8String::fromString);
        }

        private InternalRow row(InternalRow report, Placed place) {
            Figure figure = place.figure();
            return new GenericInternalRow(new Object[] {
                report.getUTF8String(0),
                report.getInt(1),
                report.getUTF8String(2),
                report.getUTF8String(3),
                report.getUTF8String(4),
                place.indicator(),
                place.requester(),
                place.origin(),
                figure.isNumber() ? Decimal.createUnsafe(figure.millionths(), PRECISION, SCALE) : null,
                word(figure.unit()),
                word(figure.status().code()),
                figure.isPreferred(),
                UTF8String.fromBytes(place.label()),
                UTF8String.fromBytes(place.value()),
                figure.line()
            });
        }
    }
}
