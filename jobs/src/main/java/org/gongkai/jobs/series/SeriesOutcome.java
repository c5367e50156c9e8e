package org.gongkai.jobs.series;

import org.apache.spark.sql.Row;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What one pass over some series of reports comes to. Plain rows and packed sums, so that it can be sent and kept; a region
 * that several passes meet has a sum in each.
 *
 * @param regions a packed {@link org.gongkai.measure.Tally} each
 * @param forms a packed {@link org.gongkai.measure.FormTally} each
 * @param findings rules between years, {@link SeriesRules#COLUMNS}
 * @param cells by report what stands in its statutory tables, {@link SeriesPass#CELL_COLUMNS}
 * @param followers by report and platform, {@link SeriesPass#FOLLOWER_COLUMNS}
 */
record SeriesOutcome(
        Map<RegionYear, byte[]> regions,
        Map<RegionForm, byte[]> forms,
        List<Row> findings,
        List<Row> cells,
        List<Row> followers)
        implements Serializable {}
