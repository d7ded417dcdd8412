package org.modestcrm.examples.checkout;

import static org.modestcrm.testkit.CrmAssertions.assertThat;
import static org.modestcrm.testkit.Fixtures.aCustomer;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.email.Brand;
import org.modestcrm.email.OrderMails;
import org.modestcrm.email.SendResult;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.testkit.RecordingTransport;
import org.modestcrm.testkit.SettableClock;

class CheckoutTest {
    private static final OrderNumber NUMBER = OrderNumber.of("2026-17");
    private static final List<OrderLine> TWO_MUGS =
            List.of(new OrderLine("MUG-1", "Mug, blue", 2, Money.of("12.50", "EUR")));

    private final SettableClock clock = SettableClock.at("2026-03-01T09:00Z");
    private final RecordingTransport transport = new RecordingTransport();
    private final OrderMails mails = OrderMails.builder()
            .brand(Brand.builder("Mug & Co", EmailAddress.of("help@shop.example"))
                    .build())
            .from(EmailAddress.of("orders@shop.example"))
            .clock(clock)
            .transport(transport)
            .build();
    private final Crm crm = Crm.inMemory(clock);
    private final Checkout checkout = new Checkout(crm, mails, clock);
    private final Customer alice = aCustomer().from("FR").speaking("fr").recordedIn(crm);

    @Test
    void a_paid_order_is_confirmed_to_its_buyer_in_her_language() {
        checkout.place(NUMBER, alice, TWO_MUGS);
        checkout.paid(NUMBER);
        mails.deliver();

        assertThat(transport.mails())
                .hasOneMailTo(alice)
                .inLanguage("fr")
                .withSubjectContaining("2026-17")
                .saying("Alice Martin");
    }

    @Test
    void an_order_nobody_paid_is_not_confirmed() {
        checkout.place(NUMBER, alice, TWO_MUGS);
        mails.deliver();

        assertThat(transport.mails()).isEmpty();
    }

    @Test
    void a_webhook_that_comes_twice_confirms_once() {
        checkout.place(NUMBER, alice, TWO_MUGS);
        checkout.paid(NUMBER);
        checkout.paid(NUMBER);
        mails.deliver();

        assertThat(transport.mails()).hasOneMailTo(alice);
    }

    @Test
    void an_order_called_off_is_not_confirmed_whatever_the_bank_says() {
        checkout.place(NUMBER, alice, TWO_MUGS);
        checkout.cancel(NUMBER);
        checkout.paid(NUMBER);
        mails.deliver();

        assertThat(transport.mails()).isEmpty();
    }

    @Test
    void a_busy_mail_server_gets_the_confirmation_two_minutes_later() {
        transport.answering(new SendResult.Later("421 busy"));
        checkout.place(NUMBER, alice, TWO_MUGS);
        checkout.paid(NUMBER);

        mails.deliver();
        assertThat(transport.mails()).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        mails.deliver();
        assertThat(transport.mails()).hasOneMailTo(alice);
    }
}
