package org.modestcrm.email;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names a template may use: texts, conditions, and lists with names of their own. */
final class TemplateNames {
    /** A blank-separated list of names that stand for texts and conditions; lists have a line each. */
    private static final Map<String, Set<String>> LISTS = lists("""
            : kind lang dir start end pictureMargin accent accentDark fonts radius shop support subject preheader title\
             greeting intro name order day total amount carrier tracking place reference time help automatic named\
             productLabel sumLabel quantityLabel totalLabel totalRow hasLines hasAddresses
            facts: label value
            button: label link
            lines: product quantity price sum each
            pictures: picture
            more: text
            sums: label value row
            addresses: label
            address: line
            notices: heading text
            terms: label link
            legal: line
            phones: phone
            logos: logo width
            logoPairs: logo logoDark width
            """);

    private static final Set<String> LINKS = Set.of("link", "picture", "logo", "logoDark");
    private static final Map<String, String> INNER = Map.of("pictures", "lines", "address", "addresses");

    private TemplateNames() {}

    private static Map<String, Set<String>> lists(String table) {
        return table.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0],
                        parts -> Set.copyOf(Arrays.asList(parts[1].strip().split(" "))),
                        (first, second) -> first,
                        TreeMap::new));
    }

    static Map<String, Set<String>> all() {
        return LISTS;
    }

    static boolean isList(String name) {
        return !name.isEmpty() && LISTS.containsKey(name);
    }

    static boolean isLink(String name) {
        return LINKS.contains(name);
    }

    /** What a tag may name inside these sections, the outermost first. */
    static Set<String> knownIn(List<String> sections) {
        Set<String> known = new TreeSet<>(LISTS.getOrDefault("", Set.of()));
        sections.forEach(section -> known.addAll(LISTS.getOrDefault(section, Set.of())));
        for (String list : LISTS.keySet()) {
            String outer = INNER.getOrDefault(list, "");
            if (!list.isEmpty() && (outer.isEmpty() || sections.contains(outer))) {
                known.add(list);
            }
        }
        return known;
    }

    /** The known name that was probably meant. */
    static String suggestion(String name, Set<String> known) {
        List<String> near = new ArrayList<>();
        for (String candidate : known) {
            if (distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)) <= 2) {
                near.add(candidate);
            }
        }
        return near.isEmpty() ? "known here: " + String.join(", ", known) : "did you mean " + near.get(0) + "?";
    }

    /** Levenshtein's distance: how many letters to add, drop or change. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
