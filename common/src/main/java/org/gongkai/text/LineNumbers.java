package org.gongkai.text;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;

/**
 * A set of line numbers, held as bits: whoever reads a document asks for every line of it whether it is in the set.
 * Immutable, ascending.
 */
public final class LineNumbers extends AbstractSet<Integer> {
    private final BitSet bits;

    private LineNumbers(BitSet bits) {
        this.bits = bits;
    }

    /** These numbers, none of them negative. */
    public static LineNumbers of(Collection<Integer> numbers) {
        if (numbers instanceof LineNumbers same) {
            return same;
        }
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        return new LineNumbers(bits);
    }

    /** The bits that are set, as they are now. */
    public static LineNumbers of(BitSet bits) {
        return new LineNumbers((BitSet) bits.clone());
    }

    @Override
    public boolean contains(Object number) {
        return number instanceof Integer line && line >= 0 && bits.get(line);
    }

    @Override
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    @Override
    public int size() {
        return bits.cardinality();
    }

    @Override
    public Iterator<Integer> iterator() {
        return bits.stream().iterator();
    }
}
