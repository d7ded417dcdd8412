package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modestcrm.testkit.Fixtures.aCustomer;
import static org.modestcrm.testkit.Fixtures.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Recorded;
import org.modestcrm.money.Money;
import org.modestcrm.order.Discount;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;
import org.modestcrm.order.Tax;

/** What every {@link OrderHistory} must do. Extend it, return yours from {@link #emptyHistory()}, run it. */
public abstract class OrderHistoryContract {
    private static final Customer ALICE = aCustomer().build();
    private static final Customer BOB = aCustomer().called("Bob Stone").build();
    private static final Instant TO_THE_MICROSECOND = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** For subclasses. */
    protected OrderHistoryContract() {}

    /**
     * A history to test.
     *
     * @return one that holds nothing
     */
    protected abstract OrderHistory emptyHistory();

    private static Order complete() {
        return Order.builder(OrderNumber.of("Ω 2026/17"), Money.currencyOf("GBP"))
                .revision(3)
                .customer(ALICE.id())
                .placedAt(TO_THE_MICROSECOND)
                .status(OrderStatus.SHIPPED, TO_THE_MICROSECOND)
                .line(new OrderLine("MUG-1", "Mug, \"blue\" & 白", 2, Money.of("2.955", "GBP")))
                .line(new OrderLine("FREE", "", Integer.MAX_VALUE, Money.of("0", "GBP")))
                .line(new OrderLine("MUG-1", "Mug again", 1, Money.of("1234567890123456789.0123456789", "GBP")))
                .status(OrderStatus.DELIVERED, TO_THE_MICROSECOND.plusSeconds(1))
                .discount(new Discount("SPRING é", Money.of("1.005", "GBP")))
                .discount(new Discount("", Money.of("0.50", "GBP")))
                .shipping(Money.of("3.50", "GBP"))
                .tax(new Tax("VAT", new BigDecimal("17.5"), Money.of("0.01", "GBP"), Tax.Mode.ADDED))
                .tax(new Tax("", BigDecimal.ZERO, Money.of("3.33", "GBP"), Tax.Mode.INCLUDED))
                .campaign("spring-2026")
                .referredBy(PartnerId.of("shoes.example"))
                .channel(Channel.of("LOUNGE"))
                .email(EmailAddress.of("Alice@example.org"))
                .buyerName("Zoë \ud83d\ude00 O'Neil")
                .locale(Locale.forLanguageTag("zh-Hant-TW"))
                .shippingAddress(PostalAddress.builder()
                        .line("1 Mill Lane")
                        .city("Leeds")
                        .country("GB")
                        .build())
                .billingAddress(PostalAddress.ofCountry("FR"))
                .build();
    }

    private static Refund refund(String number, CustomerId customer, String at) {
        return Refund.builder(OrderNumber.of(number), Money.currencyOf("EUR"))
                .customer(customer)
                .at(Instant.parse(at))
                .amount(Money.of("1.00", "EUR"))
                .build();
    }

    private static Refund refundOf(Order order, String number, String at) {
        return Refund.builder(OrderNumber.of(number), order.currency())
                .of(order)
                .at(Instant.parse(at))
                .amount(Money.of(BigDecimal.ONE, order.currency()))
                .build();
    }

    private static List<String> numbersOf(List<Order> orders) {
        return orders.stream().map(order -> order.number().value()).toList();
    }

    @Test
    void an_unknown_number_or_customer_finds_nothing() {
        OrderHistory history = emptyHistory();
        history.record(orders().of(BOB).numbered("1").one());

        assertThat(history.find(OrderNumber.of("2"))).isEmpty();
        assertThat(history.ordersOf(ALICE.id())).isEmpty();
        assertThat(history.refundsOf(BOB.id())).isEmpty();
    }

    @Test
    void an_order_comes_back_with_every_part() {
        OrderHistory history = emptyHistory();

        assertThat(history.record(complete())).isEqualTo(Recorded.NEW);

        assertThat(history.find(complete().number())).contains(complete());
        assertThat(history.ordersOf(ALICE.id())).containsExactly(complete());
        assertThat(history.orders()).containsExactly(complete());
        assertThat(history.find(complete().number()).orElseThrow().total())
                .isEqualTo(complete().total());
    }

    @Test
    void the_same_order_again_changes_nothing() {
        OrderHistory history = emptyHistory();
        history.record(complete());

        assertThat(history.record(complete())).isEqualTo(Recorded.UNCHANGED);
        assertThat(history.orders()).hasSize(1);
    }

