package org.modestcrm.task;

import org.modestcrm.internal.Texts;

/**
 * The id of a task, given by who makes it; the same id is the same task.
 *
 * @param value 1 to 200 characters, no control characters
 */
public record TaskId(String value) implements Comparable<TaskId> {
    /**
     * Checks the text.
     *
     * @param value the id
     */
    public TaskId {
        Texts.required("task id", value, 200);
    }

    /**
     * The id of a text.
     *
     * @param value the id
     * @return the task id
     */
    public static TaskId of(String value) {
        return new TaskId(value);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
