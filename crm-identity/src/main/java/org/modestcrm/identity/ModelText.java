package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a model as lines of words, and reads it again. */
final class ModelText {
    private static final String FIRST = "modestcrm identity model 1";
    private static final int MOST_LINES = 3_000_000;

    private final double[][][] shares = {LevelShares.counts(), LevelShares.counts(), LevelShares.counts()};
    private final Map<String, Double> given = new HashMap<>();
    private final Map<String, Double> family = new HashMap<>();
    private final Set<Long> generic = new TreeSet<>();
    private final Map<String, String[]> single = new HashMap<>();
    private final Set<String> levels = new TreeSet<>();

    private ModelText() {}

    static String of(MatchModel model) {
        List<String> lines = new ArrayList<>(List.of(FIRST, "version " + model.version()));
        MatchModel.Prior prior = model.prior();
        lines.add("prior " + prior.records() + " " + prior.persons() + " " + prior.households());
        for (Evidence evidence : Evidence.values()) {
            for (int level = 0; level < evidence.levels(); level++) {
                lines.add("level " + evidence + " " + level + " "
                        + model.shares().of(LevelShares.PERSON, evidence, level) + " "
                        + model.shares().of(LevelShares.HOUSEHOLD, evidence, level) + " "
                        + model.shares().of(LevelShares.STRANGERS, evidence, level));
            }
        }
        names(lines, "given", model.names().given());
        names(lines, "family", model.names().family());
        new TreeSet<>(model.generic()).forEach(value -> lines.add("generic " + value));
        return String.join("\n", lines) + "\n";
    }

    private static void names(List<String> lines, String kind, NameFrequencies names) {
        lines.add("rare-" + kind + " " + names.rare());
        new TreeMap<>(names.shares()).forEach((name, share) -> lines.add(kind + " " + name + " " + share));
    }

    static MatchModel parse(String text) {
        String[] lines = text.split("\\R", MOST_LINES);
        if (!lines[0].equals(FIRST)) {
            throw new IllegalArgumentException("line 1: not the beginning of a model (expected: " + FIRST + ")");
        }
        ModelText read = new ModelText();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                read.line(lines[i], i + 1);
            }
        }
        return read.model();
    }

    private void line(String line, int number) {
        String[] words = line.split(" ", 8);
        try {
            switch (words[0]) {
                case "version", "prior", "rare-given", "rare-family" -> single.put(words[0], words);
                case "level" -> level(words);
                case "given" -> given.put(words[1], share(words[2]));
                case "family" -> family.put(words[1], share(words[2]));
                case "generic" -> generic.add(Long.parseLong(words[1]));
                default -> throw new IllegalArgumentException(words[0]);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": not a line of a model (expected: what toText() gave)", e);
        }
    }

    private void level(String[] words) {
        int evidence = Evidence.valueOf(words[1]).place();
        int level = Integer.parseInt(words[2]);
        for (int kind = 0; kind < shares.length; kind++) {
            shares[kind][evidence][level] = share(words[3 + kind]);
        }
        levels.add(words[1] + words[2]);
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private MatchModel model() {
        int expected = 0;
        for (Evidence evidence : Evidence.values()) {
            expected += evidence.levels();
        }
        if (single.size() != 4 || levels.size() != expected) {
            throw new IllegalArgumentException("model: " + single.size() + " of 4 settings and " + levels.size()
                    + " of " + expected + " levels (expected: all of them)");
        }
        LevelShares read = LevelShares.shipped();
        for (int kind = 0; kind < shares.length; kind++) {
            read = read.with(kind, shares[kind]);
        }
        String[] prior = word("prior", 4);
        return new MatchModel(
                word("version", 2)[1],
                read,
                new MatchModel.Prior(
                        Integer.parseInt(prior[1]), Double.parseDouble(prior[2]), Double.parseDouble(prior[3])),
                new MatchModel.Names(
                        new NameFrequencies(given, share(word("rare-given", 2)[1])),
                        new NameFrequencies(family, share(word("rare-family", 2)[1]))),
                generic);
    }

    private String[] word(String name, int count) {
        String[] words = single.getOrDefault(name, new String[0]);
        if (words.length != count) {
            throw new IllegalArgumentException(
                    "model, " + name + ": " + (words.length - 1) + " values (expected: " + (count - 1) + ")");
        }
        return words;
    }
}
