package org.modestcrm.task;

import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * What a task is about, in the shop's own words.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record Topic(String code) {
    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public Topic {
        code = Texts.code("topic", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The topic of a code.
     *
     * @param code such as {@code returns}
     * @return the topic
     */
    public static Topic of(String code) {
        return new Topic(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
