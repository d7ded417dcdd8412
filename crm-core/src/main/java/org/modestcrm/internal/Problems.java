package org.modestcrm.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a thing being built, so that the caller hears of it all at once. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /** No problem yet. */
    public Problems() {}

    /**
     * Notes a part that must be there.
     *
     * @param part the name of the part
     * @param value what was given for it, null when nothing was
     */
    public void require(String part, @Nullable Object value) {
        if (value == null) {
            found.add(part + ": missing");
        }
    }

    /**
     * Notes a problem when there is one.
     *
     * @param wrong whether there is a problem
     * @param problem what was found and what was expected
     */
    public void when(boolean wrong, String problem) {
        if (wrong) {
            found.add(problem);
        }
    }

    /**
     * Ends the check.
     *
     * @param what the thing being built, for the message
     * @throws IllegalArgumentException naming every problem, when there is one
     */
    public void orThrow(String what) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + String.join("; ", found));
        }
    }
}
