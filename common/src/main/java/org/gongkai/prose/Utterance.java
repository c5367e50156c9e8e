package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What one sentence has said up to the mark that is being read. Confined to one thread. */
final class Utterance {
    /** Tags of all its words so far, {@code #figure} where it has counted something. */
    final Tags said = new Tags();

    /** Tags of the words since its last comma. */
    final Tags inClause = new Tags();

    /** Clauses without a figure since the last one. */
    final List<Span> leads = new ArrayList<>();

    /** Whether what follows are parts of what it has counted. */
    boolean inParts;

    /** Measure word of the items that it says were published, empty while it has said none. */
    String publishedUnit = "";

    /** Sum of the figures so far. */
    BigDecimal running = BigDecimal.ZERO;

    /** {@code 传真申请数:2件}: the label stands before the colon. */
    boolean afterColon;

    /** Platform that it has named and given no figure of its own, empty for none. */
    String waiting = "";
}
