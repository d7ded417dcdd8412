package org.modestcrm.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Files of this jar, all UTF-8. */
final class Resources {
    private Resources() {}

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read from the jar", e);
        }
    }

    static Map<String, String> properties(String file) {
        try {
            return properties(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read from the jar", e);
        }
    }

    static Map<String, String> properties(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return Map.copyOf(texts);
    }
}
