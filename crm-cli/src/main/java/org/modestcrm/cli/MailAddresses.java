package org.modestcrm.cli;

import java.util.Locale;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.order.Order;

/** Files of order lines have no addresses: the command derives one that reaches nobody (RFC 2606). */
final class MailAddresses {
    private MailAddresses() {}

    static Order withAddress(Order order) {
        if (order.email().isPresent()) {
            return order;
        }
        String local = order.customer()
                .map(CustomerId::value)
                .map(id -> "customer-" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"))
                .orElse("guest");
        return order.toBuilder().email(EmailAddress.of(local + "@example.org")).build();
    }
}
