package org.modestcrm.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modestcrm.segment.Place;
import org.modestcrm.segment.RuleException;
import org.modestcrm.segment.RuleLanguage;
import org.modestcrm.segment.RuleProblem;
import org.modestcrm.segment.RuleProblem.Code;
import org.modestcrm.segment.Segment;

/**
 * A file of segments, in YAML (or JSON, which YAML includes):
 *
 * <pre>
 * segments:
 *   - id: vip
 *     name: {en: Best customers, fr: Meilleurs clients}
 *     rule: "orders(placed IN LAST 365 DAYS).sum(total) &gt;= 500 EUR"
 * </pre>
 *
 * <p>UTF-8, at most 1 MiB. Names may be left out. Nothing in it is run. Immutable and thread-safe.
 */
public final class RulesFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final RuleLanguage language;

    private RulesFile(RuleLanguage language) {
        this.language = language;
    }

    /**
     * Reads rules of the standard language.
     *
     * @return a reader
     */
    public static RulesFile standard() {
        return new RulesFile(RuleLanguage.standard());
    }

    /**
     * Reads rules of a language with operators of the shop's own.
     *
     * @param language the language
     * @return a reader
     */
    public static RulesFile of(RuleLanguage language) {
        return new RulesFile(language);
    }

    /**
     * Reads a file.
     *
     * @param file its path
     * @return the segments, in the order of the file; whether names and types fit is checked by
     *     {@link org.modestcrm.segment.Segments#of(org.modestcrm.segment.FactCatalogue, List)}
     * @throws RuleException with everything that is wrong in the file
     * @throws UncheckedIOException when it cannot be read
     */
    public List<Segment> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MAX_BYTES + 1), file.getFileName().toString());
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": there is no such file (expected: a rules file)", e);
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "is a folder" : "cannot be read: " + e.getMessage();
            throw new UncheckedIOException(file + ": " + what + " (expected: a rules file)", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text YAML or JSON
     * @return the segments, in the order of the text
     * @throws RuleException with everything that is wrong in the text
     */
    public List<Segment> parse(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), "rules");
    }

    private List<Segment> read(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            throw new RuleException(List.of(problem(
                    Code.RULE_LIMIT,
                    Place.NONE,
                    name + ": more than " + MAX_BYTES + " bytes (expected: at most that)")));
        }
        Problems problems = new Problems();
        List<Segment> segments = new ArrayList<>();
        JsonNode root = tree(text(bytes, name), name);
        JsonNode list = root.path("segments");
        if (!list.isArray()) {
            problems.add(name + ": no list \"segments\" (expected: segments: [{id, name, rule}])");
        }
        problems.unknownMembers(root, name, List.of("segments"));
        for (int i = 0; i < list.size(); i++) {
            segment(list.get(i), name + ", segment " + (i + 1), problems, segments);
        }
        problems.orThrow();
        return List.copyOf(segments);
    }

    private static String text(byte[] bytes, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RuleException(
                    List.of(problem(Code.RULE_FILE, Place.NONE, name + ": not in UTF-8 (expected: UTF-8)")));
        }
    }

    private static JsonNode tree(String text, String name) {
        try {
            JsonNode root = YAML.readTree(text);
            return root == null ? YAML.missingNode() : root;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null || at.getLineNr() < 1 ? Place.NONE : Place.of(at.getLineNr(), at.getColumnNr());
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new RuleException(List.of(
                    problem(Code.RULE_FILE, place, name + ": no YAML: " + reason + " (expected: segments: [...])")));
        } catch (StackOverflowError e) {
            throw new RuleException(
                    List.of(problem(Code.RULE_LIMIT, Place.NONE, name + ": nested too deep (expected: a plain list)")));
        }
    }

    private void segment(JsonNode node, String where, Problems problems, List<Segment> segments) {
        int before = problems.found.size();
        problems.unknownMembers(node, where, List.of("id", "name", "rule"));
        String id = problems.text(node, "id", where);
        String rule = problems.text(node, "rule", where);
        Map<Locale, String> names = names(node.path("name"), where, problems);
        if (problems.found.size() > before) {
            return;
        }
        try {
            segments.add(new Segment(id, names, language.parse(rule)));
        } catch (RuleException e) {
            e.problems()
                    .forEach(
                            each -> problems.found.add(new RuleProblem(each.code(), id, each.place(), each.message())));
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage());
        }
    }

    private static Map<Locale, String> names(JsonNode node, String where, Problems problems) {
        Map<Locale, String> names = new HashMap<>();
        if (!node.isMissingNode() && !node.isObject()) {
            problems.add(where + ": name is no map (expected: name: {en: ..., fr: ...})");
        }
        for (Iterator<String> languages = node.fieldNames(); languages.hasNext(); ) {
            String tag = languages.next();
            names.put(Locale.forLanguageTag(tag), problems.text(node, tag, where + ", name"));
        }
        return names;
    }

    private static RuleProblem problem(Code code, Place place, String message) {
        return new RuleProblem(code, "", place, message);
    }

    /** Collects what is wrong, so that the author hears of it all at once. */
    private static final class Problems {
        private final List<RuleProblem> found = new ArrayList<>();

        void add(String message) {
            found.add(problem(Code.RULE_FILE, Place.NONE, message));
        }

        String text(JsonNode node, String member, String where) {
            JsonNode value = node.path(member);
            if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
                add(where + ": " + member + ": missing (expected: a text)");
            }
            return value.asText();
        }

        void unknownMembers(JsonNode node, String where, List<String> known) {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!known.contains(name)) {
                    add(where + ": \"" + name + "\" is unknown (known: " + String.join(", ", known) + ")");
                }
            }
        }

        void orThrow() {
            if (!found.isEmpty()) {
                throw new RuleException(found);
            }
        }
    }
}
