package org.modestcrm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmAnOrderTest {
    @Test
    void the_page_shows_the_confirmation(@TempDir Path folder) throws IOException {
        Path page = ConfirmAnOrder.preview(folder.resolve("mails"));

        assertThat(Files.readString(page)).contains("order-confirmation-2026-17.html");
        assertThat(Files.readString(page.resolveSibling("order-confirmation-2026-17.html")))
                .contains("lang=\"fr-FR\"", "Alice Martin", "Mug, blue");
    }
}
