package org.modestcrm.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.TimeWindow.Bounds;

/**
 * Why a rule holds for a customer or does not: every condition with the value seen and its verdict. As data, and as
 * sentences in English and French.
 *
 * <p>The values seen may be personal data: {@link #toString()} leaves them out. Immutable.
 */
public final class Explanation {
    private final Rule rule;
    private final Verdict verdict;
    private final Part part;
    private final Labels labels;

    /** What sentences call facts and collections. */
    interface Labels {
        String of(String name, Locale language);
    }

    /** Holds or not, whether only because data are missing, and until when. */
    record Verdict(boolean holds, boolean missing, Instant changes) {}

    /** What a condition saw: a value and windows, or its parts. */
    record Part(@Nullable Object value, List<Bounds> windows, ZoneId zone, List<Explanation> parts) {
        static Part of(@Nullable Object value, List<Bounds> windows, ZoneId zone) {
            return new Part(value, windows, zone, List.of());
        }

        static Part of(Node[] nodes, Object subject, Run run) {
            return of(Stream.of(nodes).map(node -> node.explain(subject, run)).toArray(Explanation[]::new));
        }

        static Part of(Explanation... parts) {
            return new Part(null, List.of(), ZoneOffset.UTC, List.of(parts));
        }
    }

    Explanation(Rule rule, Verdict verdict, Part part, Labels labels) {
        this.rule = rule;
        this.verdict = verdict;
        this.part = part;
        this.labels = labels;
    }

    /**
     * The condition.
     *
     * @return the rule or a part of it
     */
    public Rule rule() {
        return rule;
    }

    /**
     * The verdict.
     *
     * @return whether the condition holds
     */
    public boolean holds() {
        return verdict.holds();
    }

    /**
     * Whether missing data decided: with them the verdict could be another.
     *
     * @return false when what is known settles it
     */
    public boolean decidedByMissingData() {
        return verdict.missing();
    }

    /**
     * The first instant at which the verdict may change although no data do.
     *
     * @return empty when it never does
     */
    public Optional<Instant> changesAt() {
        return Optional.of(verdict.changes()).filter(at -> at.isBefore(Instant.MAX));
    }

    /**
     * The value a comparison saw.
     *
     * @param language language of the numbers
     * @return empty when it was missing, or the condition is made of parts
     */
    public Optional<String> seen(Locale language) {
        return Optional.ofNullable(part.value()).map(value -> new Sentences(labels, language).seen(value, part.zone()));
    }

    /**
     * The bounds of the windows it looked through.
     *
     * @return such as {@code 2011-09-11 00:00 - 2011-12-10 00:00 Europe/London}, several with commas between; empty for
     *     what has no window
     */
    public Optional<String> window() {
        String all = part.windows().stream()
                .map(bounds -> Sentences.window(bounds, part.zone()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }

    /**
     * The conditions it is made of.
     *
     * @return empty for a comparison
     */
    public List<Explanation> parts() {
        return part.parts();
    }

    /**
     * The condition with the value seen and the verdict, in words.
     *
     * @param language French, or else English
     * @return one sentence
     */
    public String sentence(Locale language) {
        return new Sentences(labels, language).of(this);
    }

    /**
     * All conditions in words, parts indented under what they are parts of; those of a segment once.
     *
     * @param language French, or else English
     * @return a line each
     */
    public List<String> lines(Locale language) {
        List<String> lines = new ArrayList<>();
        addLines(lines, "", language, Collections.newSetFromMap(new IdentityHashMap<>()));
        return lines;
    }

    private void addLines(List<String> lines, String indent, Locale language, Set<Explanation> told) {
        lines.add(indent + (holds() ? "[x] " : "[ ] ") + sentence(language));
        if (told.add(this)) {
            parts().forEach(each -> each.addLines(lines, indent + "    ", language, told));
        }
    }

    /** Rule and verdict; the values seen stay out of logs. */
    @Override
    public String toString() {
        return rule.text() + ": " + (holds() ? "yes" : "no");
    }
}
