package org.modestcrm.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * Something to do for the person in charge of a topic. Equality is of all parts but {@link #version()}. Immutable.
 *
 * <pre>{@code
 * Task task = routing.route(Task.builder(TaskId.of("mail-812"), Topic.of("returns"), now)
 *     .customer(alice.id()).subject("Mug arrived broken").due(now.plus(Duration.ofHours(4))), Locale.FRENCH);
 * tasks.save(task);
 * tasks.update(task.id(), open -> open.start());
 * }</pre>
 */
public final class Task {
    /** The order of lists of work: by falling priority, then by due time, those without last, then by id. */
    public static final Comparator<Task> MOST_URGENT_FIRST = Comparator.comparingInt(Task::priority)
            .reversed()
            .thenComparing(task -> task.due().orElse(Instant.MAX))
            .thenComparing(Task::id);

    private final TaskId id;
    private final long version;
    private final Topic topic;
    private final Assignee assignee;
    private final TaskState state;
    private final Instant createdAt;
    private final int priority;
    private final String subject;
    private final @Nullable CustomerId customer;
    private final @Nullable Instant due;

    private Task(Builder from, long version) {
        this.id = from.id;
        this.version = version;
        this.topic = from.topic;
        this.assignee = Objects.requireNonNull(from.assignee);
        this.state = from.state;
        this.createdAt = from.createdAt;
        this.priority = from.priority;
        this.subject = from.subject;
        this.customer = from.customer;
        this.due = from.due;
    }

    /**
     * Begins a task.
     *
     * @param id given by who makes it
     * @param topic what it is about
     * @param createdAt when it came up
     * @return a builder that still needs an assignee; {@link TaskRouting} finds one
     */
    public static Builder builder(TaskId id, Topic topic, Instant createdAt) {
        return new Builder(id, topic, createdAt);
    }

    /**
     * Begins a changed copy; it keeps the version.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id, topic, createdAt);
        builder.version = version;
        builder.assignee = assignee;
        builder.state = state;
        builder.priority = priority;
        builder.subject = subject;
        builder.customer = customer;
        builder.due = due;
        return builder;
    }

    /**
     * The same task at another version; for implementations of {@link TaskStore}.
     *
     * @param newVersion 1 or more once stored
     * @return a copy
     */
    public Task withVersion(long newVersion) {
        return new Task(toBuilder(), newVersion);
    }

    /**
     * Somebody begins.
     *
     * @return the task in progress
     * @throws IllegalStateException when it is not open
     */
    public Task start() {
        return moved(TaskState.IN_PROGRESS, state == TaskState.OPEN, "OPEN");
    }

    /**
     * It is finished.
     *
     * @return the task done
     * @throws IllegalStateException when it has ended already
     */
    public Task finish() {
        return moved(TaskState.DONE, !state.isEnded(), "OPEN or IN_PROGRESS");
    }

    /**
     * It is no longer needed.
     *
     * @return the task cancelled
     * @throws IllegalStateException when it has ended already
     */
    public Task cancel() {
        return moved(TaskState.CANCELLED, !state.isEnded(), "OPEN or IN_PROGRESS");
    }

    private Task moved(TaskState next, boolean legal, String expected) {
        if (!legal) {
            throw new IllegalStateException(
                    "task " + id + " is " + state + " and cannot become " + next + " (expected: " + expected + ")");
        }
        Builder builder = toBuilder();
        builder.state = next;
        return builder.build();
    }

    /**
     * Somebody else takes it over; it stays in its state.
     *
     * @param next who
     * @return a changed copy
     * @throws IllegalStateException when it has ended already
     */
    public Task reassign(Assignee next) {
        if (state.isEnded()) {
            throw new IllegalStateException(
                    "task " + id + " is " + state + " and cannot be reassigned (expected: OPEN or IN_PROGRESS)");
        }
        return toBuilder().assignee(next).build();
    }

    /**
     * The task without the person: customer and subject are gone; what was still to be done is cancelled.
     *
     * @return a changed copy
     */
    public Task withoutPerson() {
        Builder bare = (state.isEnded() ? this : cancel()).toBuilder();
        bare.customer = null;
        bare.subject = "";
        return bare.build();
    }

    /**
     * Whether it should have been finished.
     *
     * @param asOf the moment
     * @return true when it has not ended and its due time has passed
     */
    public boolean isOverdue(Instant asOf) {
        return !state.isEnded() && due != null && due.isBefore(asOf);
    }

    /**
     * Its id.
     *
     * @return never null
     */
    public TaskId id() {
        return id;
    }

    /**
     * How often it was saved.
     *
     * @return 0 for a task that was never stored
     */
    public long version() {
        return version;
    }

    /**
     * What it is about.
     *
     * @return never null
     */
    public Topic topic() {
        return topic;
    }

    /**
     * Who is in charge.
     *
     * @return never null: there is no task without an owner
     */
    public Assignee assignee() {
        return assignee;
    }

    /**
     * How far it has come.
     *
     * @return never null
     */
    public TaskState state() {
        return state;
    }

    /**
     * When it came up.
     *
     * @return never null
     */
    public Instant createdAt() {
        return createdAt;
    }

    /**
     * How urgent it is.
     *
     * @return 0 for an ordinary one, more for what comes first
     */
    public int priority() {
        return priority;
    }

    /**
     * What staff read in a list.
     *
     * @return at most 500 characters, may be empty
     */
    public String subject() {
        return subject;
    }

    /**
     * For whom it is done.
     *
     * @return empty when it concerns no customer
     */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /**
     * By when it is to be finished.
     *
     * @return empty when there is no such time
     */
    public Optional<Instant> due() {
        return Optional.ofNullable(due);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Task that
                && id.equals(that.id)
                && topic.equals(that.topic)
                && assignee.equals(that.assignee)
                && state == that.state
                && createdAt.equals(that.createdAt)
                && priority == that.priority
                && subject.equals(that.subject)
                && Objects.equals(customer, that.customer)
                && Objects.equals(due, that.due);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, topic, assignee, state, createdAt, priority, subject, customer, due);
    }

    /** Id, topic and state: the subject stays out of logs. */
    @Override
    public String toString() {
        return "task " + id + " on " + topic + ", " + state;
    }

    /** Collects the parts of a task. For one thread. */
    public static final class Builder {
        private final TaskId id;
        private final Topic topic;
        private final Instant createdAt;
        private long version;
        private @Nullable Assignee assignee;
        private TaskState state = TaskState.OPEN;
        private int priority;
        private String subject = "";
        private @Nullable CustomerId customer;
        private @Nullable Instant due;

        private Builder(TaskId id, Topic topic, Instant createdAt) {
            this.id = id;
            this.topic = topic;
            this.createdAt = Times.kept("task " + id + ", createdAt", createdAt);
        }

        Topic topic() {
            return topic;
        }

        Optional<CustomerId> customer() {
            return Optional.ofNullable(customer);
        }

        /**
         * Sets who is in charge.
         *
         * @param value a person or group
         * @return this
         */
        public Builder assignee(Assignee value) {
            assignee = value;
            return this;
        }

        /**
         * Sets how urgent it is.
         *
         * @param value 0 (the default) or more
         * @return this
         */
        public Builder priority(int value) {
            priority = value;
            return this;
        }

        /**
         * Sets what staff read in a list.
         *
         * @param value at most 500 characters
         * @return this
         */
        public Builder subject(String value) {
            subject = Texts.optional("subject", value, 500);
            return this;
        }

        /**
         * Sets for whom it is done.
         *
         * @param value the customer
         * @return this
         */
        public Builder customer(CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets by when it is to be finished.
         *
         * @param value not before it came up
         * @return this
         */
        public Builder due(Instant value) {
            due = Times.kept("task " + id + ", due", value);
            return this;
        }

        /**
         * The task.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public Task build() {
            Problems problems = new Problems();
            problems.require("assignee", assignee);
            problems.when(priority < 0, "priority: " + priority + " (expected: 0 or more)");
            problems.when(
                    due != null && due.isBefore(createdAt),
                    "due: " + due + " (expected: not before it came up at " + createdAt + ")");
            problems.orThrow("task " + id);
            return new Task(this, version);
        }
    }
}
