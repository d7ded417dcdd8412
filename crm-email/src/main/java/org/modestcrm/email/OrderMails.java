package org.modestcrm.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.internal.Problems;
import org.modestcrm.order.OrderView;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails of an order.
 *
 * <pre>{@code
 * OrderMails mails = OrderMails.builder()
 *     .brand(Brand.builder("Mug & Co", EmailAddress.of("help@shop.example")).build())
 *     .from(EmailAddress.of("orders@shop.example"))
 *     .transport(SmtpTransport.builder("smtp.shop.example", 587).login("shop", secret).build())
 *     .build();
 * mails.confirm(order);      // from the webhook and the thank-you page alike: one mail
 * mails.deliver();           // or give mails::deliver to an executor
 * }</pre>
 *
 * <p>A confirmation is rendered once and kept; those bytes are what is sent, and sent again after a failure. Its language is
 * that of the order, else the default of the shop, never that of the machine. Thread-safe; starts no threads.
 */
public final class OrderMails {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.email");
    private static final String CONFIRMATION = "order-confirmation";
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int BATCH = 50;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final Brand brand;
    private final EmailAddress from;
    private final Locale defaultLocale;
    private final ZoneId zone;
    private final Clock clock;
    private final Outbox outbox;
    private final Transport transport;
    private final Templates templates = new Templates();

    private OrderMails(Builder builder) {
        this.brand = Objects.requireNonNull(builder.brand);
        this.from = Objects.requireNonNull(builder.from);
        this.defaultLocale = builder.defaultLocale;
        this.zone = builder.zone;
        this.clock = builder.clock;
        this.outbox = builder.outbox;
        this.transport = builder.transport;
    }

    /**
     * Begins the mails of a shop.
     *
     * @return a builder that still needs brand and sender
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Confirms an order: once for each revision of it, however often and from wherever it is called.
     *
     * @param order the order, with the e-mail address of its buyer
     * @return which mail it is and where it is on its way
     * @throws IllegalArgumentException when the order has no e-mail address
     */
    public Confirmation confirm(OrderView order) {
        MailKey key = key(order);
        Optional<OutboxEntry> known = outbox.find(key);
        OutboxMail asked = render(order, known.map(OrderMails::madeAt).orElse(clock.instant()))
                .mail();
        OutboxEntry kept = outbox.putIfAbsent(asked);
        boolean differs = known.isPresent() && !kept.mail().equals(asked);
        return new Confirmation(key, kept.state(), differs);
    }

    /**
     * Where the confirmation of an order is on its way.
     *
     * @param order the order
     * @return empty when it was never asked for
     */
    public Optional<MailState> status(OrderView order) {
        return outbox.find(key(order)).map(OutboxEntry::state);
    }

    /**
     * The confirmation of an order as it would be sent now; nothing is kept and nothing sent.
     *
     * @param order the order, with the e-mail address of its buyer
     * @return the mail
     * @throws IllegalArgumentException when the order has no e-mail address
     */
    public RenderedMail preview(OrderView order) {
        return render(order, clock.instant());
    }

    /**
     * Sends what is due, until nothing is. Give it to an executor as {@code mails::deliver}; several may run at once, on one
     * machine or many.
     *
     * @return what became of the mails that were due
     */
    public Delivery deliver() {
        Delivery total = new Delivery(0, 0, 0, 0);
        while (true) {
            List<OutboxEntry> due = outbox.claim(clock.instant(), LEASE, BATCH);
            if (due.isEmpty()) {
                return total;
            }
            for (OutboxEntry entry : due) {
                MailState state = stateAfter(transport.send(entry.mail()), entry.attempts());
                outbox.update(entry.mail().key(), state);
                LOG.debug("{}: {}", entry.mail().key(), state);
                total = total.plus(state);
            }
        }
    }

    /**
     * How many mails of one delivery went which way.
     *
     * @param sent taken by the server
     * @param retried to be tried again later
     * @param failed given up
     * @param unknown taken or not, nobody knows
     */
    public record Delivery(int sent, int retried, int failed, int unknown) {
        Delivery plus(MailState state) {
            return new Delivery(
                    sent + (state instanceof MailState.Sent ? 1 : 0),
                    retried + (state instanceof MailState.Retry ? 1 : 0),
                    failed + (state instanceof MailState.Failed ? 1 : 0),
                    unknown + (state instanceof MailState.Unknown ? 1 : 0));
        }
    }

