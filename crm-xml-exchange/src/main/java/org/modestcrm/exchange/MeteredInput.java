package org.modestcrm.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read and gives each record a number of bytes. This one line of defence stops names, texts and attributes
 * of any length, whatever the parser does with them.
 */
final class MeteredInput extends FilterInputStream {
    private final ReadLimits limits;
    private long read;
    private long end;

    MeteredInput(InputStream in, ReadLimits limits) {
        super(in);
        this.limits = limits;
        renew();
    }

    /** A record is complete: the next one gets as many bytes again. */
    void renew() {
        end = Math.min(limits.documentBytes(), read + limits.recordBytes());
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private void count(int bytes) throws Exceeded {
        read += bytes;
        if (read > end) {
            throw new Exceeded(
                    read > limits.documentBytes()
                            ? "document of more than " + limits.documentBytes() + " bytes (ReadLimits.documentBytes)"
                            : "record of more than " + limits.recordBytes() + " bytes (ReadLimits.recordBytes)");
        }
    }

    /** Too much was read. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message);
        }
    }
}
