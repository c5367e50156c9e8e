package org.gongkai.prose;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number as it stands in a text, such as {@code 3.2万余}.
 *
 * @param start offset of its first character
 * @param end offset behind its last character, the unit not included
 * @param amount what it says, 万 and 亿 multiplied out; for {@code 20余万} this is 200000
 * @param approximate whether words around it (近, 约, 余, 多, 超过, 以上 …) say that it is rounded
 */
record Numeral(int start, int end, BigDecimal amount, boolean approximate) {
    Numeral {
        Objects.requireNonNull(amount, "amount");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a numeral from " + start + " to " + end);
        }
    }
}
