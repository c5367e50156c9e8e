package org.gongkai.report;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.catalogue.Indicator;
import org.gongkai.place.Identification;
import org.gongkai.place.Identifier;
import org.gongkai.table.TableReading;
import org.gongkai.table.Unmapped;
import org.gongkai.text.Manuscript;
import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Figures given as data, checked against the catalogue. */
final class StatedFigures {
    private static final Map<String, String> UNITS = units();

    private StatedFigures() {}

    /** A report of figures without a text; an indicator that the catalogue lacks is unmapped, never guessed. */
    static Report report(Manuscript manuscript, Content.Figures given) {
        Identification who = Identifier.identify(manuscript, OptionalInt.empty(), 0);
        List<Value> values = new ArrayList<>();
        List<Unmapped> unmapped = new ArrayList<>();
        int number = 0;
        for (Content.Figure figure : given.figures()) {
            number++;
            String unit = UNITS.getOrDefault(figure.indicator(), figure.unit());
            boolean known = UNITS.containsKey(figure.indicator()) || isPlatform(figure.indicator());
            if (!known || (!figure.unit().isEmpty() && !figure.unit().equals(unit))) {
                unmapped.add(new Unmapped(number, figure.indicator() + " " + figure.unit()));
                continue;
            }
            values.add(new Value(
                    figure.indicator(),
                    figure.requester(),
                    figure.value(),
                    unit,
                    figure.value().isPresent() ? Status.NORMAL : Status.NOT_STATED,
                    Origin.STRUCTURED,
                    number,
                    figure.indicator(),
                    figure.value().map(v -> v.toPlainString()).orElse("")));
        }
        return new Report(who, TableReading.NO_FORM, values, unmapped, who.findings());
    }

    private static boolean isPlatform(String indicator) {
        return indicator.startsWith("channel.") || indicator.startsWith("followers.");
    }

    private static Map<String, String> units() {
        Map<String, String> units = new HashMap<>();
        for (Form form : Catalogue.get().forms()) {
            for (Form.Table table : form.tables()) {
                for (Indicator indicator : Catalogue.indicators(form, table)) {
                    units.put(indicator.code(), indicator.unit());
                }
            }
        }
        return Map.copyOf(units);
    }
}
