package org.modestcrm.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How often names are borne: agreeing on a rare one tells more.
 *
 * @param shares names seen more than once, with their shares
 * @param rare the share of any other
 */
record NameFrequencies(Map<String, Double> shares, double rare) {
    /** So many bearers of a name of usual frequency are counted before the first record is. */
    private static final double BEFOREHAND = 100;

    NameFrequencies {
        shares = Map.copyOf(shares);
    }

    static NameFrequencies of(
            Collection<Features> records, Function<NormalisedName, List<String>> names, double usual) {
        Map<String, Integer> counts = new HashMap<>();
        int total = 0;
        for (Features record : records) {
            List<String> borne = names.apply(record.name);
            total += borne.isEmpty() ? 0 : 1;
            borne.forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        double all = total + BEFOREHAND;
        Map<String, Double> shares = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (count > 1) {
                shares.put(name, (count + usual * BEFOREHAND) / all);
            }
        });
        return new NameFrequencies(shares, (1 + usual * BEFOREHAND) / all);
    }

    double of(String name) {
        return shares.getOrDefault(name, rare);
    }

    static List<String> given(NormalisedName name) {
        return name.hasGiven() ? List.of(name.given()) : List.of();
    }

    /** The whole family name, and its words where it has several. */
    static List<String> family(NormalisedName name) {
        if (!name.hasFamily()) {
            return List.of();
        }
        List<String> words = name.familyWords();
        return words.size() == 1
                ? words
                : Stream.concat(Stream.of(name.family()), words.stream())
                        .distinct()
                        .toList();
    }
}
