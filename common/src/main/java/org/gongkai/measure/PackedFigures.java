package org.gongkai.measure;

import org.gongkai.value.Origin;
import org.gongkai.value.Status;
import org.gongkai.value.Value;

import java.util.function.Consumer;

/**
 * The figures of a report as a few bytes each, for the way from the task that reads them to the task that adds them up: a
 * row of a table would take twenty times as much. Within one build only. Not thread-safe.
 */
public final class PackedFigures {
    private static final Origin[] ORIGINS = Origin.values();
    private static final Status[] STATUSES = Status.values();

    private static final int PREFERRED = 1;
    private static final int NUMBER = 2;
    private static final int WHOLE = 4;
    private static final int TOTAL = 8;
    private static final int ORIGIN_SHIFT = 4;

    private final Packer packer = new Packer();

    /** Adds a figure. */
    public void add(Figure figure) {
        boolean isWhole = figure.millionths() % Wide.ONE == 0;
        boolean isTotal = figure.requester().equals(Value.TOTAL);
        packer.octet((figure.isPreferred() ? PREFERRED : 0)
                | (figure.isNumber() ? NUMBER : 0)
                | (isWhole ? WHOLE : 0)
                | (isTotal ? TOTAL : 0)
                | figure.origin().ordinal() << ORIGIN_SHIFT);
        packer.octet(figure.status().ordinal());
        packer.word(figure.indicator());
        if (!isTotal) {
            packer.word(figure.requester());
        }
        packer.word(figure.unit());
        if (figure.isNumber()) {
            packer.integer(isWhole ? figure.millionths() / Wide.ONE : figure.millionths());
        }
        packer.natural(figure.line());
    }

    /** Whether there is none since the last {@link #take}. */
    public boolean isEmpty() {
        return packer.isEmpty();
    }

    /** The figures since the last call. */
    public byte[] take() {
        return packer.take();
    }

    /** Gives every figure of what {@link #take} gave, in its order. */
    public static void each(byte[] packed, Consumer<Figure> figures) {
        Unpacker unpacker = new Unpacker(packed);
        while (unpacker.hasMore()) {
            figures.accept(figure(unpacker));
        }
    }

    private static Figure figure(Unpacker unpacker) {
        int flags = unpacker.octet();
        Status status = STATUSES[unpacker.octet()];
        String indicator = unpacker.word();
        String requester = (flags & TOTAL) != 0 ? Value.TOTAL : unpacker.word();
        String unit = unpacker.word();
        boolean isNumber = (flags & NUMBER) != 0;
        long number = isNumber ? unpacker.integer() : 0;
        return new Figure(
                indicator,
                requester,
                ORIGINS[flags >> ORIGIN_SHIFT],
                status,
                (flags & PREFERRED) != 0,
                isNumber,
                (flags & WHOLE) != 0 ? number * Wide.ONE : number,
                unit,
                (int) unpacker.natural());
    }
}
