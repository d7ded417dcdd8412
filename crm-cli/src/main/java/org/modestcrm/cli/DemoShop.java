package org.modestcrm.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.modestcrm.Crm;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;

/**
 * A made-up shop of one year: customers of seven countries who buy at a rhythm of their own, some of whom stop; returns;
 * sales without a name. The same seed makes the same shop.
 */
final class DemoShop {
    /** The end of its year; nothing happened later. */
    static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    private static final int DAYS = 365;

    private final SplittableRandom random;
    private final DemoNames names;
    private final Crm crm;
    private final Currency currency;
    private int orders;
    private long lines;
    private long anonymousLines;

    DemoShop(long seed, Currency currency, Crm crm) {
        this.currency = currency;
        this.random = new SplittableRandom(seed);
        this.names = new DemoNames(random);
        this.crm = crm;
    }

    /** Fills the Crm and tells how many order lines that made, as a reader of a file would. */
    ReadReport open(int customers) {
        for (int i = 1; i <= customers; i++) {
            customer(i);
        }
        for (int i = 0; i < customers / 10; i++) {
            Order sale = order(DemoNames.Country.GB, random.nextInt(DAYS * 24)).build();
            crm.record(sale);
            anonymousLines += sale.lines().size();
        }
        return new ReadReport(lines, lines - anonymousLines, anonymousLines, 0, List.of());
    }

    private void customer(int number) {
        DemoNames.Country country = names.country();
        PersonName name = names.person(country);
        CustomerId id = CustomerId.of(String.format(Locale.ROOT, "K%05d", number));
        EmailAddress email = names.email(name, number);
        Customer customer = crm.record(Customer.builder(id)
                .name(name)
                .identifier(Identifier.of(IdentifierType.CUSTOMER_NUMBER, "demo", id.value()))
                .email(email)
                .contactPoint(ContactPoint.phone(names.phone(country)))
                .address(names.address(country))
                .language(country.locale())
                .build());
        for (int hour : hoursOfOrders()) {
            orderOf(customer, country, hour);
        }
    }

    /** A mean gap between orders of 20 to 300 days, and after each order a chance to stay away for good. */
    private List<Integer> hoursOfOrders() {
        double meanGapDays = 20 * Math.exp(random.nextDouble() * 2.7);
        double leaves = 0.05 + 0.5 * random.nextDouble() * random.nextDouble();
        List<Integer> hours = new ArrayList<>();
        double day = random.nextDouble() * random.nextDouble() * DAYS;
        while (day < DAYS) {
            hours.add((int) (day * 24));
            if (random.nextDouble() < leaves) {
                break;
            }
            day += 0.2 - meanGapDays * Math.log(1 - random.nextDouble());
        }
        return hours;
    }

    private void orderOf(Customer customer, DemoNames.Country country, int hour) {
        PostalAddress address = customer.addresses().get(0);
        Order order = order(country, hour)
                .customer(customer.id())
                .email(customer.email().orElseThrow())
                .buyerName(customer.name().orElseThrow().full())
                .locale(country.locale())
                .shippingAddress(address)
                .billingAddress(address)
                .build();
        crm.record(order);
        if (random.nextInt(100) < 7) {
            giveBack(order);
        }
    }

    private Order.Builder order(DemoNames.Country country, int hour) {
        Instant at =
                END.minus(Duration.ofDays(DAYS)).plus(Duration.ofHours(hour)).plusSeconds(random.nextInt(3600));
        String number = String.format(Locale.ROOT, "D%06d", ++orders);
        Order.Builder order = Order.builder(OrderNumber.of(number), currency)
                .placedAt(at)
                .channel(random.nextInt(10) < 8 ? Channel.WEB : Channel.PHONE)
                .shipping(
                        country == DemoNames.Country.GB
                                ? Money.of(new BigDecimal("3.95"), currency)
                                : Money.of(new BigDecimal("9.50"), currency));
        int products = 1 + random.nextInt(1 + random.nextInt(8));
        for (int i = 0; i < products; i++) {
            order.line(names.product(1 + random.nextInt(1 + random.nextInt(24)), currency));
        }
        lines += products;
        return order;
    }

    private void giveBack(Order order) {
        Instant at = order.placedAt().plus(Duration.ofDays(3 + random.nextInt(20)));
        if (at.isBefore(END)) {
            OrderLine back = order.lines().get(random.nextInt(order.lines().size()));
            crm.record(Refund.builder(OrderNumber.of("R" + order.number()), order.currency())
                    .of(order)
                    .at(at)
                    .reason(RefundReason.RETURN)
                    .line(back)
                    .build());
        }
    }
}
