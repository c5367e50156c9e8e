package org.gongkai.measure;

/**
 * Texts beside {@link PackedFigures}, in the same order: what is printed. Apart from the figures, because what adds figures
 * up does not read them. UTF-8 as it comes, so that no text is decoded on the way. Not thread-safe.
 */
public final class PackedTexts {
    private final Packer packer = new Packer();

    /** Adds a text, as UTF-8. */
    public void add(byte[] text) {
        packer.bytes(text);
    }

    /** The texts since the last call. */
    public byte[] take() {
        return packer.take();
    }

    /** Reads what {@link #take} gave. Not thread-safe. */
    public static final class Reader {
        private final Unpacker unpacker;

        /** From the first text on. */
        public Reader(byte[] packed) {
            this.unpacker = new Unpacker(packed);
        }

        /** The next text, as UTF-8. */
        public byte[] next() {
            return unpacker.bytes();
        }
    }
}
