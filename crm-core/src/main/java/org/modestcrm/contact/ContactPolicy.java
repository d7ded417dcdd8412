package org.modestcrm.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a customer is written to: caps, a gap between messages, quiet hours. A pure function: the same history, message
 * and instant give the same decision.
 *
 * <pre>{@code
 * ContactPolicy policy = ContactPolicy.builder()
 *     .cap(ContactCap.of(3, Window.rolling(Duration.ofDays(7))).of(MessageClass.MARKETING))
 *     .cap(ContactCap.of(1, Window.day()))
 *     .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
 *     .build();
 * ContactDecision decision = policy.decide(history, Message.of(Channel.EMAIL, MessageClass.MARKETING), now, zone);
 * }</pre>
 *
 * <p>{@link MessageClass#TRANSACTIONAL} messages always pass and are counted by every cap that counts their class. A
 * deferral names the earliest instant at which all rules allow the message if nothing else is sent until then. Immutable,
 * thread-safe.
 */
public final class ContactPolicy {
    /** How far ahead an allowed instant is looked for. */
    private static final Duration HORIZON = Duration.ofDays(3660);

    private final List<ContactCap> caps;
    private final @Nullable QuietHours quietHours;

    private ContactPolicy(Builder from) {
        this.caps = List.copyOf(from.caps);
        this.quietHours = from.quietHours;
    }

    /**
     * Begins a policy.
     *
     * @return a builder of a policy that allows everything
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The caps, the gap among them.
     *
     * @return in the order given
     */
    public List<ContactCap> caps() {
        return caps;
    }

    /**
     * The hours in which nobody is written to.
     *
     * @return empty when there are none
     */
    public Optional<QuietHours> quietHours() {
        return Optional.ofNullable(quietHours);
    }

    /**
     * Whether a message may go out.
     *
     * @param history what the customer was sent so far, and what is planned
     * @param message what the shop would like to send
     * @param at when
     * @param zone of the customer's clock
     * @return yes, not yet or no, with the rule that decided
     */
    public ContactDecision decide(ContactHistory history, Message message, Instant at, ZoneId zone) {
        if (message.messageClass().equals(MessageClass.TRANSACTIONAL)) {
            return new ContactDecision.Allowed();
        }
        Instant candidate = at;
        @Nullable Refusal first = null;
        while (true) {
            Step step = firstObjection(history, message, candidate, zone);
            if (step.equals(Step.NONE)) {
                return first == null ? new ContactDecision.Allowed() : new ContactDecision.Deferred(candidate, first);
            }
            first = first == null ? step.refusal() : first;
            if (step.earliest() == null || step.earliest().isAfter(at.plus(HORIZON))) {
                return new ContactDecision.Refused(step.refusal());
            }
            candidate = step.earliest();
        }
    }

    /**
     * The first rule that does not allow an instant, and the earliest one it does allow. No instant before that can
     * satisfy all rules, so that going from one to the next finds the earliest that does.
     */
    private Step firstObjection(ContactHistory history, Message message, Instant at, ZoneId zone) {
        for (ContactCap cap : caps) {
            if (cap.counts(message.channel(), message.messageClass()) && message.priority() < cap.exemptFrom()) {
                @Nullable Instant earliest = earliest(cap, history.counted(cap), at, zone);
                if (!at.equals(earliest)) {
                    return new Step(earliest, new Refusal(Refusal.Code.FREQUENCY_CAP, cap.toString()));
                }
            }
        }
        if (quietHours != null) {
            Instant earliest = quietHours.earliest(at, zone);
            if (!earliest.equals(at)) {
                return new Step(
                        earliest,
                        new Refusal(
                                Refusal.Code.QUIET_HOURS,
                                "quiet from " + quietHours.fromInclusive() + " to " + quietHours.toExclusive() + " in "
                                        + zone));
            }
        }
        return Step.NONE;
    }

    private static @Nullable Instant earliest(ContactCap cap, Instant[] sent, Instant at, ZoneId zone) {
        if (cap.max() == 0) {
            return null;
        }
        if (cap.window() instanceof Window.Rolling rolling) {
            return earliestRolling(cap.max(), rolling.length(), sent, at);
        }
        if (cap.window() instanceof Window.Calendar calendar) {
            return earliestCalendar(cap.max(), calendar, sent, at.atZone(zone));
        }
        return sent.length < cap.max() ? at : null;
    }

    /**
     * {@code max} messages that lie closer together than the window leave no room for another from one window before the
     * last of them to one window after the first. Those stretches come in order, so that one pass finds the first room.
     */
    private static Instant earliestRolling(int max, Duration window, Instant[] sent, Instant at) {
        Instant earliest = at;
        for (int i = 0; i + max <= sent.length; i++) {
            Instant first = sent[i];
            Instant last = sent[i + max - 1];
            Instant roomAgain = first.plus(window);
            if (last.isBefore(roomAgain) && last.minus(window).isBefore(earliest) && earliest.isBefore(roomAgain)) {
                earliest = roomAgain;
            }
        }
        return earliest;
    }

    private static Instant earliestCalendar(int max, Window.Calendar calendar, Instant[] sent, ZonedDateTime at) {
        ZoneId zone = at.getZone();
        LocalDate start = calendar.start(at.toLocalDate());
        Instant earliest = at.toInstant();
        while (true) {
            LocalDate next = calendar.next(start);
            Instant from = start.atStartOfDay(zone).toInstant();
            Instant to = next.atStartOfDay(zone).toInstant();
            int count = 0;
            for (Instant time : sent) {
                count += !time.isBefore(from) && time.isBefore(to) ? 1 : 0;
            }
            if (count < max) {
                return earliest;
            }
            earliest = to;
            start = next;
        }
    }

    private record Step(@Nullable Instant earliest, Refusal refusal) {
        static final Step NONE = new Step(null, new Refusal(Refusal.Code.FREQUENCY_CAP, ""));
    }

    /** Collects the rules of a policy. For one thread. */
    public static final class Builder {
        private final List<ContactCap> caps = new ArrayList<>();
        private @Nullable QuietHours quietHours;

        private Builder() {}

        /**
         * Adds a cap.
         *
         * @param value the cap
         * @return this
         */
        public Builder cap(ContactCap value) {
            caps.add(value);
            return this;
        }

        /**
         * Adds a gap between any two messages: a cap of one in any stretch of that length.
         *
         * @param value more than zero
         * @return this
         */
        public Builder minimumGap(Duration value) {
            return cap(ContactCap.of(1, Window.rolling(value)));
        }

        /**
         * Sets the hours in which nobody is written to.
         *
         * @param value by the customer's clock
         * @return this
         */
        public Builder quietHours(QuietHours value) {
            quietHours = value;
            return this;
        }

        /**
         * The policy.
         *
         * @return never null
         */
        public ContactPolicy build() {
            return new ContactPolicy(this);
        }
    }
}
