package org.modestcrm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The Java in a page of documentation, and where it stands in code that is compiled. */
final class Snippets {
    private Snippets() {}

    /** The blocks of a page that are marked as Java, without their fences. */
    static List<List<String>> javaBlocks(String markdown) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> open = null;
        for (String line : markdown.lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            if (open == null && fence && line.strip().equals("```java")) {
                open = new ArrayList<>();
            } else if (open != null && fence) {
                blocks.add(List.copyOf(open));
                open = null;
            } else if (open != null) {
                open.add(line);
            }
        }
        return blocks;
    }

    /** Whether the lines of a block stand one after the other in a source, however far they are indented. */
    static boolean occursIn(List<String> block, String source) {
        List<String> wanted = stripped(block);
        return !wanted.isEmpty()
                && Collections.indexOfSubList(stripped(source.lines().toList()), wanted) >= 0;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The text of every Java file below a folder. */
    static List<String> sourcesBelow(Path folder) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
