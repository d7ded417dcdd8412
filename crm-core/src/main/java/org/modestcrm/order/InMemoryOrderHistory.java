package org.modestcrm.order;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modestcrm.customer.Before;
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

    private final Map<OrderNumber, Set<OrderNumber>> byOrder = new ConcurrentHashMap<>();

    /** An empty history. */
    public InMemoryOrderHistory() {}

    @Override
    public Recorded record(Order order) {
        return orders.put(order);
    }

    @Override
    public Recorded record(Refund refund) {
        refund.order()
                .ifPresent(order -> byOrder.computeIfAbsent(order, k -> new ConcurrentSkipListSet<>())
                        .add(refund.number()));
        return refunds.put(refund);
    }

    @Override
    public void recordAll(List<Order> newOrders, List<Refund> newRefunds) {
        newOrders.forEach(orders::put);
        newRefunds.forEach(this::record);
    }

    @Override
    public Optional<Refund> findRefund(OrderNumber number) {
        return refunds.find(number);
    }

    @Override
    public List<Refund> refundsOfOrder(OrderNumber order) {
        return byOrder.getOrDefault(order, Set.of()).stream()
                .flatMap(number -> refunds.find(number).stream())
                .filter(refund -> refund.order().equals(Optional.of(order)))
                .sorted(Comparator.comparing(Refund::at).thenComparing(Refund::number))
                .toList();
    }

    @Override
    public List<Order> page(Collection<CustomerId> customers, Before before, int max) {
        return customers.stream()
                .flatMap(customer -> orders.of(customer).stream())
                .filter(order -> before.admits(order.placedAt(), order.number().value()))
                .sorted(Comparator.comparing(Order::placedAt)
                        .thenComparing(Order::number)
                        .reversed())
                .limit(max)
                .toList();
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
