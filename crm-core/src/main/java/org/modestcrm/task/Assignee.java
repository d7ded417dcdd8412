package org.modestcrm.task;

import org.modestcrm.internal.Texts;

/**
 * A person or group of the shop that does tasks.
 *
 * @param value the shop's id of the person or group, 1 to 100 characters
 */
public record Assignee(String value) {
    /**
     * Checks the text.
     *
     * @param value the id
     */
    public Assignee {
        Texts.required("assignee", value, 100);
    }

    /**
     * The assignee of an id.
     *
     * @param value the shop's id
     * @return the assignee
     */
    public static Assignee of(String value) {
        return new Assignee(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
