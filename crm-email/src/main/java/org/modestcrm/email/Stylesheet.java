package org.modestcrm.email;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rules of classes into the elements that carry them: mail programs honour a style attribute where they drop a
 * style sheet. A class stays in the HTML only where the sheet for dark and narrow screens speaks of it.
 */
final class Stylesheet {
    private static final Pattern RULE = Pattern.compile("(?m)^\\.([a-z]+) \\{ (.*) }$");
    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");
    private static final Pattern CLASS_NAME = Pattern.compile("\\.([a-z]+)\\b");

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final TreeSet<String> adapted;

    Stylesheet(String inline, String adaptive) {
        RULE.matcher(inline).results().forEach(rule -> rules.put(rule.group(1), rule.group(2)));
        this.adapted = CLASS_NAME
                .matcher(adaptive)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String inlined(String html) {
        return CLASSES.matcher(html).replaceAll(element -> Matcher.quoteReplacement(attributes(element)));
    }

    /** The first class that is neither ours nor in the sheet for dark and narrow screens. */
    Optional<TemplateProblem> unknownClass(String html) {
        Matcher element = CLASSES.matcher(html);
        while (element.find()) {
            for (String name : element.group(1).split(" ", -1)) {
                if (!rules.containsKey(name) && !adapted.contains(name)) {
                    return Optional.of(TemplateProblem.at(html, element.start(), "TEMPLATE-CLASS", unknown(name)));
                }
            }
        }
        return Optional.empty();
    }

    private String unknown(String name) {
        return "class \"" + name + "\" is unknown (known: " + String.join(", ", rules.keySet()) + ")";
    }

    private String attributes(MatchResult element) {
        String[] names = element.group(1).split(" ");
        String kept = Stream.of(names).filter(adapted::contains).collect(Collectors.joining(" "));
        String style =
                Stream.of(names).map(this::rule).filter(rule -> !rule.isEmpty()).collect(Collectors.joining(";"));
        return Stream.of(attribute("class", kept), attribute("style", style))
                .filter(attribute -> !attribute.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : name + "=\"" + value + "\"";
    }

    private String rule(String name) {
        String rule = rules.get(name);
        if (rule == null && !adapted.contains(name)) {
            throw new IllegalArgumentException(unknown(name));
        }
        return rule == null ? "" : rule;
    }
}
