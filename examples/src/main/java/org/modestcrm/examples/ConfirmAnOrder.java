package org.modestcrm.examples;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.email.Brand;
import org.modestcrm.email.OrderMails;
import org.modestcrm.email.PreviewFolder;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

/** How do I see the confirmation of an order in my browser, without a mail server? */
public final class ConfirmAnOrder {
    private ConfirmAnOrder() {}

    public static void main(String[] args) {
        Path page = preview(Path.of(args.length == 0 ? "target/confirmation" : args[0]));
        System.out.println("Open " + page.toUri());
    }

    /** Writes the confirmation into a folder, and returns the page that shows it. */
    static Path preview(Path folder) {
        OrderMails mails = OrderMails.builder()
                .brand(Brand.builder("Mug & Co", EmailAddress.of("help@shop.example"))
                        .legal("Mug & Co Ltd, 1 Mill Lane, Leeds")
                        .build())
                .from(EmailAddress.of("orders@shop.example"))
                .zone(ZoneId.of("Europe/Paris"))
                .build();
        Order order = Order.builder(OrderNumber.of("2026-17"), Money.currencyOf("EUR"))
                .placedAt(Instant.parse("2026-03-01T09:00:00Z"))
                .email(EmailAddress.of("alice@example.org"))
                .buyerName("Alice Martin")
                .locale(Locale.FRANCE)
                .line(new OrderLine("MUG-1", "Mug, blue", 2, Money.of("12.50", "EUR")))
                .shipping(Money.of("3.90", "EUR"))
                .shippingAddress(PostalAddress.ofCountry("FR"))
                .build();

        return new PreviewFolder(folder).write(List.of(mails.preview(order)));
    }
}
