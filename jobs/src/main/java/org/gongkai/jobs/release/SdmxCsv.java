package org.gongkai.jobs.release;

import org.apache.spark.sql.Row;
import org.gongkai.jobs.marts.MartTable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The mart {@code measures} as SDMX-CSV 2.0, for exchange between statistical offices: one observation a line, after
 * STRUCTURE, STRUCTURE_ID and ACTION the dimensions, the measure and its attributes; codes only. A missing value is an empty
 * OBS_VALUE with the status that says why.
 */
final class SdmxCsv {
    /** Identifies the data structure: agency, identifier, version. */
    static final String STRUCTURE_ID = "GONGKAI:MEASURES(1.0.0)";

    /** Concept → column of {@code measures}; dimensions first. */
    private static final Map<String, String> CONCEPTS = concepts();

    private SdmxCsv() {}

    private static Map<String, String> concepts() {
        Map<String, String> concepts = new LinkedHashMap<>();
        concepts.put("REF_AREA", "region_code");
        concepts.put("BASIS", "basis");
        concepts.put("INDICATOR", "measure");
        concepts.put("REQUESTER", "requester");
        concepts.put("TIME_PERIOD", "report_year");
        concepts.put("OBS_VALUE", "value");
        concepts.put("OBS_STATUS", "status");
        concepts.put("UNIT_MEASURE", "unit");
        concepts.put("NUMERATOR", "numerator");
        concepts.put("DENOMINATOR", "denominator");
        concepts.put("N_BODIES", "n_bodies");
        concepts.put("N_MISSING", "n_missing");
        concepts.put("N_EXPECTED", "n_expected");
        concepts.put("COVERAGE", "coverage");
        concepts.put("COMPARABILITY", "comparability");
        return concepts;
    }

    /** Writes the heading; the stream stays open. */
    static void heading(OutputStream out) throws IOException {
        List<String> heading = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"));
        heading.addAll(CONCEPTS.keySet());
        Spreadsheet.write(out, List.of(heading).iterator(), Function.identity());
    }

    /** Writes rows of {@code measures}; the stream stays open. Returns the number of observations. */
    static long rows(OutputStream out, Iterator<Row> measures) throws IOException {
        int[] columns = CONCEPTS.values().stream()
                .mapToInt(MartTable.MEASURES.schema()::index)
                .toArray();
        return Spreadsheet.write(out, measures, row -> {
            List<String> cells = new ArrayList<>(List.of("dataflow", STRUCTURE_ID, "R", "A"));
            for (int column : columns) {
                cells.add(Spreadsheet.cell(row.get(column)));
            }
            return cells;
        });
    }
}
