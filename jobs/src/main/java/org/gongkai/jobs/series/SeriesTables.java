package org.gongkai.jobs.series;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that come of the passes over the figures ({@link SeriesPass}). */
public interface SeriesTables extends AutoCloseable {
    /** What the columns of {@link #formSums} are: those of {@code form_cells.json}. */
    String FORM_SUM_COLUMNS = "region_code STRING, report_year INT, basis STRING, form STRING, "
            + "indicator STRING, requester STRING, unit STRING, value DECIMAL(18,6), n_bodies BIGINT, n_zero BIGINT, "
            + "n_blank BIGINT, n_approximate BIGINT";

    /** {@link RegionSeries#COLUMNS}. */
    Dataset<Row> regionMeasures(RegionSeries series);

    /** The cells of the statutory forms, added up as they are printed. */
    Dataset<Row> formSums();

    /** {@link SeriesRules#COLUMNS}. */
    Dataset<Row> findings();

    /** {@link SeriesPass#CELL_COLUMNS}. */
    Dataset<Row> cells();

    /** {@link SeriesPass#FOLLOWER_COLUMNS}. */
    Dataset<Row> followers();

    /** Forgets what was kept. */
    @Override
    void close();
}
