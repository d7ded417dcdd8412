package org.modestcrm.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.modestcrm.csv.ReadProblem.Code;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;

/**
 * Puts rows of one number together. A number is open until {@link OrderCsv.Builder#rowsApart} rows have passed since its
 * last row; then its order and refund go to the sink and their rows are forgotten.
 */
final class OrderAssembler {
    private final OrderCsv settings;
    private final OrderSink sink;
    private final Map<OrderNumber, Open> open = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<OrderNumber> closed = new HashSet<>();
    private final Map<CustomerId, Customer> customers = new HashMap<>();
    private long rows;

    OrderAssembler(OrderCsv settings, OrderSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    void add(OrderRow row) throws RefusedRow {
        rows++;
        closeOlderThan(rows - settings.rowsApart());
        if (closed.contains(row.number())) {
            throw refused(
                    row,
                    OrderColumn.ORDER_NUMBER,
                    Code.CSV_ORDER_CLOSED,
                    "order " + row.number()
                            + " was complete more than " + settings.rowsApart()
                            + " rows before (expected: its rows near each other; raise OrderCsv.Builder.rowsApart)");
        }
        Open order = open.computeIfAbsent(row.number(), number -> new Open(row));
        if (!Objects.equals(order.first.customer(), row.customer())) {
            throw refused(
                    row,
                    OrderColumn.CUSTOMER,
                    Code.CSV_CUSTOMER_MIXED,
                    "order " + row.number()
                            + " names another customer than on line " + order.first.line()
                            + " (expected: one customer for all rows of an order)");
        }
        order.byKind.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(row);
        order.lastRow = rows;
    }

    private RefusedRow refused(OrderRow row, OrderColumn column, Code code, String sentence) {
        return new RefusedRow(new ReadProblem(row.line(), settings.nameOf(column), code, sentence));
    }

    void close() {
        closeOlderThan(Long.MAX_VALUE);
    }

    private void closeOlderThan(long row) {
        // the map is in order of last use, so that the first open one is the oldest
        for (Iterator<Open> oldest = open.values().iterator(); oldest.hasNext(); ) {
            Open order = oldest.next();
            if (order.lastRow >= row) {
                return;
            }
            oldest.remove();
            closed.add(order.first.number());
            emit(order);
        }
    }

    private void emit(Open order) {
        order.byKind.values().forEach(list -> list.forEach(this::seen));
        order.byKind.forEach((kind, lines) -> {
            if (kind == OrderRow.Kind.SALE) {
                sink.order(order(lines));
            } else {
                sink.refund(refund(lines));
            }
        });
    }

    /** Tells the sink of a customer that is new or has moved. */
    private void seen(OrderRow row) {
        if (row.customer() == null) {
            return;
        }
        Customer known = customers.get(row.customer());
        PostalAddress address = row.address();
        if (known != null && (address == null || known.addresses().indexOf(address) == 0)) {
            return;
        }
        Customer.Builder now = Customer.builder(row.customer());
        if (address != null) {
            now.address(address);
        }
        if (known != null) {
            known.addresses().forEach(now::address);
        }
        Customer customer = now.build();
        customers.put(customer.id(), customer);
        sink.customer(customer);
    }

    private Order order(List<OrderRow> rows) {
        OrderRow first = earliest(rows);
        Order.Builder order = Order.builder(first.number(), settings.currency()).placedAt(first.at());
        if (first.customer() != null) {
            order.customer(first.customer());
        }
        if (first.address() != null) {
            order.billingAddress(first.address());
        }
        rows.forEach(row -> order.line(row.product()));
        return order.build();
    }

    private Refund refund(List<OrderRow> rows) {
        OrderRow first = earliest(rows);
        boolean cancelled = first.kind() == OrderRow.Kind.CANCELLATION;
        Refund.Builder refund = Refund.builder(first.number(), settings.currency())
                .at(first.at())
                .reason(cancelled ? RefundReason.CANCELLATION : RefundReason.CORRECTION);
        if (first.customer() != null) {
            refund.customer(first.customer());
        }
        rows.forEach(row -> refund.line(row.product()));
        return refund.build();
    }

    private static OrderRow earliest(List<OrderRow> rows) {
        OrderRow earliest = rows.get(0);
        for (OrderRow row : rows) {
            if (row.at().isBefore(earliest.at())) {
                earliest = row;
            }
        }
        return earliest;
    }

    private static final class Open {
        final OrderRow first;
        final Map<OrderRow.Kind, List<OrderRow>> byKind = new EnumMap<>(OrderRow.Kind.class);
        long lastRow;

        Open(OrderRow first) {
            this.first = first;
        }
    }
}
