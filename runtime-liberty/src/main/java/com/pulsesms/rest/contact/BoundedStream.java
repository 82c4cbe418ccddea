package com.pulsesms.rest.contact;

import com.pulsesms.rest.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body up to a size. */
final class BoundedStream extends FilterInputStream {
    private static final int MIB = 1 << 20;

    private final int mib;
    private long left;

    /** @param mib the size, in mebibytes */
    BoundedStream(InputStream body, int mib) {
        super(body);
        this.mib = mib;
        this.left = (long) mib * MIB;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = super.read(bytes, offset, length);
        return counted(read, read);
    }

    private int counted(int result, int bytes) {
        if (result >= 0) {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge("The file is over " + mib + " MiB: split it");
            }
        }
        return result;
    }
}
