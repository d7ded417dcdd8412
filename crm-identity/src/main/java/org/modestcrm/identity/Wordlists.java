package org.modestcrm.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists that come with the jar, one file each, folded like the texts they are looked up for. */
final class Wordlists {
    /** A word of an address to the word it stands for. */
    static final Map<String, String> STREET_WORDS = new HashMap<>();
    /** Words of an address that tell no streets apart. */
    static final Set<String> STREET_FILLERS = new HashSet<>();
    /** A given name to the names it is short for. */
    static final Map<String, Set<String>> NICKNAMES = new HashMap<>();
    /** Names that are names: two of them are two names, however alike, and no slip of the pen. */
    static final Set<String> KNOWN_NAMES = new HashSet<>();
    /** Words that stand before a family name. */
    static final Set<String> PARTICLES = new HashSet<>();
    /** Forms of address: 'm' for a man's, 'f' for a woman's, '-' for either. */
    static final Map<String, Character> TITLES = new HashMap<>();
    /** The first parts of mailboxes that belong to nobody in particular. */
    static final Set<String> SHARED_MAILBOXES = new HashSet<>();
    /** Words in a domain by which marketplaces and privacy services hide a person's own address. */
    static final Set<String> RELAYS = new HashSet<>();
    /** Legal forms of firms. */
    static final Set<String> LEGAL_FORMS = new HashSet<>();

    static {
        lines("words.txt").forEach(Wordlists::word);
        lines("nicknames.txt").forEach(Wordlists::nickname);
    }

    private Wordlists() {}

    static List<String> lines(String file) {
        try (InputStream in = Wordlists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": not in the jar (expected: beside Wordlists)");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void word(String line) {
        String[] parts = line.split(":", 2);
        List<String> words = Fold.words(parts[1]);
        switch (parts[0]) {
            case "filler" -> STREET_FILLERS.addAll(words);
            case "particle" -> PARTICLES.addAll(words);
            case "man" -> words.forEach(word -> TITLES.put(word, 'm'));
            case "woman" -> words.forEach(word -> TITLES.put(word, 'f'));
            case "title" -> words.forEach(word -> TITLES.put(word, '-'));
            case "mailbox" -> SHARED_MAILBOXES.addAll(words);
            case "relay" -> RELAYS.addAll(words);
            case "legal" -> LEGAL_FORMS.addAll(words);
            default -> words.forEach(word -> STREET_WORDS.put(word, parts[0]));
        }
    }

    private static void nickname(String line) {
        List<String> names = Fold.words(line);
        String full = names.get(0);
        KNOWN_NAMES.add(full);
        names.subList(1, names.size())
                .forEach(name ->
                        NICKNAMES.computeIfAbsent(name, n -> new HashSet<>(2)).add(full));
    }

    /** Whether one name is short for the other or both for the same. */
    static boolean sameName(String a, String b) {
        Set<String> shortA = NICKNAMES.getOrDefault(a, Set.of());
        Set<String> shortB = NICKNAMES.getOrDefault(b, Set.of());
        return shortA.contains(b) || shortB.contains(a) || shortA.stream().anyMatch(shortB::contains);
    }
}
