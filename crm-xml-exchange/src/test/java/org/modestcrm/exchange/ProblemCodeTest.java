package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void the_page_of_codes_has_each_code_once_with_cause_and_cure() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));

        List<String> rows = Pattern.compile("(?m)^\\| `(PX-[A-Z-]+)` \\| (fatal|error|warning) \\| .+ \\| .+ \\|$")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .map(row -> row.replaceAll("^\\| `(PX-[A-Z-]+)` \\| (\\w+) .*", "$1 $2"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(ProblemCode.values())
                        .map(code -> code + " " + code.severity())
                        .toList());
    }
}
