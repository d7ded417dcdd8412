package org.modestcrm.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers copy from the documentation is compiled and run: every block of Java stands in an example. */
class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"README.md", "docs/testing.md"})
    void the_java_of_a_page_stands_in_an_example(String page) throws IOException {
        Path file = MODULE.toAbsolutePath().resolveSibling(page);
        assumeThat(file).as(page).exists();
        List<String> sources = Snippets.sourcesBelow(MODULE.resolve("src"));

        List<List<String>> blocks = Snippets.javaBlocks(Files.readString(file));

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(sources)
                        .as("an example with these lines of %s:%n%s", page, String.join("\n", block))
                        .anyMatch(source -> Snippets.occursIn(block, source)));
    }
}
