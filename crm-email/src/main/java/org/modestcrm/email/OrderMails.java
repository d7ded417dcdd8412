package org.modestcrm.email;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.internal.Problems;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;

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
 * mails.deliver();           // or give mails::deliver, or a MailWorker, to an executor
 * }</pre>
 *
 * <p>A mail is rendered once and kept; those bytes are what is sent, and sent again after a failure. Its language is that of
 * the order, else the default of the shop, never that of the machine. Thread-safe; starts no threads.
 */
public final class OrderMails {
    private final MailMaker maker;
    private final Clock clock;
    private final Outbox outbox;
    private final MailWorker worker;

    private OrderMails(MailMaker maker, Clock clock, Outbox outbox, MailWorker worker) {
        this.maker = maker;
        this.clock = clock;
        this.outbox = outbox;
        this.worker = worker;
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
     * The same mails, kept in another outbox: one that joins the caller's transaction, so that an order and its mail are
     * stored together or not at all.
     *
     * @param other where to keep them
     * @return a view, cheap to make
     */
    public OrderMails in(Outbox other) {
        return new OrderMails(maker, clock, other, worker);
    }

    /**
     * Confirms an order: once for each revision of it, however often and from wherever it is called.
     *
     * @param order the order, with the e-mail address of its buyer
     * @return which mail it is and where it is on its way
     * @throws IllegalArgumentException when the order has no e-mail address
     */
    public Confirmation confirm(OrderView order) {
        return send(OrderMail.confirmation(order));
    }

    /**
     * Has a mail sent: once for each key, however often and from wherever it is called.
     *
     * @param mail what the buyer is told
     * @return which mail it is and where it is on its way
     * @throws IllegalArgumentException when the order has no e-mail address, or the attachments are too large
     */
    public Confirmation send(OrderMail mail) {
        Optional<OutboxEntry> known = outbox.find(mail.key());
        OutboxMail asked = maker.make(mail, known.map(OrderMails::madeAt).orElse(clock.instant()))
                .mail();
        OutboxEntry kept = outbox.putIfAbsent(asked);
        boolean differs = known.isPresent() && !kept.mail().equals(asked);
        return new Confirmation(mail.key(), kept.state(), differs);
    }

    /**
     * Where the confirmation of an order is on its way.
     *
     * @param order the order
     * @return empty when it was never asked for
     */
    public Optional<MailState> status(OrderView order) {
        return status(OrderMail.confirmation(order));
    }

    /**
     * Where a mail is on its way.
     *
     * @param mail which mail
     * @return empty when it was never asked for
     */
    public Optional<MailState> status(OrderMail mail) {
        return outbox.find(mail.key()).map(OutboxEntry::state);
    }

    /**
     * The confirmation of an order as it would be sent now; nothing is kept and nothing sent.
     *
     * @param order the order, with the e-mail address of its buyer
     * @return the mail
     * @throws IllegalArgumentException when the order has no e-mail address
     */
    public RenderedMail preview(OrderView order) {
        return preview(OrderMail.confirmation(order));
    }

    /**
     * A mail as it would be sent now; nothing is kept and nothing sent.
     *
     * @param mail what the buyer is told
     * @return the mail
     * @throws IllegalArgumentException when the order has no e-mail address
     */
    public RenderedMail preview(OrderMail mail) {
        return maker.make(mail, clock.instant());
    }

    /**
     * Sends what is due, until nothing is. Give it to an executor as {@code mails::deliver}; several may run at once, on one
     * machine or many. A shop that wants rates, suppressions or events gives a {@link MailWorker} instead.
     *
     * @return what became of the mails that were due
     */
    public Delivery deliver() {
        return worker.deliver();
    }

    /**
     * How many mails of one delivery went which way.
     *
     * @param sent taken by the server
     * @param retried to be tried again later
     * @param failed given up
     * @param unknown taken or not, nobody knows
     * @param keptBack too old, or to a suppressed address
     */
    public record Delivery(int sent, int retried, int failed, int unknown, int keptBack) {
        static final Delivery NONE = new Delivery(0, 0, 0, 0, 0);

        Delivery plus(MailState state) {
            return new Delivery(
                    sent + (state instanceof MailState.Sent ? 1 : 0),
                    retried + (state instanceof MailState.Retry ? 1 : 0),
                    failed + (state instanceof MailState.Failed ? 1 : 0),
                    unknown + (state instanceof MailState.Unknown ? 1 : 0),
                    keptBack + (state instanceof MailState.Expired || state instanceof MailState.Suppressed ? 1 : 0));
        }
    }

    private static Instant madeAt(OutboxEntry entry) {
        return MimeMessages.date(entry.mail());
    }

    /** Collects the settings of a shop's mails. For one thread. */
    public static final class Builder {
        @Nullable Brand brand;

        @Nullable EmailAddress from;

        Locale defaultLocale = Locale.ENGLISH;
        ZoneId zone = ZoneOffset.UTC;
        Clock clock = Clock.systemUTC();
        Outbox outbox = new InMemoryOutbox();

        @Nullable EmailAddress bounces;

        MailTexts texts = MailTexts.builtIn();
        MailRenderer renderer = MailTemplates.builtIn();
        Function<OrderLine, Optional<URI>> pictures = line -> Optional.empty();
        Duration keepFor = Duration.ofDays(3);
        long maxAttachmentBytes = 10_000_000;
        boolean marked;

        @Nullable DkimSigner dkim;

        Consumer<MailProblem> problems = problem -> {};
        Transport transport = mail -> new SendResult.Later("no transport (OrderMails.Builder.transport)");

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
         * Sets the sender, to whom bounces go too unless {@link #bounces} says otherwise.
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
         */
        public Builder defaultLocale(Locale value) {
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
         * Sets where bounces go.
         *
         * @param value the sender unless set
         * @return this
         */
        public Builder bounces(EmailAddress value) {
            bounces = value;
            return this;
        }

        /**
         * Sets the words.
         *
         * @param value {@link MailTexts#builtIn()} unless set
         * @return this
         */
        public Builder texts(MailTexts value) {
            texts = value;
            return this;
        }

        /**
         * Sets what makes the two parts of a mail.
         *
         * @param value {@link MailTemplates#builtIn()} unless set
         * @return this
         */
        public Builder renderer(MailRenderer value) {
            renderer = value;
            return this;
        }

        /**
         * Sets where pictures of products are.
         *
         * @param value gives a square picture of http or https for a line, or none; no pictures unless set
         * @return this
         */
        public Builder pictures(Function<OrderLine, Optional<URI>> value) {
            pictures = value;
            return this;
        }

        /**
         * Sets how long a mail may wait before it is too old to be sent.
         *
         * @param value 3 days unless set
         * @return this
         */
        public Builder keepFor(Duration value) {
            keepFor = value;
            return this;
        }

        /**
         * Sets how large the attachments of one mail may be together.
         *
         * @param value 10,000,000 unless set; in the mail they take a third more
         * @return this
         */
        public Builder maxAttachmentBytes(long value) {
            maxAttachmentBytes = value;
            return this;
        }

        /**
         * Adds the order in the words of schema.org, which some mail programs show beside the mail.
         *
         * @return this
         */
        public Builder withMarkup() {
            marked = true;
            return this;
        }

        /**
         * Sets who signs the mails for the domain of the shop.
         *
         * @param value nobody unless set
         * @return this
         */
        public Builder dkim(DkimSigner value) {
            dkim = value;
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
         * The mails.
         *
         * @return never null
         * @throws IllegalArgumentException naming what is missing
         */
        public OrderMails build() {
            Problems missing = new Problems();
            missing.require("brand", brand);
            missing.require("from", from);
            missing.when(
                    !texts.languages().contains(defaultLocale.getLanguage()),
                    "default locale: no texts in " + defaultLocale.getLanguage() + " (known: "
                            + String.join(", ", texts.languages()) + ")");
            missing.orThrow("order mails");
            MailWorker worker = MailWorker.builder(outbox, transport)
                    .clock(clock)
                    .problems(problems)
                    .build();
            return new OrderMails(new MailMaker(this), clock, outbox, worker);
        }
    }
}
