package org.modestcrm.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Stage;
import org.modestcrm.money.Money;

class OrderTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    private static Order.Builder order(String number, Instant placed) {
        return Order.builder(OrderNumber.of(number), Money.currencyOf("EUR"))
                .placedAt(placed)
                .line(new OrderLine("MUG", "", 2, eur("50.00")));
    }

    private static Order.Builder order() {
        return order("1", NINE);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Instant hour(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }

    @Test
    void the_total_is_what_the_buyer_pays() {
        Order order = order().discount(new Discount("SPRING", eur("10.00")))
                .discount(new Discount("LOYAL", eur("5.00")))
                .shipping(eur("4.90"))
                .tax(new Tax("VAT", new BigDecimal("20.0"), eur("17.00"), Tax.Mode.INCLUDED))
                .tax(new Tax("eco", BigDecimal.ZERO, eur("0.10"), Tax.Mode.ADDED))
                .build();

        assertThat(order.total()).isEqualTo(eur("90.00"));
        assertThat(order.discount()).isEqualTo(eur("15.00"));
        assertThat(order.tax()).isEqualTo(eur("0.10"));
        assertThat(order.toBuilder().build()).isEqualTo(order);
    }

    @Test
    void the_history_of_its_status_tells_how_far_it_was_at_any_moment() {
        Order order = order().status(OrderStatus.PAID, hour(1))
                .status(OrderStatus.SHIPPED, hour(5))
                .build();

        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.statusAt(hour(4))).contains(OrderStatus.PAID);
        assertThat(order.statusAt(NINE.minusSeconds(1))).isEmpty();
        assertThat(order.toBuilder().status(OrderStatus.DELIVERED).build().statusHistory())
                .hasSize(4)
                .endsWith(new StatusChange(OrderStatus.DELIVERED, hour(5)));
    }

    @Test
    void a_status_before_the_last_one_is_refused() {
        assertThatThrownBy(() -> order().status(OrderStatus.PAID, hour(2))
                        .status(OrderStatus.SHIPPED, hour(1))
                        .build())
                .hasMessage("order 1: status SHIPPED at 2026-03-01T10:00:00Z (expected: not before the last change at"
                        + " 2026-03-01T11:00:00Z)");
    }

    @Test
    void amounts_of_two_currencies_and_below_zero_are_refused_all_at_once() {
        assertThatThrownBy(() -> order().line(new OrderLine("CUP", "", 1, Money.of("1", "USD")))
                        .shipping(eur("-1"))
                        .build())
                .hasMessage("order 1: sku CUP: 1 USD (expected: an amount in EUR); shipping: -1 EUR (expected: 0 or"
                        + " more)");
        assertThatThrownBy(() -> order().discount(eur("100.01")).build())
                .hasMessage("order 1: discount: 100.01 EUR (expected: at most the sum of the lines)");
        assertThatThrownBy(() -> new OrderLine("A", "", -1, eur("1")))
                .hasMessage("sku A, quantity: -1 (expected: 1 or more; what goes back is a Refund)");
        assertThatThrownBy(() -> new Discount("", eur("-1"))).hasMessage("discount: -1 EUR (expected: 0 or more)");
        assertThatThrownBy(() -> new Tax("", BigDecimal.ZERO, eur("-1"), Tax.Mode.ADDED))
                .hasMessage("tax: -1 EUR (expected: 0 or more)");
    }

    @Test
    void without_the_person_only_what_accounting_needs_is_left() {
        Order order = order().customer(CustomerId.of("17"))
                .email(EmailAddress.of("alice@example.org"))
                .buyerName("Alice")
                .shippingAddress(PostalAddress.ofCountry("FR"))
                .billingAddress(PostalAddress.ofCountry("FR"))
                .campaign("spring")
                .referredBy(PartnerId.of("shoes.example"))
                .build();

        assertThat(order.withoutPerson())
                .isEqualTo(order().campaign("spring")
                        .referredBy(PartnerId.of("shoes.example"))
                        .build());
    }

    @Test
    void net_revenue_is_what_came_in_less_what_went_back_in_the_same_stretch() {
        Order kept = order("1", NINE).build();
        Order returned = order("2", NINE).status(OrderStatus.RETURNED, hour(48)).build();
        Order cancelled =
                order("3", NINE).status(OrderStatus.CANCELLED, hour(48)).build();
        List<Order> orders = List.of(kept, returned, cancelled);
        List<Refund> refunds = List.of(
                refund("R1", kept, "30.00", 24),
                refund("R2", returned, "100.00", 72),
                refund("R3", cancelled, "100.00", 48));
        Revenue revenue = Revenue.in(Money.currencyOf("EUR"));

        assertThat(revenue.gross(orders, NINE, hour(24))).contains(eur("300.00"));
        assertThat(revenue.net(orders, refunds, NINE, hour(24))).contains(eur("300.00"));
        assertThat(revenue.net(orders, refunds, NINE, hour(49))).contains(eur("170.00"));
        assertThat(revenue.net(orders, refunds, NINE, hour(100))).contains(eur("70.00"));
        assertThat(revenue.counting(OrderStatus.RETURNED).gross(orders, NINE, hour(100)))
                .contains(eur("100.00"));
        assertThat(revenue.gross(orders, hour(1), hour(100))).contains(eur("0"));
    }

    private static Refund refund(String number, Order order, String amount, int hours) {
        return Refund.builder(OrderNumber.of(number), Money.currencyOf("EUR"))
                .of(order)
                .at(hour(hours))
                .amount(eur(amount))
                .build();
    }

    @Test
    void another_currency_needs_a_rate() {
        Revenue dollars = Revenue.in(Money.currencyOf("USD"));
        List<Order> orders = List.of(order().build());

        assertThat(dollars.gross(orders, NINE, hour(1))).isEmpty();
        assertThat(dollars.converting((amount, to, on) -> Optional.of(Money.of("110", "USD")))
                        .gross(orders, NINE, hour(1)))
                .contains(Money.of("110", "USD"));
    }

    @ParameterizedTest(name = "{0} days after the order: {1}")
    @CsvSource({"0, CUSTOMER", "365, CUSTOMER", "366, LAPSED"})
    void who_buys_is_a_customer_until_long_silence(int days, Stage expected) {
        StagePolicy policy = StagePolicy.lapsingAfter(Duration.ofDays(365));
        Customer customer = Customer.builder(CustomerId.of("17")).build();

        assertThat(policy.stage(customer, List.of(order().build()), NINE.plus(Duration.ofDays(days))))
                .isEqualTo(expected);
    }

    @Test
    void an_order_called_off_makes_no_customer() {
        StagePolicy policy = StagePolicy.lapsingAfter(Duration.ofDays(365));
        Order cancelled = order().status(OrderStatus.CANCELLED, hour(2)).build();
        Customer known = Customer.builder(CustomerId.of("17"))
                .email(EmailAddress.of("alice@example.org"))
                .build();

        assertThat(policy.stage(known, List.of(cancelled), hour(3))).isEqualTo(Stage.PROSPECT);
        assertThat(policy.stage(known, List.of(cancelled), hour(1))).isEqualTo(Stage.CUSTOMER);
    }
}
