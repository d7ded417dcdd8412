package org.modestcrm.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.money.Money;

/**
 * What a customer may be offered on which channel, by what the customer is worth and by who is there. Immutable,
 * thread-safe when its availabilities are.
 *
 * <pre>{@code
 * OfferPolicy offers = OfferPolicy.builder()
 *     .offer(Channel.CHAT, hours)
 *     .offer(Channel.CALLBACK, hours, Money.of("500", "EUR"))
 *     .build();
 * }</pre>
 */
public final class OfferPolicy {
    private final Map<Channel, Rule> rules;

    private OfferPolicy(Builder from) {
        this.rules = Map.copyOf(from.rules);
    }

    private record Rule(Availability availability, @Nullable Money minimum) {}

    /**
     * Begins a policy.
     *
     * @return a builder of a policy that offers nothing
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The channels on which something is offered to somebody.
     *
     * @return by code
     */
    public List<Channel> channels() {
        List<Channel> channels = new ArrayList<>(rules.keySet());
        channels.sort((one, other) -> one.code().compareTo(other.code()));
        return List.copyOf(channels);
    }

    /**
     * Whether a customer of a value may be offered a channel.
     *
     * @param channel the channel
     * @param value what the customer is worth
     * @param at when
     * @return yes, not yet or no
     */
    public ContactDecision decide(Channel channel, Money value, Instant at) {
        return decision(channel, value, at);
    }

    /**
     * Whether a customer of unknown value may be offered a channel.
     *
     * @param channel the channel
     * @param at when
     * @return yes, not yet or no
     */
    public ContactDecision decide(Channel channel, Instant at) {
        return decision(channel, null, at);
    }

    private ContactDecision decision(Channel channel, @Nullable Money value, Instant at) {
        Rule rule = rules.get(channel);
        if (rule == null) {
            return refused(Refusal.Code.UNAVAILABLE, channel + " is offered to nobody");
        }
        if (!isWorth(rule.minimum(), value)) {
            return refused(
                    Refusal.Code.VALUE_TOO_LOW,
                    channel + " is offered to customers worth " + rule.minimum() + " or more");
        }
        Optional<Instant> earliest = rule.availability().earliest(at);
        if (earliest.isEmpty()) {
            return refused(Refusal.Code.UNAVAILABLE, "nobody is there for " + channel);
        }
        return earliest.get().equals(at)
                ? new ContactDecision.Allowed()
                : new ContactDecision.Deferred(
                        earliest.get(),
                        new Refusal(Refusal.Code.UNAVAILABLE, "nobody is there for " + channel + " now"));
    }

    private static boolean isWorth(@Nullable Money minimum, @Nullable Money value) {
        return minimum == null
                || value != null && value.currency().equals(minimum.currency()) && value.compareTo(minimum) >= 0;
    }

    private static ContactDecision refused(Refusal.Code code, String reason) {
        return new ContactDecision.Refused(new Refusal(code, reason));
    }

    /** Collects the rules of a policy. For one thread. */
    public static final class Builder {
        private final Map<Channel, Rule> rules = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Offers a channel to everybody.
         *
         * @param channel the channel
         * @param availability when somebody is there
         * @return this
         */
        public Builder offer(Channel channel, Availability availability) {
            rules.put(channel, new Rule(availability, null));
            return this;
        }

        /**
         * Offers a channel to customers of some value.
         *
         * @param channel the channel
         * @param availability when somebody is there
         * @param minimum what a customer must be worth; one whose value is not known, or in another currency, is not
         * @return this
         */
        public Builder offer(Channel channel, Availability availability, Money minimum) {
            rules.put(channel, new Rule(availability, minimum));
            return this;
        }

        /**
         * The policy.
         *
         * @return never null
         */
        public OfferPolicy build() {
            return new OfferPolicy(this);
        }
    }
}
