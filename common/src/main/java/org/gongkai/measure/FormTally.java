package org.gongkai.measure;

import org.gongkai.value.Status;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of one form, added up as they are printed over the reports of one region, year and basis. Nothing is derived.
 * Not thread-safe.
 */
public final class FormTally {
    /**
     * A printed cell.
     *
     * @param indicator code of the row
     * @param requester applicant column, {@code _T} for the total
     * @param unit figures of two units are two cells
     */
    public record Key(String indicator, String requester, String unit) {}

    /**
     * What is printed in a cell.
     *
     * @param key the cell
     * @param value Σ, absent where no report has a number
     * @param bodies reports with a number
     * @param zero of them, those that print 0
     * @param blank reports without one
     * @param approximate reports with an approximate number
     */
    public record Entry(Key key, Optional<BigDecimal> value, long bodies, long zero, long blank, long approximate) {}

    private static final class Slot {
        private final Wide sum = new Wide(1);
        private long bodies;
        private long zero;
        private long blank;
        private long approximate;
    }

    private final Map<Key, Slot> cells = new HashMap<>();

    /** Adds a figure of a report. */
    public void add(Figure figure) {
        Slot slot = slot(new Key(figure.indicator(), figure.requester(), figure.unit()));
        if (!figure.isNumber()) {
            slot.blank++;
            return;
        }
        slot.sum.addProduct(0, 1, figure.millionths());
        slot.bodies++;
        slot.zero += figure.millionths() == 0 ? 1 : 0;
        slot.approximate += figure.status() == Status.APPROXIMATE ? 1 : 0;
    }

    /** Adds another tally of the same form. */
    public void add(FormTally other) {
        other.cells.forEach((key, more) -> {
            Slot slot = slot(key);
            slot.sum.add(0, more.sum, 0);
            slot.bodies += more.bodies;
            slot.zero += more.zero;
            slot.blank += more.blank;
            slot.approximate += more.approximate;
        });
    }

    /** The tally as a few bytes a cell, within one build only. */
    public byte[] packed() {
        Packer packer = new Packer();
        cells.forEach((key, slot) -> {
            packer.word(key.indicator());
            packer.word(key.requester());
            packer.word(key.unit());
            packer.sum(slot.sum, 0);
            packer.natural(slot.bodies);
            packer.natural(slot.zero);
            packer.natural(slot.blank);
            packer.natural(slot.approximate);
        });
        return packer.take();
    }

    /** Adds what {@link #packed} gave. */
    public void add(byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        while (unpacker.hasMore()) {
            Slot slot = slot(new Key(unpacker.word(), unpacker.word(), unpacker.word()));
            unpacker.addSum(slot.sum, 0);
            slot.bodies += unpacker.natural();
            slot.zero += unpacker.natural();
            slot.blank += unpacker.natural();
            slot.approximate += unpacker.natural();
        }
    }

    /** What is printed in every cell, in no order. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        cells.forEach((key, slot) -> entries.add(new Entry(
                key,
                slot.bodies == 0 ? Optional.empty() : Optional.of(slot.sum.value(0)),
                slot.bodies,
                slot.zero,
                slot.blank,
                slot.approximate)));
        return entries;
    }

    private Slot slot(Key key) {
        return cells.computeIfAbsent(key, k -> new Slot());
    }
}
