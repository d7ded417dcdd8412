package org.modestcrm.order;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Orders in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryOrderHistory implements OrderHistory {
    private final Shelf<Order> orders = new Shelf<>(
            Order::number,
            Order::customer,
            Comparator.comparing(Order::placedAt).thenComparing(Order::number));
    private final Shelf<Refund> refunds = new Shelf<>(
            Refund::number, Refund::customer, Comparator.comparing(Refund::at).thenComparing(Refund::number));

    /** An empty history. */
    public InMemoryOrderHistory() {}

    @Override
    public Recorded record(Order order) {
        return orders.put(order);
    }

    @Override
    public Recorded record(Refund refund) {
        return refunds.put(refund);
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return orders.find(number);
    }

    @Override
    public List<Order> ordersOf(CustomerId customer) {
        return orders.of(customer);
    }

    @Override
    public List<Refund> refundsOf(CustomerId customer) {
        return refunds.of(customer);
    }

    @Override
    public Stream<Order> orders() {
        return orders.all();
    }

    @Override
    public Stream<Refund> refunds() {
        return refunds.all();
    }

    /** One kind of document, by number and by customer. */
    private static final class Shelf<T> {
        private final Function<T, OrderNumber> number;
        private final Function<T, Optional<CustomerId>> customer;
        private final Comparator<T> byTime;
        private final Map<OrderNumber, T> byNumber = new HashMap<>();
        private final Map<CustomerId, TreeSet<T>> byCustomer = new HashMap<>();

        Shelf(Function<T, OrderNumber> number, Function<T, Optional<CustomerId>> customer, Comparator<T> byTime) {
            this.number = number;
            this.customer = customer;
            this.byTime = byTime;
        }

        synchronized Recorded put(T document) {
            Optional<T> known = Optional.ofNullable(byNumber.put(number.apply(document), document));
            if (known.isPresent() && known.get().equals(document)) {
                return Recorded.UNCHANGED;
            }
            known.ifPresent(
                    old -> customer.apply(old).ifPresent(id -> shelfOf(id).remove(old)));
            customer.apply(document).ifPresent(id -> shelfOf(id).add(document));
            return known.isPresent() ? Recorded.CHANGED : Recorded.NEW;
        }

        private NavigableSet<T> shelfOf(CustomerId id) {
            return byCustomer.computeIfAbsent(id, k -> new TreeSet<>(byTime));
        }

        synchronized Optional<T> find(OrderNumber wanted) {
            return Optional.ofNullable(byNumber.get(wanted));
        }

        synchronized List<T> of(CustomerId id) {
            return byCustomer.containsKey(id) ? List.copyOf(shelfOf(id)) : List.of();
        }

        synchronized Stream<T> all() {
            return List.copyOf(byNumber.values()).stream();
        }
    }
}
