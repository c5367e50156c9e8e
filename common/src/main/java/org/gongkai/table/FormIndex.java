package org.gongkai.table;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;
import org.gongkai.text.Folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The labels of one form, ready to be looked up. Built once for the process; immutable. */
final class FormIndex {
    /** How much a kind of label says about the form of a document. */
    enum Weight {
        ROW,
        COLUMN,
        TITLE
    }

    private static final class Holder {
        private static final List<FormIndex> ALL =
                Catalogue.get().forms().stream().map(FormIndex::new).toList();

        /** What heads a column in any form. */
        private static final Set<String> COLUMNS = columns();

        private static Set<String> columns() {
            Set<String> columns = new HashSet<>();
            ALL.forEach(form -> form.tables.forEach(table -> columns.addAll(table.columnLabels())));
            return Set.copyOf(columns);
        }
    }

    private final Form form;
    private final List<TableIndex> tables = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final Map<String, Weight> labels = new HashMap<>();
    private final Set<String> markers = new HashSet<>();
    private final Map<String, List<TableIndex>> headings = new HashMap<>();
    private final Map<Indicator, Integer> places = new IdentityHashMap<>();
    private final int meanings;
    private final Map<String, TableIndex> titles = new HashMap<>();

    private FormIndex(Form form) {
        this.form = form;
        for (Form.Table table : form.tables()) {
            TableIndex index = new TableIndex(form, table, tables.size());
            tables.add(index);
            indicators.addAll(Catalogue.indicators(form, table));
            index.rowLabels().forEach(key -> labels.putIfAbsent(key, Weight.ROW));
            index.columnLabels().forEach(key -> labels.put(key, Weight.COLUMN));
            index.titles().forEach(key -> {
                labels.put(key, Weight.TITLE);
                titles.putIfAbsent(key, index);
            });
            index.headingKeys()
                    .forEach(key -> headings.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(index));
        }
        form.markers().forEach(marker -> markers.add(LabelKey.of(Folding.fold(marker))));
        Map<List<String>, Integer> byMeaning = new HashMap<>();
        for (Indicator cell : indicators) {
            place(cell, byMeaning);
        }
        tables.forEach(table -> table.cells().forEach(cell -> place(cell, byMeaning)));
        meanings = byMeaning.size();
    }

    private void place(Indicator cell, Map<List<String>, Integer> byMeaning) {
        List<String> meaning = List.of(cell.code(), cell.requester());
        places.put(cell, byMeaning.computeIfAbsent(meaning, m -> byMeaning.size()));
    }

    /** Every form of the catalogue, oldest first. */
    static List<FormIndex> all() {
        return Holder.ALL;
    }

    Form form() {
        return form;
    }

    List<TableIndex> tables() {
        return tables;
    }

    /** The cells of the form in printed order. */
    List<Indicator> indicators() {
        return indicators;
    }

    /**
     * Where the reading of a cell keeps its value, from 0: cells that mean the same share a place, wherever they stand.
     *
     * @param cell one of {@link #indicators()} or of the cells of a table, the very object
     */
    int place(Indicator cell) {
        return places.get(cell);
    }

    /** How many places there are. */
    int places() {
        return meanings;
    }

    boolean isList() {
        return tables.get(0).isList();
    }

    /** Whether a text names a column of another form, and nothing of this one. */
    boolean isForeignColumn(String key) {
        return Holder.COLUMNS.contains(key) && !labels.containsKey(key);
    }

    Optional<Weight> weight(String key) {
        return Optional.ofNullable(labels.get(key));
    }

    /** The keys of everything that speaks for this form. */
    Set<String> labelsAndMarkers() {
        Set<String> all = new HashSet<>(labels.keySet());
        all.addAll(markers);
        return all;
    }

    boolean isMarker(String key) {
        return markers.contains(key);
    }

    /** Labels of rows that are not among those seen, in the tables of which any is seen. */
    int unseen(Predicate<String> seen) {
        int unseen = 0;
        for (TableIndex table : tables) {
            long found = table.rowLabels().stream().filter(seen).count();
            unseen += found == 0 ? 0 : table.rowLabels().size() - (int) found;
        }
        return unseen;
    }

    /** The table with that title. */
    Optional<TableIndex> titled(String key) {
        return Optional.ofNullable(titles.get(key));
    }

    /** The table that a column label shows; of several the first behind table number {@code after}. */
    Optional<TableIndex> withColumn(String key, int after) {
        TableIndex first = null;
        for (TableIndex table : tables) {
            if (!table.columns(key).isEmpty()) {
                if (table.number() > after) {
                    return Optional.of(table);
                }
                first = first == null ? table : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The one table with that row label. */
    Optional<TableIndex> withRow(String key) {
        TableIndex found = null;
        for (TableIndex table : tables) {
            if (!table.rows(key).isEmpty()) {
                if (found != null) {
                    return Optional.empty();
                }
                found = table;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The one table with that heading. */
    Optional<TableIndex> withHeading(String key) {
        List<TableIndex> found = headings.getOrDefault(key, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
