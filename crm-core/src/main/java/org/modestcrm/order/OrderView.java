package org.modestcrm.order;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;

/**
 * What mails and value models need to know of an order. {@link Order} is one; a shop with an order class of its own
 * implements this over it and keeps its data where it is: four methods are enough.
 */
public interface OrderView {
    /**
     * The number the buyer sees.
     *
     * @return never null
     */
    OrderNumber number();

    /**
     * When it was placed.
     *
     * @return never null
     */
    Instant placedAt();

    /**
     * The one currency of all its amounts.
     *
     * @return never null
     */
    Currency currency();

    /**
     * What was ordered.
     *
     * @return in the order shown to the buyer
     */
    List<OrderLine> lines();

    /**
     * The revision of the order; a changed order that deserves a new confirmation has a higher one.
     *
     * @return 1 or more
     */
    default int revision() {
        return 1;
    }

    /**
     * Who ordered.
     *
     * @return empty for an anonymous sale
     */
    default Optional<CustomerId> customer() {
        return Optional.empty();
    }

    /**
     * Where mails about the order go.
     *
     * @return empty when the buyer left no address
     */
    default Optional<EmailAddress> email() {
        return Optional.empty();
    }

    /**
     * The name to address the buyer by.
     *
     * @return empty text when not known
     */
    default String buyerName() {
        return "";
    }

    /**
     * The language and region the order was placed in. Mails use this one, never that of a thread or machine.
     *
     * @return empty when the shop did not note it
     */
    default Optional<Locale> locale() {
        return Optional.empty();
    }

    /**
     * Where it goes.
     *
     * @return empty when nothing is shipped
     */
    default Optional<PostalAddress> shippingAddress() {
        return Optional.empty();
    }

    /**
     * Where the invoice goes.
     *
     * @return empty when not given
     */
    default Optional<PostalAddress> billingAddress() {
        return Optional.empty();
    }

    /**
     * What was taken off the sum of the lines.
     *
     * @return 0 or more
     */
    default Money discount() {
        return Money.zero(currency());
    }

    /**
     * What shipping costs the buyer.
     *
     * @return 0 or more
     */
    default Money shipping() {
        return Money.zero(currency());
    }

    /**
     * Taxes that come on top of the line prices.
     *
     * @return 0 or more; 0 when the prices include them
     */
    default Money tax() {
        return Money.zero(currency());
    }

    /**
     * The sum of the lines.
     *
     * @return exact
     */
    default Money subtotal() {
        return lines().stream().map(OrderLine::total).reduce(Money.zero(currency()), Money::plus);
    }

    /**
     * What the buyer pays: lines, less discount, plus shipping and tax.
     *
     * @return exact
     */
    default Money total() {
        return subtotal().minus(discount()).plus(shipping()).plus(tax());
    }
}
