package org.modestcrm.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** The words of the mails, a UTF-8 file per language. A new language is a new file and its code in {@link #LANGUAGES}. */
final class Messages {
    static final List<String> LANGUAGES = List.of("en", "fr");

    private static final Map<String, Messages> BY_LANGUAGE = load();

    private final Map<String, String> texts;

    private Messages(Map<String, String> texts) {
        this.texts = texts;
    }

    private static Map<String, Messages> load() {
        Map<String, Messages> all = new TreeMap<>();
        for (String language : LANGUAGES) {
            all.put(language, new Messages(read("messages_" + language + ".properties")));
        }
        return Map.copyOf(all);
    }

    private static Map<String, String> read(String file) {
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read from the jar", e);
        }
    }

    static boolean has(Locale locale) {
        return BY_LANGUAGE.containsKey(locale.getLanguage());
    }

    static Messages of(Locale locale) {
        return Objects.requireNonNull(BY_LANGUAGE.get(locale.getLanguage()), locale.toLanguageTag());
    }

    Map<String, String> texts() {
        return texts;
    }

    /** A text with its numbered places filled: {0}, {1}. */
    String text(String key, String... values) {
        String text = Objects.requireNonNull(texts.get(key), key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }
}
