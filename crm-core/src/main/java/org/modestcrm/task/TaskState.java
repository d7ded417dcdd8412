package org.modestcrm.task;

import java.util.Set;

/** How far a task has come. */
public enum TaskState {
    /** Nobody has begun. */
    OPEN,
    /** Somebody is at it. */
    IN_PROGRESS,
    /** Finished. */
    DONE,
    /** No longer needed. */
    CANCELLED;

    private static final Set<TaskState> ENDED = Set.of(DONE, CANCELLED);

    /**
     * Whether nothing more is to be done.
     *
     * @return true for {@link #DONE} and {@link #CANCELLED}
     */
    public boolean isEnded() {
        return ENDED.contains(this);
    }
}
