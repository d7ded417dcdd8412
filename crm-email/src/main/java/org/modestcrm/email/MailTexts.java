package org.modestcrm.email;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modestcrm.internal.Problems;

/**
 * The words of the mails, by language. English, French, German, Spanish, Italian, Dutch, Arabic and Japanese are built in; a
 * folder of {@code .properties} files (UTF-8, named {@code pt.properties}) changes some words of these or adds a language.
 * Immutable.
 *
 * <p>A text takes values at places such as <code>{order}</code>: shop, name, order, day, total, amount, carrier, tracking,
 * place, reference, time, count.
 */
public final class MailTexts {
    private static final List<String> BUILT_IN = List.of("en", "fr", "de", "es", "it", "nl", "ar", "ja");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACES = Set.of(
            "shop",
            "name",
            "order",
            "day",
            "total",
            "amount",
            "carrier",
            "tracking",
            "place",
            "reference",
            "time",
            "count");
    private static final MailTexts STANDARD = load();

    private final Map<String, Map<String, String>> byLanguage;

    private MailTexts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    private static MailTexts load() {
        Map<String, Map<String, String>> all = new HashMap<>();
        BUILT_IN.forEach(language -> all.put(language, Resources.properties("texts/" + language + ".properties")));
        return new MailTexts(all);
    }

    /**
     * The words we bring.
     *
     * @return eight languages, each complete for all mails
     */
    public static MailTexts builtIn() {
        return STANDARD;
    }

    /**
     * These words with those of a folder over them. A file for a language that is here may hold a few texts; one for a new
     * language must hold them all. Texts of a mail of the shop's own are named {@code gift-note.subject} and so on.
     *
     * @param folder with files such as {@code fr.properties} and {@code pt.properties}
     * @return the changed copy
     * @throws IllegalArgumentException naming every text that is missing and every place that is unknown
     * @throws UncheckedIOException when the folder cannot be read
     */
    public MailTexts with(Path folder) {
        Map<String, Map<String, String>> all = new HashMap<>(byLanguage);
        Problems problems = new Problems();
        for (Path file : files(folder)) {
            String language = String.valueOf(file.getFileName()).replace(".properties", "");
            Map<String, String> texts = new HashMap<>(all.getOrDefault(language, Map.of()));
            texts.putAll(read(file));
            check(problems, language, texts);
            all.put(language, Map.copyOf(texts));
        }
        problems.orThrow("texts of " + folder);
        return new MailTexts(all);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Resources.properties(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void check(Problems problems, String language, Map<String, String> texts) {
        for (String key : new TreeSet<>(STANDARD.of("en").keySet())) {
            boolean plural = key.startsWith("more.") && !key.equals("more.other");
            problems.when(!plural && !texts.containsKey(key), language + ": " + key + " is missing");
        }
        new TreeMap<>(texts)
                .forEach((key, text) -> unknownPlaces(text)
                        .forEach(place -> problems.when(
                                true,
                                language + ": " + key + ": {" + place + "} is unknown (known: " + known() + ")")));
    }

    private static String known() {
        return String.join(", ", new TreeSet<>(PLACES));
    }

    private static List<String> unknownPlaces(String text) {
        List<String> unknown = new ArrayList<>();
        PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !PLACES.contains(place))
                .forEach(unknown::add);
        return unknown;
    }

    /**
     * The languages there are.
     *
     * @return ISO 639 codes
     */
    public Set<String> languages() {
        return new TreeSet<>(byLanguage.keySet());
    }

    boolean has(Locale locale, MailKind kind) {
        return byLanguage.containsKey(locale.getLanguage())
                && of(locale.getLanguage()).containsKey(kind + ".subject");
    }

    Map<String, String> of(String language) {
        return Objects.requireNonNull(byLanguage.get(language), language);
    }

    /** The text of a key, with its places filled; what fills them is never read as a place again. */
    String text(Locale locale, String key, Map<String, String> values) {
        String text = of(locale.getLanguage()).get(key);
        if (text == null) {
            throw new IllegalStateException("text " + key + " is missing in " + locale.getLanguage()
                    + " (expected: a line in " + locale.getLanguage() + ".properties)");
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), key, values)));
    }

    private static String value(String place, String key, Map<String, String> values) {
        String value = values.get(place);
        if (value == null) {
            throw new IllegalStateException("text " + key + ": nothing for {" + place + "} in this mail");
        }
        return value;
    }

    /** The text of the first key there is. */
    String first(Locale locale, String key, String otherwise, Map<String, String> values) {
        return text(locale, of(locale.getLanguage()).containsKey(key) ? key : otherwise, values);
    }
}
