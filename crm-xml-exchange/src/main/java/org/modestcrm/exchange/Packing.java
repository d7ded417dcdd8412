package org.modestcrm.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952) of one member, and no further than a ratio: no bomb, no second member, nothing behind the end,
 * nothing packed twice. What is not packed is passed on. For one thread.
 */
final class Packing extends InputStream {
    private static final int FREE = 1 << 20;

    private final InputStream in;
    private final int ratio;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[8192];
    private int packedEnd;
    private long taken;
    private boolean ended;

    private Packing(InputStream in, int ratio) {
        this.in = in;
        this.ratio = ratio;
    }

    static InputStream open(InputStream in, String part, ReadLimits limits) throws IOException, Fault {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        if (magic.length < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
            return start;
        }
        try {
            Packing packing = new Packing(start, limits.ratio());
            packing.header();
            return packing;
        } catch (ZipException e) {
            throw new Fault(new ExchangeProblem(
                    ProblemCode.PX_PACKING,
                    new Place(part, 1, 1, "", ""),
                    "packing broken or cut off (expected: one gzip member)"));
        }
    }

    private void header() throws IOException {
        byte[] header = in.readNBytes(10);
        boolean plain = header.length == 10 && header[2] == 8 && (header[3] & ~0x09) == 0;
        if (!plain) {
            throw new ZipException("header of another kind");
        }
        if ((header[3] & 0x08) != 0) {
            skipName();
        }
    }

    private void skipName() throws IOException {
        for (int length = 0; length < 256; length++) {
            int next = in.read();
            if (next == 0) {
                return;
            }
            if (next < 0) {
                break;
            }
        }
        throw new ZipException("name without end");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        try {
            int got = inflate(into, from, length);
            if (got > 0) {
                crc.update(into, from, got);
                checkRatio();
            }
            return got;
        } catch (DataFormatException e) {
            throw new ZipException("broken");
        }
    }

    private int inflate(byte[] into, int from, int length) throws IOException, DataFormatException {
        int got = inflater.inflate(into, from, length);
        while (got == 0) {
            if (inflater.finished()) {
                trailer();
                return -1;
            }
            fill();
            got = inflater.inflate(into, from, length);
        }
        return got;
    }

    private void fill() throws IOException {
        packedEnd = in.read(packed);
        if (packedEnd < 0) {
            throw new ZipException("cut off");
        }
        taken += packedEnd;
        inflater.setInput(packed, 0, packedEnd);
    }

    private void trailer() throws IOException {
        ended = true;
        byte[] trailer = new byte[9];
        int left = inflater.getRemaining();
        int first = Math.min(left, 9);
        System.arraycopy(packed, packedEnd - left, trailer, 0, first);
        int got = first + in.readNBytes(trailer, first, 9 - first);
        long size = inflater.getBytesWritten();
        inflater.end();
        if (got != 8 || little(trailer, 0) != crc.getValue() || little(trailer, 4) != (size & 0xffffffffL)) {
            throw new ZipException("trailer does not fit");
        }
    }

    private static long little(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }

    private void checkRatio() throws IOException {
        if (inflater.getBytesWritten() > FREE + taken * ratio) {
            throw new MeteredInput.Exceeded("unpacks to more than " + ratio + " times its size (ReadLimits.ratio)");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
