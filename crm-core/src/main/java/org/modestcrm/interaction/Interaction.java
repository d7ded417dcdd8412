package org.modestcrm.interaction;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;
import org.modestcrm.order.OrderNumber;

/**
 * One contact, in or out, on one channel: a visit, a mail, a call, a chat. The source and its external id tell it from
 * all others, so that the same contact may be handed in any number of times. Immutable.
 *
 * <pre>{@code
 * Interaction.builder("webshop", "visit-8812")
 *     .customer(alice.id()).channel(Channel.WEB).direction(Direction.INBOUND).type("visit").at(now).build();
 * }</pre>
 */
public final class Interaction {
    private final String source;
    private final String externalId;
    private final CustomerId customer;
    private final Channel channel;
    private final Direction direction;
    private final String type;
    private final Instant at;
    private final String topic;
    private final String subject;
    private final @Nullable OrderNumber order;
    private final String message;
    private final String messageClass;
    private final String outcome;
    private final @Nullable Visit visit;

    private Interaction(Builder from) {
        this.source = from.source;
        this.externalId = from.externalId;
        this.customer = Objects.requireNonNull(from.customer);
        this.channel = Objects.requireNonNull(from.channel);
        this.direction = Objects.requireNonNull(from.direction);
        this.type = from.type;
        this.at = Objects.requireNonNull(from.at);
        this.topic = from.topic;
        this.subject = from.subject;
        this.order = from.order;
        this.message = from.message;
        this.messageClass = from.messageClass;
        this.outcome = from.outcome;
        this.visit = from.visit;
    }

    /**
     * Begins an interaction.
     *
     * @param source the system it comes from: a code such as {@code webshop}
     * @param externalId its id there, 1 to 200 characters
     * @return a builder that still needs customer, channel, direction, type and time
     */
    public static Builder builder(String source, String externalId) {
        return new Builder(source, externalId);
    }

    /**
     * The system it comes from.
     *
     * @return a code such as {@code webshop}
     */
    public String source() {
        return source;
    }

    /**
     * Its id in that system.
     *
     * @return unique within the source
     */
    public String externalId() {
        return externalId;
    }

    /**
     * Source and external id in one: what tells it from all others.
     *
     * @return {@code source/externalId}
     */
    public String key() {
        return source + "/" + externalId;
    }

    /**
     * With whom.
     *
     * @return never null
     */
    public CustomerId customer() {
        return customer;
    }

    /**
     * On which channel.
     *
     * @return never null
     */
    public Channel channel() {
        return channel;
    }

    /**
     * Who turned to whom.
     *
     * @return never null
     */
    public Direction direction() {
        return direction;
    }

    /**
     * What happened: {@code visit}, {@code call}, {@code mail-sent}.
     *
     * @return a code of the shop's own, never blank
     */
    public String type() {
        return type;
    }

