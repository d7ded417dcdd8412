package org.modestcrm.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares persons found with the truth. */
final class Score {
    private final Map<String, String> entities = new HashMap<>();
    private final Map<String, String> households = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private long found;
    private long right;
    private long across;
    private long merged;
    private long mergedRightly;
    private int largest;
    private double bCubedPrecision;
    private double bCubedRecall;

    void truth(String record, String entity, String household) {
        entities.put(record, entity);
        households.put(record, household);
        sizes.merge(entity, 1, Integer::sum);
    }

    /** A person that was found. */
    void found(List<String> records) {
        largest = Math.max(largest, records.size());
        for (String one : records) {
            int same = 0;
            for (String other : records) {
                boolean entity = entities.get(one).equals(entities.get(other));
                same += entity ? 1 : 0;
                if (one.compareTo(other) < 0) {
                    found++;
                    right += entity ? 1 : 0;
                    across += !entity && households.get(one).equals(households.get(other)) ? 1 : 0;
                }
            }
            bCubedPrecision += (double) same / records.size();
            bCubedRecall += (double) same / sizes.get(entities.get(one));
        }
    }

    /** A pair that was merged without asking. */
    void merged(String one, String other) {
        merged++;
        mergedRightly += entities.get(one).equals(entities.get(other)) ? 1 : 0;
    }

    private long truePairs() {
        return sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
    }

    double f1() {
        return 2.0 * right / (found + truePairs());
    }

    double bCubed() {
        double precision = bCubedPrecision / entities.size();
        double recall = bCubedRecall / entities.size();
        return 2 * precision * recall / (precision + recall);
    }

    double autoPrecision() {
        return merged == 0 ? 1 : (double) mergedRightly / merged;
    }

    double pairF1() {
        return 2.0 * mergedRightly / (merged + truePairs());
    }

    double acrossHousehold() {
        return found == 0 ? 0 : (double) across / found;
    }

    int largest() {
        return largest;
    }

    int trueLargest() {
        return sizes.values().stream().mapToInt(size -> size).max().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "clusters F1 %.4f P %.4f R %.4f | pairs F1 %.4f | B3 %.4f | largest %d of %d | household %.4f | auto %.4f",
                f1(),
                (double) right / found,
                (double) right / truePairs(),
                pairF1(),
                bCubed(),
                largest,
                trueLargest(),
                acrossHousehold(),
                autoPrecision());
    }
}
