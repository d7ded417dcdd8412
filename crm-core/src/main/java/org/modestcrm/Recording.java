package org.modestcrm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.internal.Times;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.source.UnifiedCustomer;
import org.modestcrm.source.UnifiedCustomers;

/** What all ways of recording share: units of work, events, the shown customers, and the refusal of erased ones. */
final class Recording {
    final Stores stores;
    final UnifiedCustomers unified;
    private final Clock clock;
    private final Dispatcher dispatcher;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    Recording(Stores stores, UnifiedCustomers unified, Clock clock, Dispatcher dispatcher) {
        this.stores = stores;
        this.unified = unified;
        this.clock = clock;
        this.dispatcher = dispatcher;
    }

    /** Does the work as one unit and delivers its events once it is kept. */
    <T> T unit(Collection<CustomerId> customers, Supplier<T> work) {
        T result = stores.transactions().inOne(customers, work);
        dispatcher.deliver();
        return result;
    }

    /** The present; a clock that was put back stands still until it has caught up. */
    Instant now() {
        Instant read = Times.kept("clock", clock.instant());
        return last.accumulateAndGet(read, (before, now) -> now.isBefore(before) ? before : now);
    }

    void publish(@Nullable CustomerId customer, BiFunction<EventId, Instant, Event> event) {
        Instant at = now();
        if (customer == null) {
            stores.events().append(number -> event.apply(number, at));
        } else {
            stores.events().append(ids(customer).get(0), number -> event.apply(number, at));
        }
    }

    /** Every id of the customer, the surviving one first. */
    List<CustomerId> ids(CustomerId id) {
        return stores.customers().idsOf(id);
    }

    void refuseErased(String what, CustomerId id) {
        stores.register().erasure(id).ifPresent(erasure -> {
            throw new CustomerErasedException(what, erasure);
        });
    }

    void refuseErased(String what, Collection<String> digests) {
        stores.register().erasures(digests).stream().findFirst().ifPresent(erasure -> {
            throw new CustomerErasedException(what, erasure);
        });
    }

    /** Brings what is shown in line with records and links, for everybody who has one of these ids. */
    void refresh(Collection<CustomerId> changed) {
        Map<CustomerId, UnifiedCustomer> now = new LinkedHashMap<>();
        for (CustomerId id : changed) {
            unified.find(id).ifPresent(one -> now.put(one.customer().id(), one));
        }
        Set<CustomerId> aliases = new HashSet<>();
        for (UnifiedCustomer one : now.values()) {
            aliases.addAll(one.ids());
            aliases.remove(one.customer().id());
        }
        aliases.removeAll(now.keySet());
        List<CustomerId> hidden = new ArrayList<>(aliases);
        hidden.removeIf(id -> shownUnder(id).isEmpty());
        hidden.forEach(stores.customers()::remove);
        now.keySet().forEach(stores.customers()::unalias);
        now.values().forEach(one -> show(one.customer()));
        now.values().forEach(this::alias);
    }

    private void alias(UnifiedCustomer one) {
        CustomerId surviving = one.customer().id();
        List<CustomerId> known = ids(surviving);
        one.ids().stream()
                .sorted()
                .filter(id -> !known.contains(id))
                .forEach(id -> stores.customers().alias(id, surviving));
    }

    private void show(Customer customer) {
        Optional<Customer> known = shownUnder(customer.id());
        if (known.filter(customer::equals).isEmpty()) {
            stores.customers()
                    .save(customer.withVersion(known.map(Customer::version).orElse(0L)));
        }
    }

    /** The customer shown under this very id, not one of whom it is an alias. */
    Optional<Customer> shownUnder(CustomerId id) {
        return stores.customers().find(id).filter(found -> found.id().equals(id));
    }
}
