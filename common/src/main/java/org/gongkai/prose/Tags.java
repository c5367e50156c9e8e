package org.gongkai.prose;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of tags, held as bits: the reader asks and joins such sets at every word, and few hundred tags exist. A tag gets
 * its number when it is first put into a set; what is only asked for gets none. Tags come from the reference data and
 * from the reader itself, never from a document. A set made by {@link #fixed} can be shared between threads, any other
 * is confined to one.
 */
final class Tags extends AbstractSet<String> {
    private static final Map<String, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static final Object LOCK = new Object();
    private static volatile String[] names = {};

    private final boolean isFixed;
    private long[] bits;

    /** No tag yet. */
    Tags() {
        this(new long[4], false);
    }

    private Tags(long[] bits, boolean isFixed) {
        this.bits = bits;
        this.isFixed = isFixed;
    }

    /** The same tags as a set to be added to. */
    static Tags copyOf(Collection<String> tags) {
        Tags copy = new Tags();
        copy.addAll(tags);
        return copy;
    }

    /** The same tags, not to be changed any more. */
    static Tags fixed(Collection<String> tags) {
        if (tags instanceof Tags given && given.isFixed) {
            return given;
        }
        return new Tags(copyOf(tags).bits, true);
    }

    /** Tags by their names, not to be changed. */
    static Tags of(String... tags) {
        return fixed(Arrays.asList(tags));
    }

    /** Whether any of the tags is in the set as well. */
    boolean meets(Tags wanted) {
        for (int i = Math.min(bits.length, wanted.bits.length) - 1; i >= 0; i--) {
            if ((bits[i] & wanted.bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean contains(Object tag) {
        Integer number = NUMBERS.get(tag);
        return number != null && has(number);
    }

    @Override
    public boolean containsAll(Collection<?> tags) {
        if (!(tags instanceof Tags others)) {
            return super.containsAll(tags);
        }
        for (int i = 0; i < others.bits.length; i++) {
            if ((others.bits[i] & ~(i < bits.length ? bits[i] : 0)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean add(String tag) {
        int number = number(tag);
        requireOpen();
        reach(number / Long.SIZE + 1);
        boolean isNew = !has(number);
        bits[number / Long.SIZE] |= 1L << number;
        return isNew;
    }

    @Override
    public boolean addAll(Collection<? extends String> tags) {
        if (!(tags instanceof Tags others)) {
            return super.addAll(tags);
        }
        requireOpen();
        reach(others.bits.length);
        boolean isNew = false;
        for (int i = 0; i < others.bits.length; i++) {
            isNew |= (others.bits[i] & ~bits[i]) != 0;
            bits[i] |= others.bits[i];
        }
        return isNew;
    }

    @Override
    public void clear() {
        requireOpen();
        Arrays.fill(bits, 0);
    }

    @Override
    public boolean isEmpty() {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        int size = 0;
        for (long word : bits) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The tags in the order in which they got their numbers. */
    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int next = after(-1);
            private int last = -1;

            @Override
            public boolean hasNext() {
                return next >= 0;
            }

            @Override
            public String next() {
                if (next < 0) {
                    throw new NoSuchElementException();
                }
                last = next;
                next = after(next);
                return names[last];
            }

            @Override
            public void remove() {
                requireOpen();
                bits[last / Long.SIZE] &= ~(1L << last);
            }
        };
    }

    private int after(int number) {
        int from = number + 1;
        for (int word = from / Long.SIZE; word < bits.length; word++) {
            long rest = word == from / Long.SIZE ? bits[word] & -1L << from : bits[word];
            if (rest != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return -1;
    }

    private boolean has(int number) {
        int word = number / Long.SIZE;
        return word < bits.length && (bits[word] & 1L << number) != 0;
    }

    private void reach(int words) {
        if (bits.length < words) {
            bits = Arrays.copyOf(bits, words);
        }
    }

    private void requireOpen() {
        if (isFixed) {
            throw new UnsupportedOperationException("these tags are shared and stay as they are");
        }
    }

    private static int number(String tag) {
        Integer known = NUMBERS.get(tag);
        if (known != null) {
            return known;
        }
        synchronized (LOCK) {
            return NUMBERS.computeIfAbsent(tag, t -> {
                String[] more = Arrays.copyOf(names, names.length + 1);
                more[names.length] = t;
                names = more;
                return more.length - 1;
            });
        }
    }
}
