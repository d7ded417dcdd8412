package org.modestcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.Shop.CLAIRE;
import static org.modestcrm.Shop.NINE;
import static org.modestcrm.Shop.alice;
import static org.modestcrm.Shop.call;
import static org.modestcrm.Shop.customer;
import static org.modestcrm.Shop.id;
import static org.modestcrm.Shop.minute;
import static org.modestcrm.Shop.order;
import static org.modestcrm.Shop.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.Attributes;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.Recorded;
import org.modestcrm.customer.Stage;
import org.modestcrm.event.Event;
import org.modestcrm.event.FactKey;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;

class CrmTest {
    private final Shop shop = new Shop();
    private final Crm crm = Crm.inMemory(shop);

    @Test
    void a_fact_known_as_it_is_publishes_nothing() {
        List<Event> events = new ArrayList<>();
        crm.subscribe(Event.class, events::add);

        assertThat(crm.record(order("1", 0).build())).isEqualTo(Recorded.NEW);
        assertThat(crm.record(order("1", 0).build())).isEqualTo(Recorded.UNCHANGED);
        Customer saved = crm.record(alice());
        crm.record(saved);

        assertThat(events)
                .extracting(Event::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("OrderRecorded", "CustomerSaved");
    }

    @Test
    void a_listener_that_fails_holds_back_later_events_of_that_customer_only() {
        List<String> taken = new ArrayList<>();
        List<String> broken = new ArrayList<>(List.of("1"));
        crm.subscribe("mails", Event.OrderRecorded.class, event -> {
            if (broken.contains(event.order().number().value())) {
                throw new IllegalStateException("mail server is down");
            }
            taken.add(event.order().number().value());
        });

        crm.record(order("1", 0).customer(id("a")).build());
        crm.record(order("2", 1).customer(id("a")).build());
        crm.record(order("3", 2).customer(id("b")).build());

        assertThat(taken).containsExactly("3");
        assertThat(crm.deliverPending()).isEqualTo(2);
        broken.clear();
        assertThat(crm.deliverPending()).isZero();
        assertThat(taken).containsExactly("3", "1", "2");
    }

    @Test
    void facts_a_listener_records_are_told_after_the_one_it_is_in() {
        List<String> seen = new ArrayList<>();
        crm.subscribe(Event.OrderRecorded.class, event -> {
            crm.record(call("after-" + event.order().number(), "a", 5).build());
            seen.add("order");
        });
        crm.subscribe(Event.InteractionRecorded.class, event -> seen.add("call"));

        crm.record(order("1", 0).customer(id("a")).build());

        assertThat(seen).containsExactly("order", "call");
    }

    @Test
    void what_waits_for_a_name_is_delivered_to_whoever_takes_the_name_after_a_restart() {
        Stores stores = Stores.inMemory();
        Crm before = Crm.builder().clock(shop).stores(stores).build();
        before.subscribe("mails", Event.OrderRecorded.class, event -> {
            throw new IllegalStateException("the process is about to die");
        });
        before.record(order("1", 0).build());

        Crm after = Crm.builder().clock(shop).stores(stores).build();
        List<String> taken = new ArrayList<>();
        after.subscribe(
                "mails",
                Event.OrderRecorded.class,
                event -> taken.add(event.order().number().value()));

        assertThat(after.deliverPending()).isZero();
        assertThat(taken).containsExactly("1");
    }

    @Test
    void two_listeners_cannot_share_a_name() {
        crm.subscribe("mails", Event.class, event -> {});

        assertThatThrownBy(() -> crm.subscribe("mails", Event.class, event -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subscriber \"mails\" is there already (expected: another name)");
    }

    @Test
    void an_old_order_handed_in_late_under_its_key_takes_nothing_back() {
        Order first = order("1", 0).build();
        Order changed =
                first.toBuilder().revision(2).shipping(Money.of("4.00", "EUR")).build();
        FactKey key = FactKey.of("queue-1");

        assertThat(crm.once(key).record(first)).isEqualTo(Recorded.NEW);
        assertThat(crm.once(FactKey.of("queue-2")).record(changed)).isEqualTo(Recorded.CHANGED);
        assertThat(crm.once(key).record(first)).isEqualTo(Recorded.UNCHANGED);

        assertThat(crm.orders().find(first.number())).contains(changed);
        assertThatThrownBy(() -> crm.once(key).record(order("9", 0).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact key queue-1 was used for order 1 (expected: a key of its own for order 9)");
    }

    @Test
    void who_saves_an_old_copy_is_told_so() {
        Customer read = crm.record(alice());
        crm.record(read.toBuilder().language(Locale.FRENCH).build());

        assertThatThrownBy(() ->
                        crm.record(read.toBuilder().language(Locale.GERMAN).build()))
                .isInstanceOf(ConflictException.class)
                .hasMessage("customer 17: version 2 is stored (expected: 1); read it again and repeat the change");
    }

    @Test
    void attributes_that_are_not_declared_are_refused_by_name() {
        Attribute<Money> credit = Attribute.money("credit");
        Crm strict = Crm.builder().clock(shop).attributes(Attributes.of(credit)).build();

        Customer saved = strict.record(
                alice().toBuilder().attribute(credit, Money.of("5", "EUR")).build());

        assertThat(saved.attribute(credit)).contains(Money.of("5", "EUR"));
        assertThatThrownBy(() -> strict.record(
                        saved.toBuilder().attribute(Attribute.flag("vip"), true).build()))
                .hasMessage("customer 17: attribute vip: not declared (expected: one of [credit])");
    }

    @Test
    void a_guest_order_makes_a_prospect_whom_a_login_claims_and_may_be_let_go_again() {
        Order guestOrder =
                order("1", 0).email(EmailAddress.of("Alice@example.org")).build();
        crm.record(guestOrder);
        crm.record(guestOrder);
        Customer guest = crm.find("1").get(0);
        crm.record(alice());
        Customer before = crm.customers().find(id("17")).orElseThrow();

        Customer one = crm.merge(guest.id(), id("17"), CLAIRE);

        assertThat(one.name()).isEqualTo(alice().name());
        assertThat(crm.timeline(id("17")).last(10)).hasSize(1);
        crm.unmerge(guest.id(), id("17"), CLAIRE);
        assertThat(crm.customers().find(id("17"))).contains(before);
        assertThat(crm.customers().find(guest.id())).contains(guest);
        assertThat(crm.timeline(id("17")).last(10)).isEmpty();
        assertThat(crm.timeline(guest.id()).last(10)).hasSize(1);
    }

    @Test
    void a_visitor_is_the_same_customer_every_time_and_a_suspect() {
        Customer visitor = crm.visitor("webshop", "cookie-1");

        assertThat(crm.visitor("webshop", "cookie-1")).isEqualTo(visitor);
        assertThat(crm.visitor("webshop", "cookie-2")).isNotEqualTo(visitor);
        assertThat(crm.card(visitor.id()).orElseThrow().stage()).isEqualTo(Stage.SUSPECT);
        assertThat(crm.card(crm.guest("newsletter", EmailAddress.of("a@example.org"))
                                .id())
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.PROSPECT);
    }

    @Test
    void no_more_goes_back_than_the_order_brought_in() {
        crm.record(order("1", 0).customer(id("a")).build());
        OrderLine oneMug = new OrderLine("MUG", "Mug", 1, Money.of("10.00", "EUR"));
        crm.record(refund("R1", 1).of(order("1", 0).build()).line(oneMug).build());

        assertThatThrownBy(() -> crm.record(refund("R2", 2)
                        .of(order("1", 0).build())
                        .line(new OrderLine("MUG", "Mug", 2, Money.of("10.00", "EUR")))
                        .build()))
                .hasMessage(
                        "refund R2: amount: 20.00 EUR (expected: at most 10.00 EUR, what is left of the 20.00 EUR of"
                                + " order 1); sku MUG, quantity: 2 (expected: at most 1, what is left of order 1)");
        assertThatThrownBy(() -> crm.record(refund("R3", -1)
                        .of(order("1", 0).build())
                        .amount(Money.of("1.00", "EUR"))
                        .build()))
                .hasMessage("refund R3: at: 2026-03-01T08:59:00Z (expected: not before order 1 was placed at"
                        + " 2026-03-01T09:00:00Z)");
        assertThat(crm.record(
                        refund("R1", 1).of(order("1", 0).build()).line(oneMug).build()))
                .isEqualTo(Recorded.UNCHANGED);
        assertThat(crm.orders().refundsOf(id("a"))).hasSize(1);
    }

    @Test
    void another_contact_under_a_known_external_id_is_refused() {
        crm.record(call("c1", "a", 0).build());

        assertThatThrownBy(() -> crm.record(call("c1", "a", 1).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interaction c1 of desk is known with other content, of 2026-03-01T09:00:00Z"
                        + " (expected: an external id of its own)");
    }

    @Test
    void a_source_that_goes_back_in_time_is_refused() {
        RecordKey key = RecordKey.of("till", "9");
        crm.record(SourceRecord.of(key, customer("9").build(), minute(5)));

        assertThatThrownBy(() -> crm.record(SourceRecord.of(
                        key, customer("9").language(Locale.FRENCH).build(), minute(4))))
                .hasMessage("record till/9, changed at 2026-03-01T09:04:00Z"
                        + " (expected: not before its last change at 2026-03-01T09:05:00Z)");
    }

    @Test
    void events_never_go_back_in_time_when_the_clock_does() {
        List<Event> events = new ArrayList<>();
        crm.subscribe(Event.class, events::add);
        shop.at(minute(10));
        crm.record(order("1", 0).build());
        shop.at(minute(5));

        crm.record(order("2", 0).build());

        assertThat(events).extracting(Event::recordedAt).containsExactly(minute(10), minute(10));
    }

    @Test
    void a_customer_is_found_by_whatever_a_caller_says() {
        Crm french = Crm.builder().clock(shop).callingCode("33").build();
        french.record(alice().toBuilder()
                .contactPoint(ContactPoint.phone("+33 (0)1 23 45 67 89"))
                .identifier(Identifier.of(IdentifierType.LOYALTY_CARD, "till", "4711"))
                .build());
        french.record(order("2026-1", 0).customer(id("17")).build());

        for (String said : List.of(
                "17", " ALICE@example.org", "0123456789", "0033 1 23 45 67 89", "4711", "2026-1", "+33123456789")) {
            assertThat(french.find(said)).as(said).extracting(Customer::id).containsExactly(id("17"));
        }
        assertThat(french.find("nobody")).isEmpty();
        assertThat(french.find(" ")).isEmpty();
    }

    @Test
    void a_change_of_a_merged_customer_is_the_shops_word_and_outlives_the_unmerge_on_its_side() {
        crm.record(alice());
        crm.record(SourceRecord.of(
                RecordKey.of("till", "9"),
                customer("93")
                        .email(EmailAddress.of("old@example.org"))
                        .language(Locale.GERMAN)
                        .build(),
                NINE.plusSeconds(1)));
        Customer one = crm.merge(id("17"), id("93"), CLAIRE);

        Customer edited = crm.record(one.toBuilder()
                .language(Locale.FRENCH)
                .contactPoints(one.contactPoints().subList(0, 1))
                .build());

        assertThat(edited.language()).contains(Locale.FRENCH);
        assertThat(edited.contactPoints()).hasSize(1);
        crm.unmerge(id("17"), id("93"), CLAIRE);
        assertThat(crm.customers().find(id("17")).orElseThrow().language()).contains(Locale.FRENCH);
        assertThat(crm.customers().find(id("93")).orElseThrow().language()).contains(Locale.GERMAN);
    }

    @Test
    void merges_and_splits_are_told() {
        List<Event> events = new ArrayList<>();
        crm.record(customer("a").build());
        shop.at(minute(1));
        crm.record(customer("b").build());
        crm.subscribe(Event.class, events::add);

        crm.merge(id("a"), id("b"), CLAIRE);
        crm.unmerge(id("a"), id("b"), CLAIRE);

        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        Event.CustomersMerged.class,
                        event -> assertThat(event.alias()).isEqualTo(id("b")));
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        Event.CustomersSplit.class,
                        event -> assertThat(event.split().id()).isEqualTo(id("b")));
    }

    @Test
    void an_alias_finds_the_customer_and_cannot_be_saved_under() {
        crm.record(customer("a").build());
        shop.at(minute(1));
        Customer second = crm.record(customer("b").build());
        crm.merge(id("a"), id("b"), CLAIRE);

        assertThat(crm.customers().find(id("b")).orElseThrow().id()).isEqualTo(id("a"));
        assertThat(crm.customers().all()).extracting(Customer::id).containsExactly(id("a"));
        assertThatThrownBy(() -> crm.record(second))
                .hasMessage("customer b is an alias of customer a (expected: the surviving id)");
        assertThatThrownBy(() -> crm.merge(id("a"), id("b"), CLAIRE))
                .hasMessage("customers a and b are one already (expected: two different customers)");
    }

    @Test
    void a_refund_by_amount_of_an_unknown_order_is_taken() {
        assertThat(crm.record(refund("R", 0).amount(Money.of("5.00", "EUR")).build()))
                .isEqualTo(Recorded.NEW);
        assertThat(crm.orders().findRefund(OrderNumber.of("R"))).isPresent();
    }
}
