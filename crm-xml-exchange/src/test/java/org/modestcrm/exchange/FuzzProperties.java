package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.exchangelog.Profile;

/**
 * Mutated documents: the reader ends with a report, and it and the schema agree. They may differ in what a schema cannot
 * say: what the guard refuses, rules between values, code lists, foreign elements with ours inside, and how long a text of
 * characters outside the basic plane is.
 */
class FuzzProperties {
    private static final int MUTATIONS = Boolean.getBoolean("modestcrm.long") ? 500_000 : 5_000;
    private static final Set<ProblemCode> BEYOND_THE_SCHEMA = Set.of(
            ProblemCode.PX_LIMIT,
            ProblemCode.PX_DOCTYPE,
            ProblemCode.PX_COMMENT,
            ProblemCode.PX_INSTRUCTION,
            ProblemCode.PX_XSI,
            ProblemCode.PX_ENCODING,
            ProblemCode.PX_NAMESPACE,
            ProblemCode.PX_ENTITY,
            ProblemCode.PX_CONTRADICTION,
            ProblemCode.PX_DUPLICATE,
            ProblemCode.PX_COUNTS,
            ProblemCode.PX_CURRENCY,
            ProblemCode.PX_COUNTRY,
            ProblemCode.PX_LANGUAGE);
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "\"",
        "&",
        "&lt;",
        "&#0;",
        "&#x202E;",
        "]]>",
        "<![CDATA[x]]>",
        "<!-- -->",
        "<?x?>",
        "xmlns=\"\"",
        "\u0000",
        "\ud83d\ude00",
        "-1",
        "0",
        "99999999999999999999",
        "2026-02-30T00:00:00Z",
        "1e5",
        " ",
        "<profile>",
        "</profile>",
        "<x:y xmlns:x=\"urn:x\"/>",
        "<segment>a</segment>",
        "<born>2001-01-01</born>",
        "id=\"a\"",
        "\u0085",
        "1.2",
        "XX",
        "+0000000"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 20261105})
    void a_mutated_document_ends_in_a_report_and_the_schema_agrees(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<Profile> profiles = new ArrayList<>(List.of(new RandomProfiles(seed + i).next(i)));
            seeds.add(new String(Documents.written(profiles), StandardCharsets.UTF_8));
        }
        List<String> disagreements = new ArrayList<>();

        for (int i = 0; i < MUTATIONS; i++) {
            String document = mutated(seeds.get(random.nextInt(seeds.size())), random);
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            List<ExchangeProblem> problems = Documents.read(bytes).report().problems();
            String schema = Documents.schemaFault(bytes);
            boolean beyond = problems.stream().allMatch(problem -> BEYOND_THE_SCHEMA.contains(problem.code()));
            if (problems.isEmpty() != schema.isEmpty() && !(schema.isEmpty() && beyond)) {
                disagreements.add("mutation " + i + ": reader " + problems + ", schema " + schema);
            }
        }

        assertThat(disagreements).isEmpty();
    }

    private static String mutated(String document, SplittableRandom random) {
        StringBuilder text = new StringBuilder(document);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(at, text.substring(at, to));
                default -> value(text, at, random);
            }
        }
        return text.toString();
    }

    /** Changes what stands between quotes or tags, so that the document stays well-formed. */
    private static void value(StringBuilder text, int near, SplittableRandom random) {
        int from = text.indexOf(random.nextBoolean() ? "\"" : ">", near);
        int to = from < 0 ? -1 : text.indexOf(text.charAt(from) == '"' ? "\"" : "<", from + 1);
        if (to > 0) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            text.replace(from + 1, to, piece.replaceAll("[<&\"]", ""));
        }
    }
}
