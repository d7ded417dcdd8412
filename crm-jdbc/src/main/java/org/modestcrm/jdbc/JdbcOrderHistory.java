package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.json.JsonForm;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;

/** Orders and refunds. */
final class JdbcOrderHistory implements OrderHistory {
    private static final Session.RowReader<Order> ORDER = row -> JsonForm.ORDER.read(row.getString("payload"));
    private static final Session.RowReader<Refund> REFUND = row -> JsonForm.REFUND.read(row.getString("payload"));
    private static final Comparator<Order> NEWEST_FIRST =
            Comparator.comparing(Order::placedAt).thenComparing(Order::number).reversed();

    private final Database database;

    JdbcOrderHistory(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(Order order) {
        return database.in(session -> recordOrders(session, List.of(order)).get(0));
    }

    @Override
    public Recorded record(Refund refund) {
        return database.in(session -> recordRefunds(session, List.of(refund)).get(0));
    }

    @Override
    public void recordAll(List<Order> orders, List<Refund> refunds) {
        database.run(session -> {
            recordOrders(session, orders);
            recordRefunds(session, refunds);
        });
    }

    private static List<Recorded> recordOrders(Session session, List<Order> orders) {
        Map<String, String> stored = payloads(
                session,
                "order",
                orders.stream().map(order -> order.number().value()).toList());
        Changes changes = new Changes(stored);
        for (Order order : orders) {
            String payload = JsonForm.ORDER.write(order);
            changes.add(order.number().value(), payload, new @Nullable Object[] {
                order.customer().map(CustomerId::value).orElse(null),
                order.placedAt(),
                order.status().name(),
                order.currency().getCurrencyCode(),
                order.total().amount(),
                payload,
                order.number().value()
            });
        }
        session.batch(
                "insert into {customer_order} (customer, placed_at, status, currency, total, payload, number)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                changes.fresh);
        session.batch(
                "update {customer_order} set customer = ?, placed_at = ?, status = ?, currency = ?, total = ?,"
                        + " payload = ? where number = ?",
                changes.changed);
        return changes.results;
    }

    private static List<Recorded> recordRefunds(Session session, List<Refund> refunds) {
        Map<String, String> stored = payloads(
                session,
                "refund",
                refunds.stream().map(refund -> refund.number().value()).toList());
        Changes changes = new Changes(stored);
        for (Refund refund : refunds) {
            String payload = JsonForm.REFUND.write(refund);
            changes.add(refund.number().value(), payload, new @Nullable Object[] {
                refund.customer().map(CustomerId::value).orElse(null),
                refund.order().map(OrderNumber::value).orElse(null),
                refund.at(),
                refund.amount().currency().getCurrencyCode(),
                refund.amount().amount(),
                payload,
                refund.number().value()
            });
        }
        session.batch(
                "insert into {refund} (customer, order_number, refunded_at, currency, amount, payload, number)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                changes.fresh);
        session.batch(
                "update {refund} set customer = ?, order_number = ?, refunded_at = ?, currency = ?, amount = ?,"
                        + " payload = ? where number = ?",
                changes.changed);
        return changes.results;
    }

    private static Map<String, String> payloads(Session session, String kind, Collection<String> numbers) {
        Map<String, String> stored = new HashMap<>();
        String table = kind.equals("order") ? "{customer_order}" : "{refund}";
        session.queryIn(
                "select number, payload from " + table + " where number in (*)",
                row -> Optional.ofNullable(stored.put(row.getString("number"), row.getString("payload"))),
                numbers);
        return stored;
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return database.in(session ->
                session.first("select payload from {customer_order} where number = ?", ORDER, number.value()));
    }

    @Override
    public Optional<Refund> findRefund(OrderNumber number) {
        return database.in(
                session -> session.first("select payload from {refund} where number = ?", REFUND, number.value()));
    }

    @Override
    public List<Refund> refundsOfOrder(OrderNumber order) {
        return database.in(session -> session.query(
                "select payload from {refund} where order_number = ? order by refunded_at, number",
                REFUND,
                order.value()));
    }

    @Override
    public List<Order> ordersOf(CustomerId customer) {
        return database.in(session -> session.query(
                "select payload from {customer_order} where customer = ? order by placed_at, number",
                ORDER,
                customer.value()));
    }

    @Override
    public List<Refund> refundsOf(CustomerId customer) {
        return database.in(session -> session.query(
                "select payload from {refund} where customer = ? order by refunded_at, number",
                REFUND,
                customer.value()));
    }

    @Override
    public List<Order> page(Collection<CustomerId> customers, Before before, int max) {
        Page page = new Page("placed_at", "number", before);
        List<Order> found = new ArrayList<>();
        database.run(session -> customers.stream()
                .distinct()
                .forEach(customer -> found.addAll(session.query(
                        "select payload from {customer_order} where customer = ? and " + page.condition()
                                + " order by placed_at desc, number desc limit " + max,
                        ORDER,
                        page.parameters(customer)))));
        return found.stream().sorted(NEWEST_FIRST).limit(max).toList();
    }

    @Override
    public Stream<Order> orders() {
        return database.stream("select payload from {customer_order}", ORDER);
    }

    @Override
    public Stream<Refund> refunds() {
        return database.stream("select payload from {refund}", REFUND);
    }

    /** Sorts rows into new ones, changed ones and those that are there already. */
    private static final class Changes {
        private final Map<String, String> stored;
        private final List<Recorded> results = new ArrayList<>();
        private final List<@Nullable Object[]> fresh = new ArrayList<>();
        private final List<@Nullable Object[]> changed = new ArrayList<>();

        Changes(Map<String, String> stored) {
            this.stored = stored;
        }

        void add(String number, String payload, @Nullable Object[] row) {
            String known = stored.put(number, payload);
            if (known == null) {
                fresh.add(row);
                results.add(Recorded.NEW);
            } else if (known.equals(payload)) {
                results.add(Recorded.UNCHANGED);
            } else {
                changed.add(row);
                results.add(Recorded.CHANGED);
            }
        }
    }
}
