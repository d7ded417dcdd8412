package org.modestcrm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @Test
    void the_buyer_is_confirmed_and_sorted(@TempDir Path folder) {
        List<String> told = Quickstart.run(folder, Instant.parse("2026-03-01T09:00:00Z"));

        assertThat(folder.resolve("index.html")).exists();
        assertThat(told)
                .containsExactly(
                        "Open " + folder.resolve("index.html"),
                        "[vip, french-vip] until 2027-03-01T23:00:00Z",
                        "sum of total over orders (date is within the last 365 days) is at least 500 EUR"
                                + " [2025-03-01 00:00 - 2026-03-01 10:00 Europe/Paris]: yes; seen: 600 EUR");
    }
}
