package org.modestcrm.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens what may be gzipped, reads it as strict UTF-8, and says in plain words why it cannot be read. */
final class CsvSource {
    private static final int BUFFER = 1 << 16;

    private CsvSource() {}

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CsvException(file.getFileName() + ": a directory (expected: a CSV file, plain or gzipped)");
        }
        return Files.newInputStream(file);
    }

    static Reader text(InputStream raw, long maxBytes) throws IOException {
        InputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(4);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream plain = new Limited(zipped ? new GZIPInputStream(in, BUFFER) : in, maxBytes);
        Reader text = new BufferedReader(
                new InputStreamReader(
                        plain,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        text.mark(1);
        if (text.read() != 0xFEFF) {
            text.reset();
        }
        return text;
    }

    static CsvException failure(String place, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new CsvException(place + ": no such file (expected: a CSV file, plain or gzipped)", e);
        }
        if (e instanceof AccessDeniedException) {
            return new CsvException(place + ": may not be read (expected: read permission)", e);
        }
        if (e instanceof EOFException) {
            return new CsvException(place + ": ends in the middle (expected: a whole gzip file; fetch it again)", e);
        }
        if (e instanceof ZipException) {
            return new CsvException(place + ": damaged gzip (expected: a whole gzip file; fetch it again)", e);
        }
        if (e instanceof CharacterCodingException) {
            return new CsvException(place + ": bytes that are not UTF-8 (expected: a file saved as UTF-8)", e);
        }
        return new CsvException(place + ": cannot be read (" + e.getMessage() + ")", e);
    }

    /** Ends with an error past a number of bytes, so that a small archive cannot unpack without end. */
    private static final class Limited extends FilterInputStream {
        private final long max;
        private long count;

        Limited(InputStream in, long max) {
            super(in);
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            counted(Math.max(0, n));
            return n;
        }

        private void counted(int n) throws IOException {
            count += n;
            if (count > max) {
                throw new IOException("more than " + max + " bytes once unpacked (OrderCsv.Builder.maxBytes)");
            }
        }
    }
}
