package org.modestcrm.email;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;
import org.modestcrm.order.Refund;
import org.modestcrm.outbox.MailKey;

/**
 * What a buyer is told about an order: which mail, which order, and what the mail needs beyond the order. Immutable.
 *
 * <pre>{@code
 * mails.send(OrderMail.shipped(order, Parcel.builder("1", "DPD").tracking("0150").build()));
 * mails.send(OrderMail.refunded(order, refund).attach(new Attachment("credit-note.pdf", "application/pdf", pdf)));
 * }</pre>
 */
public final class OrderMail {
    private final MailKind kind;
    private final OrderView order;
    private final String part;
    private final Map<String, Object> extras;
    private final List<Attachment> attachments;

    private OrderMail(
            MailKind kind, OrderView order, String part, Map<String, Object> extras, List<Attachment> attachments) {
        this.kind = kind;
        this.order = order;
        this.part = part;
        this.extras = extras;
        this.attachments = attachments;
    }

    private static OrderMail of(MailKind kind, OrderView order, String part) {
        return new OrderMail(kind, order, part, Map.of(), List.of());
    }

    /**
     * We have the order.
     *
     * @param order the order
     * @return one mail for each revision
     */
    public static OrderMail confirmation(OrderView order) {
        return of(MailKind.ORDER_CONFIRMATION, order, "");
    }

    /**
     * We have the money for the order.
     *
     * @param order the order
     * @return one mail for each revision
     */
    public static OrderMail paymentReceived(OrderView order) {
        return of(MailKind.PAYMENT_RECEIVED, order, "");
    }

    /**
     * The money did not come.
     *
     * @param order the order
     * @param attempt which attempt, such as the number of the payment: each is told once
     * @param payAgain where the buyer can try again, http or https
     * @return the mail
     */
    public static OrderMail paymentFailed(OrderView order, String attempt, URI payAgain) {
        return of(MailKind.PAYMENT_FAILED, order, Texts.required("payment attempt", attempt, 100))
                .button(payAgain);
    }

    /**
     * The order is another now; its revision is a higher one.
     *
     * @param order the order as it is now
     * @return one mail for each revision
     */
    public static OrderMail changed(OrderView order) {
        return of(MailKind.ORDER_CHANGED, order, "");
    }

    /**
     * The order is called off.
     *
     * @param order the order
     * @return one mail for each revision
     */
    public static OrderMail cancelled(OrderView order) {
        return of(MailKind.ORDER_CANCELLED, order, "");
    }

    /**
     * A parcel is on its way.
     *
     * @param order the order
     * @param parcel what is in it and who brings it
     * @return one mail for each parcel
     */
    public static OrderMail shipped(OrderView order, Parcel parcel) {
        OrderMail mail = of(MailKind.SHIPPED, order, parcel.number())
                .with("carrier", parcel.carrier())
                .with("tracking", parcel.tracking())
                .with("lines", parcel.lines().isEmpty() ? order.lines() : parcel.lines());
        return parcel.link().map(mail::button).orElse(mail);
    }

    /**
     * The order waits to be picked up.
     *
     * @param order the order
     * @param place where, in one line the buyer understands
     * @return one mail for each revision
     */
    public static OrderMail readyForPickup(OrderView order, String place) {
        return of(MailKind.READY_FOR_PICKUP, order, "").with("place", Texts.required("place", place, 200));
    }

    /**
     * The order has arrived.
     *
     * @param order the order
     * @return one mail for each revision
     */
    public static OrderMail delivered(OrderView order) {
        return of(MailKind.DELIVERED, order, "");
    }

    /**
     * Money goes back.
     *
     * @param order the order
     * @param refund how much, and for what
     * @return one mail for each refund
     */
    public static OrderMail refunded(OrderView order, Refund refund) {
        return of(MailKind.REFUND, order, refund.number().value())
                .with("amount", refund.amount())
                .with("lines", refund.lines());
    }

    /**
     * We have the buyer's withdrawal from the contract.
     *
     * @param order the order
     * @param receivedAt when it came in; the mail says date and time, as the law asks
     * @return one mail for each revision
     */
    public static OrderMail withdrawalReceived(OrderView order, Instant receivedAt) {
        return of(MailKind.WITHDRAWAL_RECEIVED, order, "").with("receivedAt", receivedAt);
    }

    /**
     * We have the buyer's request about the order.
     *
     * @param order the order
     * @param reference the number of the request, shown to the buyer
     * @param receivedAt when it came in
     * @return one mail for each request
     */
    public static OrderMail requestReceived(OrderView order, String reference, Instant receivedAt) {
        return of(MailKind.REQUEST_RECEIVED, order, Texts.required("reference", reference, 100))
                .with("reference", reference)
                .with("receivedAt", receivedAt);
    }

    /**
     * A mail of a kind of the shop's own.
     *
     * @param kind which mail, with templates and texts of the shop
     * @param order the order
     * @return one mail for each revision
     */
    public static OrderMail of(MailKind kind, OrderView order) {
        return of(kind, order, "");
    }

    /**
     * The same mail with a button that opens a page of the shop, such as the order in the buyer's account.
     *
     * @param link http or https
     * @return a changed copy
     */
    public OrderMail button(URI link) {
        return with("button", WebLink.checked("button", link));
    }

    /**
     * The same mail with a file.
     *
     * @param attachment the file
     * @return a changed copy
     */
    public OrderMail attach(Attachment attachment) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new OrderMail(kind, order, part, extras, List.copyOf(more));
    }

    private OrderMail with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new OrderMail(kind, order, part, Map.copyOf(more), attachments);
    }

    /**
     * Which mail.
     *
     * @return never null
     */
    public MailKind kind() {
        return kind;
    }

    /**
     * About which order.
     *
     * @return never null
     */
    public OrderView order() {
        return order;
    }

    /**
     * What makes it the same mail: asking for it again gives the one that is there.
     *
     * @return never null
     */
    public MailKey key() {
        return new MailKey(kind.code(), order.number(), order.revision(), part);
    }

    List<Attachment> attachments() {
        return attachments;
    }

    String text(String name) {
        return extra(name, String.class).orElse("");
    }

    Optional<Instant> receivedAt() {
        return extra("receivedAt", Instant.class);
    }

    Optional<URI> link() {
        return extra("button", URI.class);
    }

    Money amount() {
        return extra("amount", Money.class).orElseGet(order::total);
    }

    /** The lines it is about: those of the parcel or refund, else of the order. */
    List<OrderLine> lines() {
        @Nullable Object own = extras.get("lines");
        return own instanceof List<?> lines
                ? lines.stream().map(OrderLine.class::cast).toList()
                : order.lines();
    }

    private <T> Optional<T> extra(String name, Class<T> type) {
        return Optional.ofNullable(extras.get(name)).map(type::cast);
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
