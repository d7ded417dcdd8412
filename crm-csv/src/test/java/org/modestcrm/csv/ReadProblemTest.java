package org.modestcrm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadProblemTest {
    @ParameterizedTest
    @EnumSource(ReadProblem.Code.class)
    void every_code_has_its_cause_and_cure_in_the_docs(ReadProblem.Code code) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "errors.md"))).contains("| `" + code + "` |");
    }
}
