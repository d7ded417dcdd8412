package org.modestcrm.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/** The parts of a message, begun one after another as each gets its size. For one thread. */
final class PartFiles {
    private final Path folder;
    private final String message;
    private final long partBytes;
    private final List<Manifest.Part> parts = new ArrayList<>();
    private @Nullable DigestOutputStream out;
    private @Nullable ProfileWriter writer;

    PartFiles(Path folder, String message, long partBytes) {
        this.folder = folder;
        this.message = message;
        this.partBytes = partBytes;
    }

    void write(Profile profile) throws IOException {
        writer().write(profile);
        closeWhenFull();
    }

    void write(Tombstone tombstone) throws IOException {
        writer().write(tombstone);
        closeWhenFull();
    }

    private ProfileWriter writer() throws IOException {
        ProfileWriter open = writer;
        if (open == null) {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name())));
            DigestOutputStream digest = new DigestOutputStream(file, Digest.sha256());
            open = ProfileWriter.begin(digest, message, parts.size() + 1);
            out = digest;
            writer = open;
        }
        return open;
    }

    private String name() {
        return "part-" + (parts.size() + 1) + ".xml";
    }

    private void closeWhenFull() throws IOException {
        if (writer != null && writer.bytes() >= partBytes) {
            close();
        }
    }

    private void close() throws IOException {
        ProfileWriter open = Objects.requireNonNull(writer);
        open.end();
        try (DigestOutputStream file = Objects.requireNonNull(out)) {
            file.flush();
        }
        String sha256 =
                Digest.hex(Objects.requireNonNull(out).getMessageDigest().digest());
        parts.add(new Manifest.Part(name(), open.bytes(), sha256, open.profiles(), open.gone()));
        writer = null;
        out = null;
    }

    /** Closes the last part; a message without records has one part without any. */
    List<Manifest.Part> finish() throws IOException {
        if (writer != null || parts.isEmpty()) {
            writer();
            close();
        }
        return parts;
    }
}
