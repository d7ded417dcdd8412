package org.modestcrm.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.email.Brand;
import org.modestcrm.email.OrderMails;
import org.modestcrm.email.PreviewFolder;
import org.modestcrm.event.Event;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.segment.EvaluationContext;
import org.modestcrm.segment.Segment;
import org.modestcrm.segment.SegmentEvaluator;
import org.modestcrm.segment.Segments;

/** What the README shows: an order is recorded and confirmed, and its buyer is sorted into segments. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Writes the confirmation into the folder given, {@code target/quickstart} unless given, and tells the segments.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(Path.of(args.length > 0 ? args[0] : "target/quickstart"), Instant.parse("2026-03-01T09:00:00Z"))
                .forEach(out::println);
    }

    static List<String> run(Path folder, Instant now) {
        Clock clock = Clock.fixed(now, ZoneId.of("Europe/Paris"));
        Crm crm = Crm.inMemory(clock);
        OrderMails mails = OrderMails.builder()
                .brand(Brand.builder("Mug shop", EmailAddress.of("help@mugs.example"))
                        .build())
                .from(EmailAddress.of("orders@mugs.example"))
                .zone(ZoneId.of("Europe/Paris"))
                .clock(clock)
                .build();
        crm.subscribe(Event.OrderRecorded.class, event -> mails.confirm(event.order()));

        Customer alice = crm.record(Customer.builder(CustomerId.of("17"))
                .email(EmailAddress.of("alice@example.org"))
                .address(PostalAddress.ofCountry("FR"))
                .language(Locale.FRENCH)
                .build());
        Order order = Order.builder(OrderNumber.of("2026-17"), Money.currencyOf("EUR"))
                .customer(alice.id())
                .email(EmailAddress.of("alice@example.org"))
                .locale(Locale.FRANCE)
                .placedAt(now)
                .line(new OrderLine("MUG-1", "Mug, blue", 48, Money.of("12.50", "EUR")))
                .build();
        crm.record(order);

        Segments<CustomerHistory> segments = Segments.of(
                CustomerHistory.facts(),
                Segment.of("vip", "orders(placed IN LAST 365 DAYS).sum(total) >= 500 EUR"),
                Segment.of("french-vip", "IN SEGMENT 'vip' AND country = 'FR'"));
        SegmentEvaluator<CustomerHistory> today = segments.at(EvaluationContext.at(now, ZoneId.of("Europe/Paris")));
        CustomerHistory history = crm.history(alice.id()).orElseThrow();

        Path page = new PreviewFolder(folder).write(List.of(mails.preview(order)));
        return List.of(
                "Open " + page,
                today.of(history).toString(),
                today.explain("vip", history).sentence(Locale.ENGLISH));
    }
}
