package org.modestcrm.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** What a condition saw: a value and a window, or its parts. */
    record Part(@Nullable Object value, Optional<Object> bound, ZoneId zone, List<Explanation> parts) {
        static Part of(@Nullable Object value, Optional<Object> bound, ZoneId zone) {
            return new Part(value, bound, zone, List.of());
        }

        static Part of(Node[] nodes, Object subject, Run run) {
            List<Explanation> parts = new ArrayList<>();
            for (Node node : nodes) {
                parts.add(node.explain(subject, run));
            }
            return new Part(null, Optional.empty(), ZoneOffset.UTC, parts);
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
     * The bounds a window had.
     *
     * @return such as {@code 2011-09-11 00:00 - 2011-12-10 00:00 Europe/London}; empty for what has no window
     */
    public Optional<String> window() {
        return part.bound().map(bound -> Sentences.window((Bounds) bound, part.zone()));
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
     * All conditions in words, parts indented under what they are parts of.
     *
     * @param language French, or else English
     * @return a line each
     */
    public List<String> lines(Locale language) {
        List<String> lines = new ArrayList<>();
        addLines(lines, "", language);
        return lines;
    }

    private void addLines(List<String> lines, String indent, Locale language) {
        lines.add(indent + (holds() ? "[x] " : "[ ] ") + sentence(language));
        parts().forEach(each -> each.addLines(lines, indent + "    ", language));
    }

    /** Rule and verdict; the values seen stay out of logs. */
    @Override
    public String toString() {
        return rule.text() + ": " + (holds() ? "yes" : "no");
    }
}