    private MailState stateAfter(SendResult result, int attempts) {
        Instant now = clock.instant();
        if (result instanceof SendResult.Accepted accepted) {
            return new MailState.Sent(now, accepted.reply());
        }
        if (result instanceof SendResult.Refused refused) {
            return new MailState.Failed(now, refused.why());
        }
        if (result instanceof SendResult.Unknown unknown) {
            return new MailState.Unknown(now, unknown.why());
        }
        String why = ((SendResult.Later) result).why();
        return attempts > PAUSES.size()
                ? new MailState.Failed(now, "given up after " + attempts + " attempts: " + why)
                : new MailState.Retry(now.plus(PAUSES.get(attempts - 1)), attempts, why);
    }

    private static MailKey key(OrderView order) {
        return new MailKey(CONFIRMATION, order.number(), order.revision());
    }

    private RenderedMail render(OrderView order, Instant at) {
        EmailAddress to = order.email()
                .orElseThrow(() -> new IllegalArgumentException(
                        "order " + order.number() + ": no e-mail address (expected: OrderView.email() to give one)"));
        Locale locale = order.locale().filter(Messages::has).orElse(defaultLocale);
        ConfirmationData data = new ConfirmationData(order, brand, locale, zone);
        Map<String, Object> values = data.values();
        MimeMessages.Texts texts =
                new MimeMessages.Texts(data.subject(), templates.text(values), templates.html(values));
        MailKey key = key(order);
        byte[] bytes = MimeMessages.bytes(key, new MimeMessages.Envelope(from, brand.name(), to), texts, at);
        return new RenderedMail(texts.subject(), texts.html(), texts.text(), new OutboxMail(key, from, to, bytes));
    }

    private static Instant madeAt(OutboxEntry entry) {
        return MimeMessages.date(entry.mail());
    }

    /** Collects the settings of a shop's mails. For one thread. */
    public static final class Builder {
        private @Nullable Brand brand;
        private @Nullable EmailAddress from;
        private Locale defaultLocale = Locale.ENGLISH;
        private ZoneId zone = ZoneOffset.UTC;
        private Clock clock = Clock.systemUTC();
        private Outbox outbox = new InMemoryOutbox();
        private Transport transport = mail -> new SendResult.Later("no transport (OrderMails.Builder.transport)");

        private Builder() {}

        /**
         * Sets how the mails look and who signs them.
         *
         * @param value the brand
         * @return this
         */
        public Builder brand(Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets the sender, to whom bounces go too.
         *
         * @param value an address of the shop
         * @return this
         */
        public Builder from(EmailAddress value) {
            from = value;
            return this;
        }

        /**
         * Sets the language of orders that do not tell theirs, or whose language has no messages.
         *
         * @param value English unless set
         * @return this
         * @throws IllegalArgumentException when there are no messages in this language
         */
        public Builder defaultLocale(Locale value) {
            if (!Messages.has(value)) {
                throw new IllegalArgumentException("default locale: no messages in " + value.toLanguageTag()
                        + " (expected: one of " + String.join(", ", Messages.LANGUAGES) + ")");
            }
            defaultLocale = value;
            return this;
        }

        /**
         * Sets the zone in which dates are written.
         *
         * @param value UTC unless set
         * @return this
         */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /**
         * Sets the clock that dates mails and attempts.
         *
         * @param value {@link Clock#systemUTC()} unless set
         * @return this
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Sets where mails are kept.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder outbox(Outbox value) {
            outbox = value;
            return this;
        }

        /**
         * Sets how mails leave.
         *
         * @param value unless set, mails are kept and wait
         * @return this
         */
        public Builder transport(Transport value) {
            transport = value;
            return this;
        }

        /**
         * The mails.
         *
         * @return never null
         * @throws IllegalArgumentException naming what is missing
         */
        public OrderMails build() {
            Problems problems = new Problems();
            problems.require("brand", brand);
            problems.require("from", from);
            problems.orThrow("order mails");
            return new OrderMails(this);
        }
    }
}
