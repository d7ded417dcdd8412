package org.modestcrm.tests.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modestcrm.Crm;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.jdbc.JdbcException;
import org.modestcrm.jdbc.JdbcStores;
import org.modestcrm.jdbc.Retries;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

/** Eight threads record orders and count them on their customers, over connections that fail now and then. */
class JdbcConcurrencyTest {
    private static final int FACTS = Boolean.getBoolean("modestcrm.long") ? 20_000 : 400;
    private static final int THREADS = 8;
    private static final int CUSTOMERS = 5;
    private static final long SEED = 20_261_125;
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Attribute<BigDecimal> COUNT = Attribute.number("orders");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<CustomerId, AtomicInteger> counted = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void no_fact_is_lost_doubled_or_half_written(Databases database) throws Exception {
        JdbcStores stores = database.empty();
        Crm sure = Crm.builder().stores(stores.stores()).clock(NINE).build();
        for (int i = 0; i < CUSTOMERS; i++) {
            sure.record(Customer.builder(customer(i))
                    .attribute(COUNT, BigDecimal.ZERO)
                    .build());
        }
        stores.stores().events().register("audit", Event.OrderRecorded.class);
        Crm failing = Crm.builder()
                .stores(JdbcStores.over(FailingSource.over(database.source(), SEED))
                        .stores())
                .clock(NINE)
                .build();

        inThreads(failing);

        List<Event> events = new ArrayList<>();
        sure.subscribe("audit", Event.OrderRecorded.class, events::add);
        sure.deliverPending();
        Set<String> stored = new TreeSet<>();
        try (var orders = stores.stores().orders().orders()) {
            orders.forEach(order -> stored.add(order.number().value()));
        }
        assertThat(stored).as("seed %d", SEED).containsAll(acknowledged);
        assertThat(acknowledged).as("seed %d", SEED).hasSizeGreaterThan(FACTS / 2);
        assertThat(events.stream().map(JdbcConcurrencyTest::number).toList())
                .as("seed %d: each order has its one event", SEED)
                .containsExactlyInAnyOrderElementsOf(stored);
        assertOrdered(events);
        counted.forEach((id, count) -> assertThat(sure.customers().find(id).flatMap(known -> known.attribute(COUNT)))
                .as("seed %d, customer %s", SEED, id)
                .hasValueSatisfying(value -> assertThat(value.intValueExact()).isEqualTo(count.get())));
    }

    private void inThreads(Crm crm) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            running.add(threads.submit(() -> {
                for (int i = thread; i < FACTS; i += THREADS) {
                    recordOne(crm, i);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
    }

    private void recordOne(Crm crm, int i) {
        CustomerId customer = customer(i % CUSTOMERS);
        if (succeeds(() -> crm.record(order(i, customer)))) {
            acknowledged.add("o" + i);
        }
        boolean done =
                succeeds(() -> Retries.atMost(50).call(() -> crm.customers().save(oneMore(crm, customer))));
        if (done) {
            counted.computeIfAbsent(customer, id -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static Customer oneMore(Crm crm, CustomerId id) {
        Customer known = crm.customers().find(id).orElseThrow();
        BigDecimal count = known.attribute(COUNT).orElseThrow().add(BigDecimal.ONE);
        return known.toBuilder().attribute(COUNT, count).build();
    }

    /** False when the connection broke for good; then the fact is whole or not there. */
    private static boolean succeeds(Supplier<?> work) {
        try {
            work.get();
            return true;
        } catch (JdbcException e) {
            return false;
        }
    }

    private static void assertOrdered(List<Event> events) {
        Map<CustomerId, Long> last = new HashMap<>();
        for (Event event : events) {
            long before = last.getOrDefault(event.customer().orElseThrow(), 0L);
            assertThat(event.id().value()).isGreaterThan(before);
            last.put(event.customer().orElseThrow(), event.id().value());
        }
    }

    private static String number(Event event) {
        return ((Event.OrderRecorded) event).order().number().value();
    }

    private static CustomerId customer(int i) {
        return CustomerId.of("c" + i);
    }

    private static Order order(int i, CustomerId customer) {
        Money price = Money.of("10.00", "EUR");
        return Order.builder(OrderNumber.of("o" + i), price.currency())
                .customer(customer)
                .placedAt(NINE.instant())
                .line(new OrderLine("sku", "", 1, price))
                .build();
    }
}
