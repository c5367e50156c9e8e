package org.gongkai.table;

import org.gongkai.text.Manuscript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the statutory tables of a document, whatever their layout. Thread-safe; no state. Time is linear in the text.
 *
 * <pre>
 * （一）收到申请数 件 12        requests.received = 12
 * | 行政处罚 | 25 | -1 | 0 |    penalty.items_previous_year = 25, penalty.items_change = -1, penalty.decisions = 0
 * </pre>
 */
public final class TableReader {
    private static final int LONGEST_LABEL = 120;

    private TableReader() {}

    /**
     * Every cell of the form that the document follows; {@link TableReading#NO_FORM} and nothing else where it holds no
     * statutory table. Never throws on any text.
     */
    public static TableReading read(Manuscript manuscript) {
        List<Row> rows = Grid.of(manuscript);
        Optional<FormIndex> form = form(rows);
        if (form.isEmpty()) {
            return none();
        }
        Draft draft = new Draft(form.get(), manuscript);
        new Walk(form.get(), draft).over(rows);
        return draft.isEmpty() ? none() : draft.finish();
    }

    private static TableReading none() {
        return new TableReading(
                TableReading.NO_FORM, List.of(), List.of(), 0, 0, OptionalInt.empty(), 0, Set.of(), List.of());
    }

    /** The form that the document follows, empty where it holds no statutory table. */
    static Optional<FormIndex> form(List<Row> rows) {
        FormScores scores = new FormScores();
        for (Row row : rows) {
            for (Token token : row.tokens()) {
                if (token.isText()
                        && token.text().length() <= LONGEST_LABEL
                        && token.key().length() > 1) {
                    scores.note(token);
                }
            }
        }
        return scores.best();
    }
}
