package org.modestcrm.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The two templates of a confirmation, compiled once. Strict: a name that is not there ends the rendering. */
final class Templates {
    private final Template html = compile("order-confirmation.html.mustache", true);
    private final Template text = compile("order-confirmation.txt.mustache", false);

    private static Template compile(String file, boolean escape) {
        return Mustache.compiler()
                .escapeHTML(escape)
                .strictSections(true)
                .withLoader(partial -> {
                    throw new IllegalArgumentException("partial " + partial + " (expected: none)");
                })
                .compile(source(file));
    }

    private static String source(String file) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read from the jar", e);
        }
    }

    String html(Map<String, Object> values) {
        return html.execute(values);
    }

    String text(Map<String, Object> values) {
        return text.execute(values);
    }
}
