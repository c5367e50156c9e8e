package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A stated total with all the parts that the same sentence gives for it: {@code 公开164条，其中部门文件34条，…，部门动态108条}.
 *
 * @param indicator what the total is
 * @param total the total as stated
 * @param totalLine line of the total
 * @param parts the parts in the order of the text, at least three, all with the unit of the total
 * @param lastLine line of the last part
 */
public record Breakdown(String indicator, BigDecimal total, int totalLine, List<BigDecimal> parts, int lastLine) {
    private static final int FEWEST = 3;

    public Breakdown {
        Objects.requireNonNull(total, "total");
        parts = List.copyOf(parts);
        if (indicator.isBlank() || parts.size() < FEWEST) {
            throw new IllegalArgumentException("a breakdown needs an indicator and at least three parts");
        }
    }

    /** The parts added up. */
    public BigDecimal sum() {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the parts add up to the total. */
    public boolean balances() {
        return sum().compareTo(total) == 0;
    }
}
