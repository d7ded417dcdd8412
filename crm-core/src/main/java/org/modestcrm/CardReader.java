package org.modestcrm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.contact.OfferPolicy;
import org.modestcrm.contact.Refusal;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.Stage;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.StagePolicy;
import org.modestcrm.task.Task;

/** Finds customers and reads what a card shows of them. */
final class CardReader {
    private static final Set<OrderStatus> CLOSED =
            Set.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED);
    private static final int CONTACTS = 10;

    private final Stores stores;
    private final StagePolicy stages;
    private final CustomerValue value;
    private final CustomerSegments segments;
    private final OfferPolicy offers;
    private final String callingCode;
    private final List<IdentifierType> searched;

    CardReader(CrmBuilder from, Stores stores) {
        this.stores = stores;
        this.stages = from.stages;
        this.value = from.value;
        this.segments = from.segments;
        this.offers = from.offers;
        this.callingCode = from.callingCode;
        this.searched = List.copyOf(from.searched);
    }

    List<Customer> find(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.length() > 254 || wanted.chars().anyMatch(Character::isISOControl)) {
            return List.of();
        }
        Set<CustomerId> found = new LinkedHashSet<>();
        if (wanted.length() <= 100) {
            stores.customers().find(CustomerId.of(wanted)).ifPresent(known -> found.add(known.id()));
            stores.orders()
                    .find(OrderNumber.of(wanted))
                    .flatMap(Order::customer)
                    .ifPresent(found::add);
        }
        for (IdentifierType type : searched) {
            stores.customers().findByIdentifier(type, wanted).forEach(known -> found.add(known.id()));
        }
        spellings(wanted)
                .forEach(number -> stores.customers()
                        .findByIdentifier(IdentifierType.PHONE, number)
                        .forEach(known -> found.add(known.id())));
        return found.stream()
                .flatMap(id -> stores.customers().find(id).stream())
                .distinct()
                .toList();
    }

    /** A national number in its international form, and the other way round. */
    private List<String> spellings(String text) {
        String number = IdentifierType.PHONE.normalise(text);
        List<String> spellings = new ArrayList<>();
        if (callingCode.isEmpty() || !number.matches("\\+?[0-9]{3,17}")) {
            return spellings;
        }
        String prefix = "+" + callingCode;
        if (number.startsWith(prefix)) {
            spellings.add("0" + number.substring(prefix.length()));
            spellings.add(number.substring(prefix.length()));
        } else if (!number.startsWith("+")) {
            spellings.add(prefix + (number.startsWith("0") ? number.substring(1) : number));
        }
        return spellings;
    }

    List<CustomerId> ids(Customer customer) {
        return stores.customers().idsOf(customer.id());
    }

    List<Order> orders(List<CustomerId> ids, Instant asOf) {
        return ids.stream()
                .flatMap(id -> stores.orders().ordersOf(id).stream())
                .filter(order -> !order.placedAt().isAfter(asOf))
                .sorted(Comparator.comparing(Order::placedAt)
                        .thenComparing(Order::number)
                        .reversed())
                .toList();
    }

    Stage stage(Customer customer, List<Order> orders, Instant asOf) {
        return stages.stage(customer, orders, asOf);
    }

    Optional<Money> value(Customer customer, Instant asOf) {
        return value.of(customer.id(), asOf);
    }

    List<String> segments(Customer customer, Instant asOf) {
        return segments.of(customer.id(), asOf);
    }

    List<Order> open(List<Order> orders, Instant asOf) {
        return orders.stream()
                .filter(order -> order.statusAt(asOf).filter(CLOSED::contains).isEmpty())
                .toList();
    }

    List<TimelineEntry> lastContacts(List<CustomerId> ids, Instant asOf) {
        return new Timeline(stores, ids).asOf(asOf, CONTACTS);
    }

    List<Task> openTasks(List<CustomerId> ids) {
        return ids.stream()
                .flatMap(id -> stores.tasks().openFor(id).stream())
                .sorted(Task.MOST_URGENT_FIRST)
                .toList();
    }

    Map<Channel, ContactDecision> offers(Customer customer, Instant asOf) {
        Map<Channel, ContactDecision> decisions = new LinkedHashMap<>();
        offers.channels().forEach(channel -> decisions.put(channel, mayOffer(customer.id(), channel, asOf)));
        return Collections.unmodifiableMap(decisions);
    }

    ContactDecision mayOffer(CustomerId id, Channel channel, Instant at) {
        CustomerStore customers = stores.customers();
        if (customers.find(id).isEmpty()) {
            return new ContactDecision.Refused(Permissions.unknown(stores, id));
        }
        List<CustomerId> ids = customers.idsOf(id);
        if (!stores.register().restrictions(ids).isEmpty()) {
            return new ContactDecision.Refused(
                    new Refusal(Refusal.Code.RESTRICTED, "the data of customer " + id + " may not be used for now"));
        }
        return value.of(ids.get(0), at)
                .map(worth -> offers.decide(channel, worth, at))
                .orElseGet(() -> offers.decide(channel, at));
    }
}
