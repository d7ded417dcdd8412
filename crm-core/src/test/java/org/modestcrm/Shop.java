package org.modestcrm;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.source.UnifiedCustomers.Decision;

/** Small facts for the tests of the core; its clock stands where it is put. */
final class Shop extends Clock {
    static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    static final Decision CLAIRE = Decision.by("claire", "same person", NINE);

    private Instant now = NINE;

    void at(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    static CustomerId id(String id) {
        return CustomerId.of(id);
    }

    static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    static Customer.Builder customer(String id) {
        return Customer.builder(id(id));
    }

    static Customer alice() {
        return customer("17")
                .name(PersonName.of("Alice", "Martin"))
                .email(EmailAddress.of("alice@example.org"))
                .build();
    }

    static Order.Builder order(String number, int minute) {
        return Order.builder(OrderNumber.of(number), Money.currencyOf("EUR"))
                .placedAt(minute(minute))
                .line(new OrderLine("MUG", "Mug", 2, Money.of("10.00", "EUR")));
    }

    static Refund.Builder refund(String number, int minute) {
        return Refund.builder(OrderNumber.of(number), Money.currencyOf("EUR")).at(minute(minute));
    }

    static Interaction.Builder call(String externalId, String customer, int minute) {
        return Interaction.builder("desk", externalId)
                .customer(id(customer))
                .channel(Channel.PHONE)
                .direction(Direction.INBOUND)
                .type("call")
                .at(minute(minute));
    }

    static Interaction.Builder mail(String externalId, String customer, int minute) {
        return Interaction.builder("mailer", externalId)
                .customer(id(customer))
                .channel(Channel.EMAIL)
                .direction(Direction.OUTBOUND)
                .type("mail-sent")
                .messageClass("MARKETING")
                .at(minute(minute));
    }

    static Consent.Builder newsletter(String customer, ConsentStatus status, int minute) {
        return Consent.builder(id(customer), Channel.EMAIL, Purpose.NEWSLETTER)
                .status(status)
                .at(minute(minute));
    }
}
