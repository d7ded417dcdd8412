package org.modestcrm.tests.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.email.DirectoryTransport;
import org.modestcrm.email.Transport;
import org.modestcrm.testkit.contract.TransportContract;

class DirectoryTransportTest extends TransportContract {
    @TempDir
    Path folder;

    @Override
    protected Transport transport() {
        return new DirectoryTransport(folder.resolve("mails"));
    }

    @Override
    protected Transport brokenTransport() {
        try {
            return new DirectoryTransport(Files.writeString(folder.resolve("file"), "in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<byte[]> arrived() {
        try (Stream<Path> files = Files.list(folder.resolve("mails"))) {
            return files.sorted().map(DirectoryTransportTest::content).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
