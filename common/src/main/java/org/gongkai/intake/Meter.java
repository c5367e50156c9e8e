package org.gongkai.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it and stops an archive that grows beyond its limits. */
final class Meter extends FilterInputStream {
    private final Meter packed;
    private final IntakeLimits limits;
    private long count;
    private boolean failed;

    /** Counts only. */
    Meter(InputStream in) {
        super(in);
        this.packed = null;
        this.limits = null;
    }

    /** Counts what comes out of an archive against what went into it. */
    Meter(InputStream in, Meter packed, IntakeLimits limits) {
        super(in);
        this.packed = packed;
        this.limits = limits;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = packed == null ? raw() : unpacked();
        if (b >= 0) {
            add(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = packed == null ? raw(buffer, offset, length) : unpacked(buffer, offset, length);
        if (n > 0) {
            add(n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int raw() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    private int raw(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    private int unpacked() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw blame(e);
        }
    }

    private int unpacked(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw blame(e);
        }
    }

    /** Where the medium gave its bytes and they cannot be unpacked, the bytes are at fault. */
    private IOException blame(IOException e) {
        return packed.failed || e instanceof BombException || e instanceof BrokenException ? e : new BrokenException(e);
    }

    private void add(int n) throws BombException {
        count += n;
        if (packed != null
                && count > limits.expansionFree()
                && count / limits.expansion() > Math.max(1, packed.count())) {
            throw new BombException(count, packed.count());
        }
    }

    /** More comes out of an archive than any honest text does. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;

        BombException(long out, long in) {
            super(out + " bytes out of " + in);
        }
    }

    /** What was packed breaks off or contradicts its own format. */
    static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenException(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
