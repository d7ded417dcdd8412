package org.modestcrm.customer;

import java.time.Instant;
import java.util.List;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * What a customer likes, as the customer said or as somebody concluded.
 *
 * <pre>{@code
 * Preference.stated("size", List.of("M"), "account-page", now);
 * Preference.channels(List.of(Channel.SMS, Channel.EMAIL), Kind.INFERRED, "channel-model", now);
 * }</pre>
 *
 * @param name a code such as {@code size}
 * @param values most liked first, 1 to 100 of at most 500 characters each
 * @param kind whether the customer said so
 * @param source who knows it: a page, a form, a model; a code
 * @param at when it was said or concluded
 */
public record Preference(String name, List<String> values, Kind kind, String source, Instant at) {
    /** The name of the preference whose values are channels. */
    public static final String CHANNEL = "channel";

    /** Whether the customer said so. */
    public enum Kind {
        /** The customer said so. */
        STATED,
        /** Somebody concluded it from what the customer does. */
        INFERRED
    }

    /**
     * Checks the parts.
     *
     * @param name the name
     * @param values the values
     * @param kind said or concluded
     * @param source who knows
     * @param at when
     */
    public Preference {
        Texts.code("preference", name);
        Texts.code("source of preference " + name, source);
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > 100) {
            throw new IllegalArgumentException(
                    "preference " + name + ": " + values.size() + " values (expected: 1 to 100)");
        }
        values.forEach(value -> Texts.required("preference " + name, value, 500));
        at = Times.kept("preference " + name + ", at", at);
    }

    /**
     * What the customer said.
     *
     * @param name a code such as {@code size}
     * @param values most liked first
     * @param source where it was said
     * @param at when
     * @return the preference
     */
    public static Preference stated(String name, List<String> values, String source, Instant at) {
        return new Preference(name, values, Kind.STATED, source, at);
    }

    /**
     * What somebody concluded.
     *
     * @param name a code such as {@code colour}
     * @param values most liked first
     * @param source who concluded it
     * @param at when
     * @return the preference
     */
    public static Preference inferred(String name, List<String> values, String source, Instant at) {
        return new Preference(name, values, Kind.INFERRED, source, at);
    }

    /**
     * The channels a customer likes to be contacted on.
     *
     * @param channels most liked first
     * @param kind said or concluded
     * @param source who knows
     * @param at when
     * @return the preference
     */
    public static Preference channels(List<Channel> channels, Kind kind, String source, Instant at) {
        return new Preference(CHANNEL, channels.stream().map(Channel::code).toList(), kind, source, at);
    }

    /** Whether one takes the other's place: the same name, kind and source. */
    boolean replaces(Preference other) {
        return name.equals(other.name) && kind == other.kind && source.equals(other.source);
    }

    /** Name, kind and source: the values stay out of logs. */
    @Override
    public String toString() {
        return kind + " preference " + name + " of " + source;
    }
}