    @Test
    void an_order_that_changed_replaces_the_old_one() {
        OrderHistory history = emptyHistory();
        history.record(complete());
        Order delivered = complete().toBuilder().status(OrderStatus.RETURNED).build();

        assertThat(history.record(delivered)).isEqualTo(Recorded.CHANGED);

        assertThat(history.find(complete().number())).contains(delivered);
        assertThat(history.ordersOf(ALICE.id())).containsExactly(delivered);
        assertThat(history.orders()).containsExactly(delivered);
    }

    @Test
    void an_order_can_turn_out_to_be_of_another_customer_and_day() {
        OrderHistory history = emptyHistory();
        history.record(complete());
        Order moved = complete().toBuilder()
                .customer(BOB.id())
                .placedAt(Instant.parse("2025-01-01T00:00:00Z"))
                .build();

        history.record(moved);

        assertThat(history.ordersOf(ALICE.id())).isEmpty();
        assertThat(history.ordersOf(BOB.id())).containsExactly(moved);
    }

    @Test
    void orders_of_a_customer_come_by_time_then_number() {
        OrderHistory history = emptyHistory();
        orders().of(ALICE)
                .on("2026-02-03")
                .numbered("1")
                .on("2026-02-01")
                .numbered("3")
                .on("2026-02-01")
                .numbered("2")
                .on("2026-01-31")
                .numbered("4")
                .list()
                .forEach(history::record);
        history.record(orders().of(BOB).numbered("5").one());

        assertThat(numbersOf(history.ordersOf(ALICE.id()))).containsExactly("4", "2", "3", "1");
        assertThat(numbersOf(history.ordersOf(BOB.id()))).containsExactly("5");
    }

    @Test
    void an_anonymous_order_is_found_by_number_and_among_all() {
        OrderHistory history = emptyHistory();
        Order anonymous = orders().numbered("1").one();

        history.record(anonymous);

        assertThat(history.find(anonymous.number())).contains(anonymous);
        assertThat(history.orders()).containsExactly(anonymous);
    }

    @Test
    void numbers_that_differ_in_case_are_different_orders() {
        OrderHistory history = emptyHistory();
        Order upper = orders().of(ALICE).numbered("X-1").one();
        Order lower = orders().of(ALICE).numbered("x-1").one();

        assertThat(history.record(upper)).isEqualTo(Recorded.NEW);
        assertThat(history.record(lower)).isEqualTo(Recorded.NEW);
        assertThat(history.find(upper.number())).contains(upper);
    }

    @Test
    void a_refund_comes_back_with_every_part() {
        OrderHistory history = emptyHistory();
        Refund refund = Refund.builder(OrderNumber.of("R-9"), Money.currencyOf("GBP"))
                .of(complete())
                .at(TO_THE_MICROSECOND)
                .reason(RefundReason.GOODWILL)
                .line(new OrderLine("MUG-1", "Mug, blue", 1, Money.of("2.955", "GBP")))
                .amount(Money.of("2.005", "GBP"))
                .build();

        assertThat(history.record(refund)).isEqualTo(Recorded.NEW);
        assertThat(history.record(refund)).isEqualTo(Recorded.UNCHANGED);

        assertThat(history.refundsOf(ALICE.id())).containsExactly(refund);
        assertThat(history.refunds()).containsExactly(refund);
    }

    @Test
    void a_refund_that_changed_replaces_the_old_one() {
        OrderHistory history = emptyHistory();
        history.record(refund("R-1", ALICE.id(), "2026-02-01T00:00:00Z"));
        Refund moved = refund("R-1", BOB.id(), "2026-01-01T00:00:00Z");

        assertThat(history.record(moved)).isEqualTo(Recorded.CHANGED);

        assertThat(history.refundsOf(ALICE.id())).isEmpty();
        assertThat(history.refundsOf(BOB.id())).containsExactly(moved);
        assertThat(history.refunds()).containsExactly(moved);
    }

    @Test
    void refunds_of_a_customer_come_by_time_then_number() {
        OrderHistory history = emptyHistory();
        Refund late = refund("R-1", ALICE.id(), "2026-02-03T00:00:00Z");
        Refund second = refund("R-3", ALICE.id(), "2026-02-01T00:00:00Z");
        Refund first = refund("R-2", ALICE.id(), "2026-02-01T00:00:00Z");
        List.of(late, second, first).forEach(history::record);

        assertThat(history.refundsOf(ALICE.id())).containsExactly(first, second, late);
    }

    @Test
    void an_anonymous_refund_is_among_all() {
        OrderHistory history = emptyHistory();
        Refund anonymous = Refund.builder(OrderNumber.of("R-1"), Money.currencyOf("EUR"))
                .at(TO_THE_MICROSECOND)
                .amount(Money.of("1.00", "EUR"))
                .build();

        assertThat(history.record(anonymous)).isEqualTo(Recorded.NEW);
        assertThat(history.refunds()).containsExactly(anonymous);
    }

