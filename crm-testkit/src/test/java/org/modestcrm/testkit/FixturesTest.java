package org.modestcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.modestcrm.consent.Purpose.NEWSLETTER;
import static org.modestcrm.consent.Purpose.OFFERS;
import static org.modestcrm.customer.Channel.EMAIL;
import static org.modestcrm.customer.Channel.PHONE;
import static org.modestcrm.customer.Channel.WEB;
import static org.modestcrm.testkit.Fixtures.aCustomer;
import static org.modestcrm.testkit.Fixtures.aTask;
import static org.modestcrm.testkit.Fixtures.interactions;
import static org.modestcrm.testkit.Fixtures.orders;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.Topic;

class FixturesTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-01T09:00Z");

    @Test
    void a_customer_nothing_is_said_of_can_be_written_to() {
        assertThat(aCustomer().build())
                .isEqualTo(Customer.builder(CustomerId.of("alice-martin"))
                        .name(PersonName.of("Alice", "Martin"))
                        .email(EmailAddress.of("alice-martin@example.org"))
                        .build());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Bob Stone, bob-stone, Bob, Stone",
        "Zoë van der Meer, zoe-van-der-meer, Zoë, van der Meer",
        "O'Neil, o-neil, '', ''",
        "王小明, customer-1bd48aa, '', ''"
    })
    void id_and_address_follow_from_the_name(String name, String id, String given, String family) {
        Customer customer = aCustomer().called(name).build();

        assertThat(customer.id()).hasToString(id);
        assertThat(customer.email()).contains(EmailAddress.of(id + "@example.org"));
        assertThat(customer.name()).contains(given.isEmpty() ? PersonName.full(name) : PersonName.of(given, family));
    }

    @Test
    void every_part_can_be_said() {
        Customer customer = aCustomer()
                .withId("17")
                .from("FR")
                .livingAt(PostalAddress.ofCountry("BE"))
                .speaking("fr-BE")
                .inZone("Europe/Brussels")
                .bornOn("--02-29")
                .reading("alice@example.com")
                .whoseMail(DeliveryState.DOUBTFUL)
                .answering("+33123456789")
                .knownBy(IdentifierType.LOYALTY_CARD, "L-4")
                .build();

        assertThat(customer)
                .isEqualTo(Customer.builder(CustomerId.of("17"))
                        .name(PersonName.of("Alice", "Martin"))
                        .contactPoint(new ContactPoint(EMAIL, "alice@example.com", DeliveryState.DOUBTFUL))
                        .contactPoint(ContactPoint.phone("+33123456789"))
                        .address(PostalAddress.ofCountry("FR"))
                        .address(PostalAddress.ofCountry("BE"))
                        .language(Locale.forLanguageTag("fr-BE"))
                        .zone(ZoneId.of("Europe/Brussels"))
                        .birthDate(BirthDate.parse("--02-29"))
                        .identifier(Identifier.of(IdentifierType.LOYALTY_CARD, "webshop", "L-4"))
                        .build());
    }

    @Test
    void a_customer_may_have_no_address_to_write_to() {
        assertThat(aCustomer().withoutEmail().build().email()).isEmpty();
        assertThat(aCustomer().whoseMail(DeliveryState.BOUNCED).build().email()).isEmpty();
    }

    @Test
    void what_a_customer_stated_is_recorded_with_her() {
        Crm crm = Crm.inMemory(CLOCK);

        Customer alice = aCustomer()
                .consentingTo(EMAIL, NEWSLETTER, OFFERS)
                .since("2026-01-01")
                .withdrawing(EMAIL, OFFERS)
                .since("2026-02-01")
                .consentingTo(PHONE, OFFERS)
                .recordedIn(crm);

        Instant now = CLOCK.instant();
        assertThat(crm.customers().find(alice.id())).contains(alice);
        assertThat(alice.version()).isEqualTo(1);
        assertThat(crm.consents().isGranted(alice.id(), EMAIL, NEWSLETTER, now)).isTrue();
        assertThat(crm.consents().isGranted(alice.id(), EMAIL, OFFERS, now)).isFalse();
        assertThat(crm.consents().isGranted(alice.id(), EMAIL, OFFERS, Instant.parse("2026-01-31T00:00:00Z")))
                .isTrue();
        assertThat(crm.consents().isGranted(alice.id(), PHONE, OFFERS, now)).isTrue();
    }

    @Test
    void a_statement_is_dated_long_before_the_test() {
        assertThat(aCustomer().stating(ConsentStatus.PENDING, EMAIL, NEWSLETTER).consents())
                .containsExactly(Consent.builder(CustomerId.of("alice-martin"), EMAIL, NEWSLETTER)
                        .status(ConsentStatus.PENDING)
                        .at(Instant.parse("2020-01-01T12:00:00Z"))
                        .method("test")
                        .build());
    }

    @Test
    void a_date_without_a_statement_is_refused() {
        assertThatThrownBy(() -> aCustomer().since("2026-01-01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("since 2026-01-01: nothing was stated before"
                        + " (expected: consentingTo, withdrawing or stating)");
    }

    @Test
    void two_customers_of_one_test_need_two_names() {
        Crm crm = Crm.inMemory(CLOCK);
        aCustomer().recordedIn(crm);

        assertThatThrownBy(() -> aCustomer().from("FR").recordedIn(crm))
                .isInstanceOf(ConflictException.class)
                .hasMessage("customer alice-martin: version 1 is stored (expected: 0); read it again and repeat the"
                        + " change");
        assertThat(aCustomer().called("Bob Stone").recordedIn(crm).id()).hasToString("bob-stone");
    }

    @Test
    void an_order_nothing_is_said_of_is_anonymous_and_worth_fifty_euros() {
        assertThat(orders().one())
                .isEqualTo(Order.builder(OrderNumber.of("guest-2026-01-15-1"), Money.currencyOf("EUR"))
                        .placedAt(Instant.parse("2026-01-15T12:00:00Z"))
                        .line(new OrderLine("ANY-1", "Any product", 1, Money.of("50.00", "EUR")))
                        .build());
    }

    @Test
    void an_order_takes_from_its_buyer_what_a_mail_needs() {
        Customer alice = aCustomer().from("FR").speaking("fr").build();

        Order order = orders().of(alice)
                .on("2026-02-01")
                .worth("80.00 EUR")
                .cancelled()
                .one();

        assertThat(order)
                .isEqualTo(Order.builder(OrderNumber.of("alice-martin-2026-02-01-1"), Money.currencyOf("EUR"))
                        .customer(alice.id())
                        .email(EmailAddress.of("alice-martin@example.org"))
                        .buyerName("Alice Martin")
                        .locale(Locale.FRANCE)
                        .shippingAddress(PostalAddress.ofCountry("FR"))
                        .placedAt(Instant.parse("2026-02-01T12:00:00Z"))
                        .status(OrderStatus.CANCELLED)
                        .line(new OrderLine("ANY-1", "Any product", 1, Money.of("80.00", "EUR")))
                        .build());
    }

    @Test
    void a_chain_tells_of_several_orders() {
        List<Order> list = orders().ofGuest("guest@example.org")
                .worth("10.00 GBP")
                .on("2026-02-01T23:59Z")
                .on("2026-02-03")
                .line("MUG-1", 2, "12.50 GBP")
                .line("MUG-2", 1, "5.00 GBP")
                .via(WEB)
                .delivered()
                .numbered("X-1")
                .list();

        assertThat(list).hasSize(2).extracting(Order::total).containsExactly(gbp("10.00"), gbp("30.00"));
        assertThat(list).extracting(order -> order.number().value()).containsExactly("guest-2026-02-01-1", "X-1");
        assertThat(list).allSatisfy(order -> assertThat(order.email()).contains(EmailAddress.of("guest@example.org")));
        assertThat(list.get(1).channel()).contains(WEB);
        assertThat(list).extracting(Order::status).containsExactly(OrderStatus.PLACED, OrderStatus.DELIVERED);
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void orders_and_what_was_paid_back_for_them_are_recorded() {
        Crm crm = Crm.inMemory(CLOCK);
        Customer alice = aCustomer().recordedIn(crm);

        orders().of(alice)
                .on("2026-01-05")
                .worth("80.00 EUR")
                .refundedOn("2026-01-20", "20.00 EUR")
                .on("2026-02-01")
                .worth("30.00 EUR")
                .cancelled()
                .refundedOn("2026-02-02")
                .recordedIn(crm);

        assertThat(crm.orders().ordersOf(alice.id())).hasSize(2);
        assertThat(crm.orders().refundsOf(alice.id()))
                .extracting(Refund::toString, Refund::amount, Refund::reason)
                .containsExactly(
                        tuple("refund alice-martin-2026-01-05-1-R1", Money.of("20.00", "EUR"), RefundReason.RETURN),
                        tuple(
                                "refund alice-martin-2026-02-01-2-R1",
                                Money.of("30.00", "EUR"),
                                RefundReason.CANCELLATION));
    }

    @Test
    void a_number_that_is_taken_is_refused_and_nothing_is_recorded() {
        Crm crm = Crm.inMemory(CLOCK);
        orders().on("2026-02-01").recordedIn(crm);

        assertThatThrownBy(() -> orders().on("2026-02-01").on("2026-02-02").recordedIn(crm))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("order guest-2026-02-01-1 is recorded already"
                        + " (expected: a number of its own; set one with numbered)");
        assertThat(crm.orders().orders()).hasSize(1);
    }

    @Test
    void contradictions_are_named() {
        assertThatThrownBy(() ->
                        orders().worth("80.00 EUR").line("MUG-1", 1, "9.00 EUR").one())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order guest-2026-01-15-1: worth 80.00 EUR and lines (expected: one of them)");
        assertThatThrownBy(() -> orders().on("2026-01-01").on("2026-01-02").one())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("orders: 2 are described (expected: 1; list() gives them all)");
    }

    @Test
    void a_customer_has_likes_attributes_and_an_organisation() {
        Attribute<String> tier = Attribute.choice("tier", "gold", "silver");

        Customer alice = aCustomer()
                .buyingFor("Mug & Co")
                .liking("size", "M", "L")
                .preferring(PHONE, EMAIL)
                .having(tier, "gold")
                .referredBy("shoes.example")
                .build();

        assertThat(alice.kind()).isEqualTo(CustomerKind.ORGANISATION);
        assertThat(alice.organisation()).isEqualTo("Mug & Co");
        assertThat(alice.preference("size").orElseThrow().values()).containsExactly("M", "L");
        assertThat(alice.preferredChannels()).containsExactly(PHONE, EMAIL);
        assertThat(alice.attribute(tier)).contains("gold");
        assertThat(alice.referredBy()).contains(PartnerId.of("shoes.example"));
    }

    @Test
    void an_order_has_a_campaign_a_voucher_and_a_history() {
        Order order = orders().on("2026-02-01")
                .worth("80.00 EUR")
                .after("spring-2026")
                .discounted("SPRING", "5.00 EUR")
                .being(OrderStatus.PAID, "2026-02-02")
                .being(OrderStatus.DELIVERED, "2026-02-05")
                .one();

        assertThat(order.total()).isEqualTo(Money.of("75.00", "EUR"));
        assertThat(order.campaign()).isEqualTo("spring-2026");
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order.statusHistory())
                .extracting(change -> change.at().toString())
                .containsExactly("2026-02-01T12:00:00Z", "2026-02-02T12:00:00Z", "2026-02-05T12:00:00Z");
    }

    @Test
    void contacts_are_told_in_a_chain_and_recorded() {
        Crm crm = Crm.inMemory(CLOCK);
        Customer alice = aCustomer().recordedIn(crm);

        interactions(alice)
                .visiting("/mugs")
                .on("2026-02-01")
                .visiting("/mugs/1", "MUG-1")
                .asking(PHONE, "returns")
                .on("2026-02-03T09:00Z")
                .sent(EMAIL, "MARKETING")
                .bouncing()
                .recordedIn(crm);

        List<Interaction> told = crm.interactions().of(alice.id());
        assertThat(told)
                .extracting(Interaction::key, Interaction::type, Interaction::channel)
                .containsExactly(
                        tuple("test/alice-martin-2026-01-15-1", "visit", WEB),
                        tuple("test/alice-martin-2026-02-01-2", "visit", WEB),
                        tuple("test/alice-martin-2026-02-01-3", "request", PHONE),
                        tuple("test/alice-martin-2026-02-03T09:00Z-4", "message-sent", EMAIL),
                        tuple("test/alice-martin-2026-02-03T09:00Z-5", "bounce", EMAIL));
        assertThat(told.get(1).visit().orElseThrow().product()).isEqualTo("MUG-1");
        assertThat(told.get(2).topic()).isEqualTo("returns");
        assertThat(told.get(3).messageClass()).isEqualTo("MARKETING");
    }

    @Test
    void a_task_nothing_is_said_of_is_carlas() {
        Customer alice = aCustomer().build();

        assertThat(aTask("1").build())
                .isEqualTo(Task.builder(TaskId.of("1"), Topic.of("returns"), Instant.parse("2026-01-15T12:00:00Z"))
                        .assignee(Assignee.of("carla"))
                        .build());
        assertThat(aTask("2")
                        .about("orders")
                        .on("2026-02-01")
                        .assignedTo("desk")
                        .of(alice)
                        .priority(3)
                        .due("2026-02-02")
                        .build())
                .isEqualTo(Task.builder(TaskId.of("2"), Topic.of("orders"), Instant.parse("2026-02-01T12:00:00Z"))
                        .assignee(Assignee.of("desk"))
                        .customer(alice.id())
                        .priority(3)
                        .due(Instant.parse("2026-02-02T12:00:00Z"))
                        .build());
    }
}
