package org.gongkai.table;

import org.gongkai.text.Manuscript;

import java.util.HashSet;
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
    private static final int FEWEST_ROWS = 3;

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

    /** The form with the most labels in the document, each counted once; labels that only one form has weigh more. */
    static Optional<FormIndex> form(List<Row> rows) {
        List<FormIndex> forms = FormIndex.all();
        List<Set<String>> seen =
                forms.stream().map(f -> (Set<String>) new HashSet<String>()).toList();
        int[] score = new int[forms.size()];
        int[] rowLabels = new int[forms.size()];
        int[] others = new int[forms.size()];
        for (Row row : rows) {
            for (Token token : row.tokens()) {
                if (!token.isText() || token.text().length() > LONGEST_LABEL) {
                    continue;
                }
                String key = token.key();
                if (key.length() < 2) {
                    continue;
                }
                Optional<Glued> glued = Glued.of(token.text());
                if (!FormIndex.isKnown(key)
                        && !glued.map(Glued::label).filter(FormIndex::isKnown).isPresent()) {
                    continue;
                }
                for (int i = 0; i < score.length; i++) {
                    FormIndex form = forms.get(i);
                    String label = form.weight(key).isEmpty() && glued.isPresent()
                            ? glued.get().label()
                            : key;
                    Optional<FormIndex.Weight> weight = form.weight(label);
                    boolean marker = form.isMarker(label);
                    if ((marker || weight.isPresent()) && seen.get(i).add(label)) {
                        score[i] += marker ? 3 : 1;
                        if (weight.isPresent() && weight.get() == FormIndex.Weight.ROW) {
                            rowLabels[i]++;
                        } else {
                            others[i]++;
                        }
                    }
                }
            }
        }
        int best = -1;
        boolean[] marked = new boolean[score.length];
        for (int i = 0; i < marked.length; i++) {
            // The labels that local tables share with the national form do not tell them apart.
            marked[i] = !forms.get(i).form().isLocal() || seen.get(i).stream().anyMatch(forms.get(i)::isMarker);
        }
        for (int i = 0; i < score.length; i++) {
            boolean enough = forms.get(i).isList()
                    ? rowLabels[i] >= FEWEST_ROWS || rowLabels[i] > 1 && others[i] > 0
                    : others[i] > 0 && rowLabels[i] + others[i] >= FEWEST_ROWS;
            if (enough
                    && marked[i]
                    && (best < 0
                            || score[i] > score[best]
                            || score[i] == score[best]
                                    && forms.get(i).unseen(seen.get(i))
                                            <= forms.get(best).unseen(seen.get(best)))) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(forms.get(best));
    }
}
