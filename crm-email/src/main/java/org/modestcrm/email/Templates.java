package org.modestcrm.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The two templates of a confirmation, compiled once. Strict: a name that is not there ends the rendering. */
final class Templates {
    private static final String ADAPTIVE = "adaptive";

    private final Stylesheet stylesheet = new Stylesheet(source("inline.css"), source(ADAPTIVE + ".css"));
    private final Template html = compile("order-confirmation.html.mustache", true);
    private final Template text = compile("order-confirmation.txt.mustache", false);

    private Template compile(String file, boolean escape) {
        return Mustache.compiler()
                .escapeHTML(escape)
                .strictSections(true)
                .withLoader(part -> new StringReader(part(part)))
                .compile(escape ? stylesheet.inlined(source(file)) : source(file));
    }

    /** Parts of the design come from this jar and from nowhere else. */
    private String part(String name) {
        if (name.equals(ADAPTIVE)) {
            return source(ADAPTIVE + ".css");
        }
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("part \"" + name + "\" (expected: the name of a part of the design)");
        }
        return stylesheet.inlined(source(name + ".html.mustache"));
    }

    private static String source(String file) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream("design/" + file), file)) {
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
