package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.customer.Recorded;
import org.modestcrm.order.InMemoryOrderHistory;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.testkit.contract.OrderHistoryContract;

class OrderHistoryContractTest extends ContractProof<OrderHistory> {
    OrderHistoryContractTest() {
        super(OrderHistory.class, OnTrial.class, InMemoryOrderHistory::new);
    }

    static class OnTrial extends OrderHistoryContract {
        @Override
        protected OrderHistory emptyHistory() {
            return subject(OrderHistory.class);
        }
    }

    @Override
    Stream<Faulty<OrderHistory>> faulty() {
        return Stream.of(
                fault("finds no refunds by number", history -> Map.of("findRefund", call -> Optional.empty())),
                fault("never moves a refund", history -> {
                    List<Refund> all = new ArrayList<>();
                    return Map.of(
                            "record",
                            call -> {
                                if (call.arg(0) instanceof Refund refund) {
                                    all.add(refund);
                                }
                                return call.right();
                            },
                            "refundsOfOrder",
                            call -> all.stream()
                                    .filter(one -> one.order().equals(Optional.of(call.arg(0))))
                                    .toList());
                }),
                fault(
                        "drops refunds of many",
                        history -> Map.of("recordAll", call -> call.with(call.arg(0), List.of()))),
                fault("pages from the oldest", history -> Map.of("page", call -> reversed(call.<List<Order>>right()))),
                fault(
                        "shows everybody's orders",
                        history -> Map.of("ordersOf", call -> history.orders().toList())),
                fault(
                        "drops the status",
                        history -> Map.of(
                                "find", call -> call.<Optional<Order>>right().map(OrderHistoryContractTest::placed))),
                fault(
                        "calls everything new",
                        history -> Map.of("record", call -> {
                            call.right();
                            return Recorded.NEW;
                        })),
                fault(
                        "keeps the first of a number",
                        history -> Map.of("record", call -> known(history, call) ? Recorded.UNCHANGED : call.right())),
                fault("keeps old versions among a customer's", OrderHistoryContractTest::neverMoving),
                fault(
                        "tells orders in the wrong order",
                        history -> Map.of("ordersOf", call -> reversed(call.<List<Order>>right()))),
                fault(
                        "tells refunds in the wrong order",
                        history -> Map.of("refundsOf", call -> reversed(call.<List<Refund>>right()))),
                fault(
                        "hides anonymous sales",
                        history -> Map.of(
                                "orders",
                                        call -> call.<Stream<Order>>right()
                                                .filter(one -> one.customer().isPresent()),
                                "refunds",
                                        call -> call.<Stream<Refund>>right()
                                                .filter(one -> one.customer().isPresent()))),
                fault(
                        "compares numbers without case",
                        history -> Map.of(
                                "record", call -> call.with(lowerCase(call.<Object>arg(0))),
                                "find", call -> call.with(lowerCase(call.<OrderNumber>arg(0))))),
                fault(
                        "has one row of numbers for orders and refunds",
                        history -> Map.of("record", call -> {
                            boolean taken = call.arg(0) instanceof Refund refund
                                    && history.find(refund.number()).isPresent();
                            return taken ? Recorded.CHANGED : call.right();
                        })));
    }

    private static Order placed(Order order) {
        return order.toBuilder().status(OrderStatus.PLACED).build();
    }

    private static boolean known(OrderHistory history, Call call) {
        return call.arg(0) instanceof Order order
                ? history.find(order.number()).isPresent()
                : history.refunds()
                        .anyMatch(one -> one.number().equals(call.<Refund>arg(0).number()));
    }

    private static <T> List<T> reversed(List<T> found) {
        List<T> reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        return reversed;
    }

    private static OrderNumber lowerCase(OrderNumber number) {
        return OrderNumber.of(number.value().toLowerCase(Locale.ROOT));
    }

    private static Object lowerCase(Object document) {
        if (document instanceof Order order && order.number().value().startsWith("X")) {
            return Order.builder(lowerCase(order.number()), order.currency())
                    .customer(order.customer().orElseThrow())
                    .placedAt(order.placedAt())
                    .line(order.lines().get(0))
                    .build();
        }
        return document;
    }

    private static Map<String, Call.Fault> neverMoving(OrderHistory history) {
        List<Order> orders = new ArrayList<>();
        return Map.of(
                "record",
                call -> {
                    if (call.arg(0) instanceof Order order) {
                        orders.add(order);
                    }
                    return call.right();
                },
                "ordersOf",
                call -> orders.stream()
                        .filter(one -> one.customer().equals(Optional.of(call.arg(0))))
                        .toList());
    }
}
