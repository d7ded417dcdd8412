package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says explanations in English and French; the sentences are lines of {@code sentences.txt}. */
final class Sentences {
    private static final Map<String, String[]> TEXTS = new HashMap<>();

    static {
        for (String line : Wordlists.lines("sentences.txt")) {
            String[] parts = line.split("\\|", 3);
            TEXTS.put(parts[0].strip(), new String[] {parts[1].strip(), parts[2].strip()});
        }
    }

    private Sentences() {}

    static List<String> of(MatchExplanation explanation, Locale language) {
        boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
        Locale locale = french ? Locale.FRENCH : Locale.ENGLISH;
        MatchPair pair = explanation.pair();
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                locale,
                text(pair.status().name(), french),
                pair.probability() * 100,
                pair.weight(),
                explanation.household() * 100));
        for (WeightStep step : explanation.steps()) {
            String key = step.level().isEmpty() ? step.about() : step.about() + " " + step.level();
            sentences.add(String.format(locale, "%+.2f  %s", step.weight(), text(key, french)));
        }
        return sentences;
    }

    static String text(String key, boolean french) {
        String[] known = TEXTS.get(key);
        if (known == null) {
            throw new IllegalStateException("sentences.txt: no line for " + key);
        }
        return known[french ? 1 : 0];
    }
}
