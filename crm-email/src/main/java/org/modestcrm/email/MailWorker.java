package org.modestcrm.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.MessageClass;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;
import org.modestcrm.email.feedback.DeliveryEvent;
import org.modestcrm.email.feedback.Diagnosis;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in an outbox. Several may run at once, in one process or many: each takes mails for a while that the others
 * leave alone.
 *
 * <pre>{@code
 * MailWorker worker = MailWorker.builder(outbox, smtp).suppressions(suppressions).build();
 * executor.scheduleWithFixedDelay(worker, 0, 5, TimeUnit.SECONDS);
 * }</pre>
 *
 * <p>A mail that is not taken now is tried again after 1, 5, 15 minutes, 1, 4, 12 hours, each up to a quarter longer, until it
 * is too old. When the server cannot be reached the worker leaves it in peace for half a minute. Thread-safe; starts no
 * threads.
 */
public final class MailWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.email");
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int BATCH = 50;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final Outbox outbox;
    private final Transport transport;
    private final Clock clock;
    private final Duration lease;
    private final SuppressionList suppressions;
    private final WhenUnknown whenUnknown;
    private final DomainRate rate;
    private final Consumer<DeliveryEvent> events;
    private final Consumer<MailProblem> problems;
    private volatile boolean stopped;
    private volatile Instant closedUntil = Instant.MIN;

    private MailWorker(Builder from) {
        this.outbox = from.outbox;
        this.transport = from.transport;
        this.clock = from.clock;
        this.lease = from.lease;
        this.suppressions = from.suppressions;
        this.whenUnknown = from.whenUnknown;
        this.rate = new DomainRate(from.perMinute);
        this.events = from.events;
        this.problems = from.problems;
    }

    /**
     * Begins a worker.
     *
     * @param outbox what waits
     * @param transport how mails leave
     * @return a builder that needs nothing more
     */
    public static Builder builder(Outbox outbox, Transport transport) {
        return new Builder(outbox, transport);
    }

    /** Sends what is due, as {@link #deliver} does. A fault is logged and does not end a schedule. */
    @Override
    public void run() {
        try {
            deliver();
        } catch (RuntimeException e) {
            LOG.error("mails could not be delivered; tried again with the next run", e);
        }
    }

    /** Lets a run end after the mail it is at; what it had taken is left for others. */
    public void stop() {
        stopped = true;
    }

    /**
     * Sends what is due, until nothing is.
     *
     * @return what became of the mails that were due
     */
    public OrderMails.Delivery deliver() {
        OrderMails.Delivery total = OrderMails.Delivery.NONE;
        while (!isResting()) {
            List<OutboxEntry> due = outbox.claim(clock.instant(), lease, BATCH);
            if (due.isEmpty()) {
                return total;
            }
            for (OutboxEntry entry : due) {
                MailState state = isResting() ? released(entry) : stateAfterTrying(entry);
                outbox.update(entry.mail().key(), state);
                LOG.debug("{}: {}", entry.mail().key(), state);
                total = total.plus(state);
            }
        }
        return total;
    }

    private boolean isResting() {
        return stopped || clock.instant().isBefore(closedUntil);
    }

    private MailState released(OutboxEntry entry) {
        Instant now = clock.instant();
        return stopped
                ? new MailState.Queued()
                : new MailState.Retry(later(now, closedUntil), entry.attempts(), "server at rest");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private MailState stateAfterTrying(OutboxEntry entry) {
        OutboxMail mail = entry.mail();
        Instant now = clock.instant();
        Optional<MailState> unsent = reasonNotToSend(entry, now);
        if (unsent.isPresent()) {
            return unsent.get();
        }
        Instant slot = rate.turnOf(mail, now);
        if (slot.isAfter(now)) {
            return new MailState.Retry(slot, entry.attempts(), "rate of its domain");
        }
        return stateAfter(entry, sent(mail));
    }

    private Optional<MailState> reasonNotToSend(OutboxEntry entry, Instant now) {
        OutboxMail mail = entry.mail();
        if (!now.isBefore(mail.notAfter())) {
            report(mail.key(), MailProblem.Code.MAIL_NOT_SENT, "too old since " + mail.notAfter());
            return Optional.of(new MailState.Expired(now));
        }
        Optional<Suppression> suppression = suppressions
                .find(Channel.EMAIL, mail.recipient().value())
                .filter(found -> found.blocks(MessageClass.TRANSACTIONAL, now));
        if (suppression.isPresent()) {
            report(mail.key(), MailProblem.Code.MAIL_NOT_SENT, suppression.get().toString());
            return Optional.of(new MailState.Suppressed(now, suppression.get().toString()));
        }
        boolean doubtful = entry.state() instanceof MailState.Sending sending && sending.doubtful();
        return doubtful && whenUnknown == WhenUnknown.HOLD
                ? Optional.of(held(mail.key(), now, "an earlier worker died at it"))
                : Optional.empty();
    }

    private SendResult sent(OutboxMail mail) {
        try {
            return transport.send(mail);
        } catch (RuntimeException e) {
            LOG.error("{}: the transport threw", mail.key(), e);
            return new SendResult.Unknown("the transport threw " + e.getClass().getName());
        }
    }

    private MailState stateAfter(OutboxEntry entry, SendResult result) {
        OutboxMail mail = entry.mail();
        Instant now = clock.instant();
        if (result instanceof SendResult.Accepted accepted) {
            events.accept(DeliveryEvent.sent(mail, accepted.reply(), now));
            return new MailState.Sent(now, accepted.reply());
        }
        if (result instanceof SendResult.Refused refused) {
            events.accept(DeliveryEvent.refused(mail, refused.why(), now));
            report(mail.key(), MailProblem.Code.MAIL_NOT_SENT, "refused: " + refused.why());
            return new MailState.Failed(now, refused.why());
        }
        if (result instanceof SendResult.Unknown unknown) {
            return whenUnknown == WhenUnknown.HOLD
                    ? held(mail.key(), now, unknown.why())
                    : retry(entry, now, unknown.why());
        }
        String why = ((SendResult.Later) result).why();
        if (!Diagnosis.isReply(why)) {
            closedUntil = now.plus(REST);
        }
        return retry(entry, now, why);
    }

    private MailState held(MailKey mail, Instant now, String why) {
        report(mail, MailProblem.Code.MAIL_HELD, why);
        return new MailState.Unknown(now, why);
    }

    private MailState retry(OutboxEntry entry, Instant now, String why) {
        Duration pause = PAUSES.get(Math.min(entry.attempts(), PAUSES.size()) - 1);
        Instant next = now.plus(pause).plus(spread(entry, pause));
        if (next.isBefore(entry.mail().notAfter())) {
            return new MailState.Retry(next, entry.attempts(), why);
        }
        String givenUp = "given up after " + entry.attempts() + " attempts: " + why;
        report(entry.mail().key(), MailProblem.Code.MAIL_NOT_SENT, givenUp);
        return new MailState.Failed(now, givenUp);
    }

    /** Up to a quarter of the pause, so that mails that failed together do not come back together; the same on each run. */
    private static Duration spread(OutboxEntry entry, Duration pause) {
        int share = Math.floorMod(31 * entry.mail().key().hashCode() + entry.attempts(), 250);
        return pause.multipliedBy(share).dividedBy(1000);
    }

    private void report(MailKey mail, MailProblem.Code code, String text) {
        problems.accept(new MailProblem(mail, code, text));
    }

    /** Collects the settings of a worker. For one thread. */
    public static final class Builder {
        private final Outbox outbox;
        private final Transport transport;
        private Clock clock = Clock.systemUTC();
        private Duration lease = Duration.ofMinutes(10);
        private SuppressionList suppressions = new InMemorySuppressionList();
        private WhenUnknown whenUnknown = WhenUnknown.SEND_AGAIN;
        private int perMinute = Integer.MAX_VALUE;
        private Consumer<DeliveryEvent> events = event -> {};
        private Consumer<MailProblem> problems = problem -> {};

        private Builder(Outbox outbox, Transport transport) {
            this.outbox = outbox;
            this.transport = transport;
        }

        /**
         * Sets the clock.
         *
         * @param value {@link Clock#systemUTC()} unless set
         * @return this
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Sets how long a worker has for the mails it takes, before others take them for lost.
         *
         * @param value longer than 50 mails take; 10 minutes unless set
         * @return this
         */
        public Builder lease(Duration value) {
            lease = value;
            return this;
        }

        /**
         * Sets which addresses are not written to.
         *
         * @param value nobody unless set
         * @return this
         */
        public Builder suppressions(SuppressionList value) {
            suppressions = value;
            return this;
        }

        /**
         * Sets what becomes of a mail of which nobody knows whether it was taken.
         *
         * @param value {@link WhenUnknown#SEND_AGAIN} unless set
         * @return this
         */
        public Builder whenUnknown(WhenUnknown value) {
            whenUnknown = value;
            return this;
        }

        /**
         * Sets how many mails of this worker go to one domain in a minute, evenly.
         *
         * @param mails 1 or more; no limit unless set
         * @return this
         */
        public Builder perDomainAndMinute(int mails) {
            if (mails < 1) {
                throw new IllegalArgumentException("mails per domain and minute: " + mails + " (expected: 1 or more)");
            }
            perMinute = mails;
            return this;
        }

        /**
         * Sets who hears of mails that were taken or refused.
         *
         * @param value nobody unless set
         * @return this
         */
        public Builder events(Consumer<DeliveryEvent> value) {
            events = value;
            return this;
        }

        /**
         * Sets who hears of mails a person should look after.
         *
         * @param value nobody unless set
         * @return this
         */
        public Builder problems(Consumer<MailProblem> value) {
            problems = value;
            return this;
        }

        /**
         * The worker.
         *
         * @return never null
         */
        public MailWorker build() {
            return new MailWorker(this);
        }
    }
}
