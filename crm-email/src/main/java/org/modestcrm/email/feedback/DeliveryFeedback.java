package org.modestcrm.email.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.modestcrm.Crm;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxMail;

/**
 * Learns from what comes back: an address that is gone is not written to again, and the customer's timeline tells what became
 * of each mail.
 *
 * <p>Only news about a mail of the outbox counts: anybody can write a bounce, but nobody can guess a Message-ID. Only reasons
 * that speak of the address suppress it; a mail refused as spam, by a policy or for the sender's reputation suppresses nobody.
 * A full or closed mailbox does after three bounces in fourteen days. Thread-safe.
 */
public final class DeliveryFeedback {
    private static final int ENOUGH = 3;
    private static final Duration WHILE = Duration.ofDays(14);
    private static final int MANY = 10_000;

    private final Outbox outbox;
    private final SuppressionList suppressions;
    private final Crm crm;
    private final Map<EmailAddress, Deque<Instant>> unusable = new HashMap<>();

    /**
     * Feedback on the mails of an outbox.
     *
     * @param outbox where the mails are kept
     * @param suppressions which addresses are not written to; the worker asks the same list
     * @param crm where orders, customers and their timelines are
     */
    public DeliveryFeedback(Outbox outbox, SuppressionList suppressions, Crm crm) {
        this.outbox = outbox;
        this.suppressions = suppressions;
        this.crm = crm;
    }

    /**
     * Takes news of a mail. The same news again changes nothing.
     *
     * @param event what became of it
     * @return false when no mail of the outbox is meant, and nothing was done
     */
    public boolean accept(DeliveryEvent event) {
        Optional<OutboxMail> known = outbox.findByMessageId(event.messageId()).map(entry -> entry.mail());
        known.ifPresent(mail -> learn(mail, event));
        return known.isPresent();
    }

    private void learn(OutboxMail mail, DeliveryEvent event) {
        EmailAddress address = mail.recipient();
        suppressionReason(address, event).ifPresent(reason -> suppress(address, reason, event));
        state(event)
                .ifPresent(state -> crm.customers()
                        .findByEmail(address)
                        .forEach(customer ->
                                crm.customers().update(customer.id(), known -> marked(known, address, state))));
        crm.orders()
                .find(mail.key().order())
                .flatMap(Order::customer)
                .ifPresent(customer -> crm.record(interaction(customer, mail, event)));
    }

    private void suppress(EmailAddress address, Suppression.Reason reason, DeliveryEvent event) {
        boolean goneAlready = suppressions
                .find(Channel.EMAIL, address.value())
                .filter(known -> known.reason() == Suppression.Reason.HARD_BOUNCE
                        || known.reason() == Suppression.Reason.OBJECTION
                        || known.reason() == Suppression.Reason.SHOP
                        || known.reason() == reason)
                .isPresent();
        if (!goneAlready) {
            suppressions.remove(Channel.EMAIL, address.value());
            suppressions.record(new Suppression(
                    Channel.EMAIL, address.value(), reason, event.diagnosis().toString(), event.at()));
        }
    }

    private Optional<Suppression.Reason> suppressionReason(EmailAddress address, DeliveryEvent event) {
        Diagnosis diagnosis = event.diagnosis();
        if (event.type() == DeliveryEvent.Type.COMPLAINED) {
            return Optional.of(Suppression.Reason.COMPLAINT);
        }
        if (event.type() != DeliveryEvent.Type.BOUNCED) {
            return Optional.empty();
        }
        if (diagnosis.reason().isHard()) {
            return diagnosis.isTemporary() ? Optional.empty() : Optional.of(Suppression.Reason.HARD_BOUNCE);
        }
        boolean closed = diagnosis.reason() == Reason.MAILBOX_FULL || diagnosis.reason() == Reason.MAILBOX_DISABLED;
        return closed && isOften(address, event.at())
                ? Optional.of(Suppression.Reason.MAILBOX_UNUSABLE)
                : Optional.empty();
    }

    private synchronized boolean isOften(EmailAddress address, Instant at) {
        if (unusable.size() > MANY) {
            unusable.values().removeIf(times -> times.getLast().isBefore(at.minus(WHILE)));
        }
        Deque<Instant> times = unusable.computeIfAbsent(address, key -> new ArrayDeque<>());
        times.removeIf(time -> time.isBefore(at.minus(WHILE)) || time.equals(at));
        times.add(at);
        return times.size() >= ENOUGH;
    }

    private static Optional<DeliveryState> state(DeliveryEvent event) {
        Diagnosis diagnosis = event.diagnosis();
        return switch (event.type()) {
            case COMPLAINED -> Optional.of(DeliveryState.BLOCKED);
            case BOUNCED ->
                diagnosis.reason().about() != Reason.About.ADDRESS
                        ? Optional.empty()
                        : Optional.of(
                                diagnosis.reason().isHard() && !diagnosis.isTemporary()
                                        ? DeliveryState.BOUNCED
                                        : DeliveryState.DOUBTFUL);
            case DELIVERED -> Optional.of(DeliveryState.OK);
            case SENT, DELAYED -> Optional.empty();
        };
    }

    /** An address that is gone stays so until it is given anew; only the mailbox itself can say that it is fine. */
    private static Customer marked(Customer customer, EmailAddress address, DeliveryState state) {
        Customer.Builder changed = customer.toBuilder();
        for (ContactPoint point : customer.contactPoints()) {
            boolean meant =
                    point.channel().equals(Channel.EMAIL) && point.address().equals(address.value());
            if (meant) {
                changed.contactPoint(point.withState(state));
            }
        }
        return changed.build();
    }

    private static Interaction interaction(CustomerId customer, OutboxMail mail, DeliveryEvent event) {
        String type = event.type().name().toLowerCase(Locale.ROOT);
        return Interaction.builder("email", event.messageId() + " " + type + " " + event.at())
                .customer(customer)
                .channel(Channel.EMAIL)
                .direction(event.type() == DeliveryEvent.Type.SENT ? Direction.OUTBOUND : Direction.INBOUND)
                .type("mail-" + type)
                .at(event.at())
                .topic(mail.key().kind())
                .subject(
                        event.type() == DeliveryEvent.Type.SENT
                                ? ""
                                : event.diagnosis().toString())
                .order(mail.key().order())
                .build();
    }
}
