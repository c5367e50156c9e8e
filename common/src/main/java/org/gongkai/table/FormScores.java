package org.gongkai.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the labels of each form in one document: the form with the most of them is the document's, each label counted once;
 * labels that only one form has weigh more. One document, one thread.
 */
final class FormScores {
    private static final int FEWEST_ROWS = 3;
    private static final int OF_MARKER = 3;

    /**
     * A label of any form.
     *
     * @param number of the label, from 0
     * @param weights what it is in each form, null where that form does not have it as a label
     * @param markers which forms it marks
     */
    private record Known(int number, FormIndex.Weight[] weights, boolean[] markers) {}

    private static final class Holder {
        private static final List<FormIndex> FORMS = FormIndex.all();
        private static final Map<String, Known> KNOWN = new HashMap<>();

        static {
            for (FormIndex form : FORMS) {
                form.labelsAndMarkers().forEach(key -> KNOWN.computeIfAbsent(key, Holder::known));
            }
        }

        private static Known known(String key) {
            FormIndex.Weight[] weights = new FormIndex.Weight[FORMS.size()];
            boolean[] markers = new boolean[FORMS.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = FORMS.get(i).weight(key).orElse(null);
                markers[i] = FORMS.get(i).isMarker(key);
            }
            return new Known(KNOWN.size(), weights, markers);
        }
    }

    private final List<FormIndex> forms = Holder.FORMS;
    private final BitSet[] seen = new BitSet[forms.size()];
    private final boolean[] marked = new boolean[forms.size()];
    private final int[] score = new int[forms.size()];
    private final int[] rowLabels = new int[forms.size()];
    private final int[] others = new int[forms.size()];

    FormScores() {
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new BitSet();
            // The labels that local tables share with the national form do not tell them apart.
            marked[i] = !forms.get(i).form().isLocal();
        }
    }

    /** Notes a text that may be a label, or a label with its value glued to it. */
    void note(Token token) {
        Known whole = Holder.KNOWN.get(token.key());
        Optional<Glued> glued = Glued.of(token.text());
        Known head = glued.map(g -> Holder.KNOWN.get(g.label())).orElse(null);
        if (whole == null && head == null) {
            return;
        }
        for (int i = 0; i < score.length; i++) {
            boolean isWhole = glued.isEmpty() || whole != null && whole.weights()[i] != null;
            Known label = isWhole ? whole : head;
            if (label != null) {
                count(i, label);
            }
        }
    }

    private void count(int form, Known label) {
        FormIndex.Weight weight = label.weights()[form];
        boolean marker = label.markers()[form];
        if (!marker && weight == null || seen[form].get(label.number())) {
            return;
        }
        seen[form].set(label.number());
        marked[form] |= marker;
        score[form] += marker ? OF_MARKER : 1;
        if (weight == FormIndex.Weight.ROW) {
            rowLabels[form]++;
        } else {
            others[form]++;
        }
    }

    /** The form with the highest score, if that is enough for a statutory table. */
    Optional<FormIndex> best() {
        int best = -1;
        for (int i = 0; i < score.length; i++) {
            if (isEnough(i) && marked[i] && (best < 0 || isBetter(i, best))) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(forms.get(best));
    }

    private boolean isEnough(int form) {
        return forms.get(form).isList()
                ? rowLabels[form] >= FEWEST_ROWS || rowLabels[form] > 1 && others[form] > 0
                : others[form] > 0 && rowLabels[form] + others[form] >= FEWEST_ROWS;
    }

    /** Of two with one score the one that fewer labels are missing of, and of two alike the later. */
    private boolean isBetter(int form, int best) {
        return score[form] > score[best] || score[form] == score[best] && unseen(form) <= unseen(best);
    }

    private int unseen(int form) {
        return forms.get(form)
                .unseen(key -> seen[form].get(Holder.KNOWN.get(key).number()));
    }
}
