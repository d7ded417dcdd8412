package org.modestcrm.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modestcrm.outbox.OutboxMail;

/** Writes each mail into a folder as an {@code .eml} file that mail programs open. Thread-safe. */
public final class DirectoryTransport implements Transport {
    private final Path folder;

    /**
     * Writes into a folder.
     *
     * @param folder is made when it is not there
     */
    public DirectoryTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public SendResult send(OutboxMail mail) {
        Path file = folder.resolve(FileNames.of(mail.key()) + ".eml");
        try {
            Files.createDirectories(folder);
            Files.write(file, mail.content());
            return new SendResult.Accepted("written to " + file.getFileName());
        } catch (IOException e) {
            return new SendResult.Later("cannot write " + file + " (" + e.getMessage() + ")");
        }
    }
}
