package org.gongkai.prose;

import org.gongkai.value.Value;

import java.util.List;

/**
 * What the narrative text of one document says.
 *
 * @param values at most one an indicator, in the order of their lines; an indicator of which the text gives different
 *     figures, none plainer than the others, is not among them
 * @param breakdowns totals whose parts are all enumerated, whether or not they add up
 */
public record ProseReading(List<Value> values, List<Breakdown> breakdowns) {
    public ProseReading {
        values = List.copyOf(values);
        breakdowns = List.copyOf(breakdowns);
    }
}
