package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the parts of a total inside one sentence, and gives them up where the enumeration is not one of all parts:
 * 等 at its end, another unit, a part that is a figure of its own, an enumeration in the enumeration.
 */
final class PartsCollector {
    private final Memory memory;
    private final List<BigDecimal> parts = new ArrayList<>();
    private String indicator = "";
    private Mark.Figure total;
    private int totalLine;
    private Mark.Figure previous;
    private int previousLine;
    private int lastLine;
    private boolean isOpen;
    private boolean isComplete = true;

    PartsCollector(Memory memory) {
        this.memory = memory;
    }

    /** 其中, 包括 … behind the figure of {@code head}. */
    void open(String head) {
        if (isOpen) {
            isComplete = false;
        } else if (previous != null && (head.startsWith("publication.total") || head.startsWith("channel."))) {
            isOpen = true;
            indicator = head;
            total = previous;
            totalLine = previousLine;
        }
    }

    /** The next figure of the sentence. */
    void figure(Mark.Figure figure, List<String> indicators, Span before, boolean inBrackets, int line) {
        if (inBrackets) {
            return;
        }
        if (isOpen) {
            boolean fits = figure.unit().equals(total.unit())
                    && indicators.isEmpty()
                    && !figure.numeral().approximate()
                    && !Span.hasAny(before.tags(), "etc_channel", "total", "views", "besides", "change");
            isComplete &= fits;
            parts.add(figure.numeral().amount());
            lastLine = line;
        }
        previous = indicators.isEmpty() ? null : figure;
        previousLine = line;
    }

    /** The end of the sentence. */
    void close(Span afterLast) {
        boolean all = isComplete && parts.size() >= 3 && !total.numeral().approximate();
        if (isOpen && all && !afterLast.tags().contains("etc")) {
            memory.breakdowns.add(new Breakdown(indicator, total.numeral().amount(), totalLine, parts, lastLine));
        }
    }
}