    /**
     * When it happened.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * What it was about.
     *
     * @return a code such as {@code returns}, empty text when not known
     */
    public String topic() {
        return topic;
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
     * The order it was about.
     *
     * @return empty when it was about none
     */
    public Optional<OrderNumber> order() {
        return Optional.ofNullable(order);
    }

    /**
     * The message it was about or is: a message id, a campaign's mailing.
     *
     * @return at most 500 characters, empty text when there is none
     */
    public String message() {
        return message;
    }

    /**
     * As what kind of message it counts against the pressure on the customer.
     *
     * @return a code such as {@code MARKETING}; empty text when it does not count
     */
    public String messageClass() {
        return messageClass;
    }

    /**
     * What came of it: {@code reached}, {@code no-answer}, {@code clicked}.
     *
     * @return a code of the shop's own, empty text when not known
     */
    public String outcome() {
        return outcome;
    }

    /**
     * What was looked at.
     *
     * @return empty when it was no visit of a page
     */
    public Optional<Visit> visit() {
        return Optional.ofNullable(visit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interaction that
                && source.equals(that.source)
                && externalId.equals(that.externalId)
                && customer.equals(that.customer)
                && channel.equals(that.channel)
                && direction == that.direction
                && type.equals(that.type)
                && at.equals(that.at)
                && topic.equals(that.topic)
                && subject.equals(that.subject)
                && Objects.equals(order, that.order)
                && message.equals(that.message)
                && messageClass.equals(that.messageClass)
                && outcome.equals(that.outcome)
                && Objects.equals(visit, that.visit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, externalId, customer, at);
    }

    @Override
    public String toString() {
        return "interaction " + externalId + " of " + source;
    }

    /** Collects the parts of an interaction. For one thread. */
    public static final class Builder {
        private final String source;
        private final String externalId;
        private @Nullable CustomerId customer;
        private @Nullable Channel channel;
        private @Nullable Direction direction;
        private String type = "";
        private @Nullable Instant at;
        private String topic = "";
        private String subject = "";
        private @Nullable OrderNumber order;
        private String message = "";
        private String messageClass = "";
        private String outcome = "";
        private @Nullable Visit visit;

        private Builder(String source, String externalId) {
            this.source = Texts.code("source", source);
            this.externalId = Texts.required("external id", externalId, 200);
        }

        /**
         * Sets with whom.
         *
         * @param value the customer
         * @return this
         */
        public Builder customer(CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets on which channel.
         *
         * @param value the channel
         * @return this
         */
        public Builder channel(Channel value) {
            channel = value;
            return this;
        }

        /**
         * Sets who turned to whom.
         *
         * @param value the direction
         * @return this
         */
        public Builder direction(Direction value) {
            direction = value;
            return this;
        }

        /**
         * Sets what happened.
         *
         * @param value a code of the shop's own
         * @return this
         */
        public Builder type(String value) {
            type = Texts.code("type", value);
            return this;
        }

        /**
         * Sets when it happened.
         *
         * @param value the instant
         * @return this
         */
        public Builder at(Instant value) {
            at = Times.kept("interaction " + externalId + " of " + source + ", at", value);
            return this;
        }

        /**
         * Sets what it was about.
         *
         * @param value a code of the shop's own
         * @return this
         */
        public Builder topic(String value) {
            topic = Texts.code("topic", value);
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
         * Sets the order it was about.
         *
         * @param value the order number
         * @return this
         */
        public Builder order(OrderNumber value) {
            order = value;
            return this;
        }

        /**
         * Sets the message it was about or is.
         *
         * @param value at most 500 characters
         * @return this
         */
        public Builder message(String value) {
            message = Texts.optional("message", value, 500);
            return this;
        }

        /**
         * Sets as what kind of message it counts against the pressure on the customer.
         *
         * @param value a code; kept in upper case
         * @return this
         */
        public Builder messageClass(String value) {
            messageClass = Texts.code("message class", value).toUpperCase(Locale.ROOT);
            return this;
        }

        /**
         * Sets what came of it.
         *
         * @param value a code of the shop's own
         * @return this
         */
        public Builder outcome(String value) {
            outcome = Texts.code("outcome", value);
            return this;
        }

        /**
         * Sets what was looked at.
         *
         * @param value the visit
         * @return this
         */
        public Builder visit(Visit value) {
            visit = value;
            return this;
        }

        /**
         * The interaction.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing
         */
        public Interaction build() {
            Problems problems = new Problems();
            problems.require("customer", customer);
            problems.require("channel", channel);
            problems.require("direction", direction);
            problems.when(type.isEmpty(), "type: missing");
            problems.require("at", at);
            problems.when(
                    !messageClass.isEmpty() && direction == Direction.INBOUND,
                    "message class: " + messageClass + " of an inbound contact (expected: of outbound ones only)");
            problems.orThrow("interaction " + externalId + " of " + source);
            return new Interaction(this);
        }
    }
}
