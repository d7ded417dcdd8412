package org.modestcrm.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;

/**
 * Who is in charge of what. Rules are asked in the order they were given, the first that fits decides, and the default
 * owner takes what none fits. Immutable, thread-safe when the port it was given is.
 *
 * <pre>{@code
 * TaskRouting routing = TaskRouting.defaultingTo(Assignee.of("service"))
 *     .topic(Topic.of("returns"), Locale.FRENCH, Assignee.of("claire"))
 *     .topic(Topic.of("returns"), Assignee.of("returns-team"))
 *     .priority(customer -> value.of(customer) > 1000 ? 1 : 0)
 *     .build();
 * }</pre>
 */
public final class TaskRouting {
    private final List<Rule> rules;
    private final Assignee defaultOwner;
    private final ToIntFunction<CustomerId> priority;

    private TaskRouting(Builder from) {
        this.rules = List.copyOf(from.rules);
        this.defaultOwner = from.defaultOwner;
        this.priority = from.priority;
    }

    /**
     * Begins a routing.
     *
     * @param owner who takes what no rule fits
     * @return a builder that needs nothing more
     */
    public static Builder defaultingTo(Assignee owner) {
        return new Builder(owner);
    }

    /**
     * Who is in charge.
     *
     * @param topic of what
     * @param language in which language the customer speaks; {@link Locale#ROOT} when not known
     * @return never null
     */
    public Assignee inCharge(Topic topic, Locale language) {
        return rules.stream()
                .filter(rule -> rule.fits(topic, language))
                .map(Rule::assignee)
                .findFirst()
                .orElse(defaultOwner);
    }

    /**
     * Gives a task its owner, and the priority of its customer.
     *
     * @param task the task so far
     * @param language in which language the customer speaks; {@link Locale#ROOT} when not known
     * @return the task, ready to be saved
     */
    public Task route(Task.Builder task, Locale language) {
        task.customer().ifPresent(customer -> task.priority(Math.max(0, priority.applyAsInt(customer))));
        return task.assignee(inCharge(task.topic(), language)).build();
    }

    private record Rule(Topic topic, @Nullable Locale language, Assignee assignee) {
        boolean fits(Topic asked, Locale spoken) {
            return topic.equals(asked)
                    && (language == null || language.getLanguage().equals(spoken.getLanguage()));
        }
    }

    /** Collects the rules of a routing. For one thread. */
    public static final class Builder {
        private final Assignee defaultOwner;
        private final List<Rule> rules = new ArrayList<>();
        private ToIntFunction<CustomerId> priority = customer -> 0;

        private Builder(Assignee defaultOwner) {
            this.defaultOwner = defaultOwner;
        }

        /**
         * Puts somebody in charge of a topic.
         *
         * @param topic of what
         * @param assignee who
         * @return this
         */
        public Builder topic(Topic topic, Assignee assignee) {
            rules.add(new Rule(topic, null, assignee));
            return this;
        }

        /**
         * Puts somebody in charge of a topic in one language.
         *
         * @param topic of what
         * @param language of the customer; its region is of no account
         * @param assignee who
         * @return this
         */
        public Builder topic(Topic topic, Locale language, Assignee assignee) {
            rules.add(new Rule(topic, language, assignee));
            return this;
        }

        /**
         * Sets how urgent the tasks of a customer are, by her value for instance.
         *
         * @param port 0 for an ordinary customer, more for who comes first
         * @return this
         */
        public Builder priority(ToIntFunction<CustomerId> port) {
            priority = port;
            return this;
        }

        /**
         * The routing.
         *
         * @return never null
         */
        public TaskRouting build() {
            return new TaskRouting(this);
        }
    }
}
