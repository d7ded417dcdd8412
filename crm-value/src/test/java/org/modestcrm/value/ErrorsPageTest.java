package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
    @Test
    void every_code_is_explained() throws IOException {
        String page = Files.readString(Path.of("../docs/errors.md"));

        assertThat(Stream.concat(Stream.of(Refusal.values()), Stream.of(Finding.Code.values())))
                .allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }
}
