package org.modestcrm.segment;

import java.util.Locale;
import java.util.Map;
import org.modestcrm.internal.Texts;

/**
 * A named rule. Immutable.
 *
 * @param id the name in rules, 1 to 100 characters
 * @param names what people read, by language; may be empty
 * @param rule who is in
 */
public record Segment(String id, Map<Locale, String> names, Rule rule) {
    /**
     * Checks the id.
     *
     * @param id the name in rules
     * @param names what people read
     * @param rule who is in
     */
    public Segment {
        Texts.required("segment id", id, 100);
        names = Map.copyOf(names);
    }

    /**
     * A segment without names for people.
     *
     * @param id the name in rules
     * @param rule who is in
     * @return the segment
     */
    public static Segment of(String id, Rule rule) {
        return new Segment(id, Map.of(), rule);
    }

    /**
     * A segment of a rule in text form.
     *
     * @param id the name in rules
     * @param rule who is in
     * @return the segment
     * @throws RuleSyntaxException when the text is no rule
     */
    public static Segment of(String id, String rule) {
        return of(id, Rule.parse(rule));
    }

    /**
     * What people read.
     *
     * @param language the language wanted
     * @return the name in that language, else in English, else the id
     */
    public String name(Locale language) {
        String name = names.get(Locale.forLanguageTag(language.getLanguage()));
        return name == null ? names.getOrDefault(Locale.ENGLISH, id) : name;
    }
}