    @Test
    void an_order_and_a_refund_may_have_one_number() {
        OrderHistory history = emptyHistory();
        Order order = orders().of(ALICE).numbered("1").one();
        Refund refund = refund("1", ALICE.id(), "2026-02-01T00:00:00Z");

        assertThat(history.record(order)).isEqualTo(Recorded.NEW);
        assertThat(history.record(refund)).isEqualTo(Recorded.NEW);
        assertThat(history.find(order.number())).contains(order);
        assertThat(history.refundsOf(ALICE.id())).containsExactly(refund);
    }

    @Test
    void an_order_handed_in_by_many_threads_is_new_once() {
        OrderHistory history = emptyHistory();

        List<Recorded> answers = Together.run(() -> history.record(complete()));

        assertThat(answers).containsOnlyOnce(Recorded.NEW).contains(Recorded.UNCHANGED);
        assertThat(history.orders()).hasSize(1);
    }

    @Test
    void a_refund_is_found_by_its_number_and_by_its_order() {
        OrderHistory history = emptyHistory();
        Refund late = refundOf(complete(), "R-1", "2026-02-03T00:00:00Z");
        Refund second = refundOf(complete(), "R-3", "2026-02-01T00:00:00Z");
        Refund first = refundOf(complete(), "R-2", "2026-02-01T00:00:00Z");
        Refund other = refund("R-4", ALICE.id(), "2026-02-01T00:00:00Z");
        List.of(late, second, first, other).forEach(history::record);

        assertThat(history.findRefund(late.number())).contains(late);
        assertThat(history.findRefund(OrderNumber.of("R-9"))).isEmpty();
        assertThat(history.refundsOfOrder(complete().number())).containsExactly(first, second, late);
        assertThat(history.refundsOfOrder(OrderNumber.of("R-1"))).isEmpty();
    }

    @Test
    void a_refund_can_turn_out_to_be_of_another_order() {
        OrderHistory history = emptyHistory();
        history.record(refundOf(complete(), "R-1", "2026-02-03T00:00:00Z"));
        Order other = orders().of(ALICE).numbered("2").one();
        Refund moved = refundOf(other, "R-1", "2026-02-03T00:00:00Z");

        history.record(moved);

        assertThat(history.refundsOfOrder(complete().number())).isEmpty();
        assertThat(history.refundsOfOrder(other.number())).containsExactly(moved);
    }

    @Test
    void many_orders_and_refunds_are_kept_at_once() {
        OrderHistory history = emptyHistory();
        Order known = orders().of(ALICE).numbered("1").one();
        Order changed = known.toBuilder().customer(BOB.id()).build();
        Refund refund = refund("R-1", ALICE.id(), "2026-02-01T00:00:00Z");
        history.record(known);

        history.recordAll(List.of(changed, complete()), List.of(refund));

        assertThat(history.orders()).containsExactlyInAnyOrder(changed, complete());
        assertThat(history.ordersOf(BOB.id())).containsExactly(changed);
        assertThat(history.refundsOf(ALICE.id())).containsExactly(refund);
    }

    @Test
    void a_page_tells_the_newest_orders_of_all_ids_first() {
        OrderHistory history = emptyHistory();
        Instant february = Instant.parse("2026-02-01T12:00:00Z");
        orders().of(ALICE)
                .on("2026-02-01")
                .numbered("2")
                .on("2026-01-01")
                .numbered("4")
                .on("2026-03-01")
                .numbered("5")
                .list()
                .forEach(history::record);
        orders().of(BOB).on("2026-02-01").numbered("3").list().forEach(history::record);
        history.record(orders().on("2026-02-01").numbered("6").one());
        List<CustomerId> both = List.of(ALICE.id(), BOB.id());

        assertThat(numbersOf(history.page(both, Before.atOrBefore(february), 10)))
                .containsExactly("3", "2", "4");
        assertThat(numbersOf(history.page(both, Before.atOrBefore(february), 2)))
                .containsExactly("3", "2");
        assertThat(numbersOf(history.page(both, Before.thing(february, "3"), 10)))
                .containsExactly("2", "4");
        assertThat(numbersOf(history.page(both, Before.strictly(february), 10))).containsExactly("4");
        assertThat(numbersOf(history.page(List.of(ALICE.id()), Before.atOrBefore(february), 10)))
                .containsExactly("2", "4");
        assertThat(history.page(List.of(), Before.atOrBefore(february), 10)).isEmpty();
    }
}
