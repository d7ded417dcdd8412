package org.modestcrm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modestcrm.consent.Consent;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.Restriction;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.task.Task;

/** Where everything of one person lies. */
final class PersonFile {
    private final Stores stores;
    private final List<PersonalDataHolder> holders;
    private final Customer customer;
    private final List<CustomerId> ids;

    PersonFile(Stores stores, List<PersonalDataHolder> holders, Customer customer) {
        this.stores = stores;
        this.holders = holders;
        this.customer = customer;
        this.ids = stores.customers().idsOf(customer.id());
    }

    Customer customer() {
        return customer;
    }

    List<CustomerId> ids() {
        return ids;
    }

    List<SourceRecord> records() {
        return ids.stream()
                .flatMap(id -> stores.records().findByOwnId(id).stream())
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    List<RecordLink> links() {
        Set<RecordPair> pairs = new LinkedHashSet<>();
        records().forEach(record -> stores.links().of(record.key()).forEach(link -> pairs.add(link.pair())));
        return pairs.stream()
                .flatMap(pair -> stores.links().history(pair).stream())
                .toList();
    }

    List<Order> orders() {
        return all(id -> stores.orders().ordersOf(id));
    }

    List<Refund> refunds() {
        return all(id -> stores.orders().refundsOf(id));
    }

    List<Interaction> interactions() {
        return all(id -> stores.interactions().of(id));
    }

    List<Consent> consents() {
        return stores.consents().history(ids);
    }

    List<Task> tasks() {
        return all(id -> stores.tasks().of(id));
    }

    List<Suppression> suppressions() {
        return contactPoints().stream()
                .flatMap(point -> stores.suppressions().find(point.channel(), point.address()).stream())
                .distinct()
                .toList();
    }

    List<Restriction> restrictions() {
        return stores.register().restrictions(ids);
    }

    Map<String, List<Map<String, String>>> others() {
        Map<String, List<Map<String, String>>> others = new LinkedHashMap<>();
        holders.forEach(holder -> others.put(holder.name(), List.copyOf(holder.export(person()))));
        return others;
    }

    private <T> List<T> all(Function<CustomerId, ? extends Collection<T>> part) {
        return ids.stream().flatMap(id -> part.apply(id).stream()).toList();
    }

    private List<ContactPoint> contactPoints() {
        Set<ContactPoint> points = new LinkedHashSet<>(customer.contactPoints());
        records().forEach(record -> points.addAll(record.said().contactPoints()));
        return List.copyOf(points);
    }

    private PersonalDataHolder.Person person() {
        Set<EmailAddress> emails = contactPoints().stream()
                .filter(point -> point.channel().equals(Channel.EMAIL))
                .map(point -> EmailAddress.of(point.address()))
                .collect(Collectors.toSet());
        orders().stream().map(Order::email).flatMap(Optional::stream).forEach(emails::add);
        Set<OrderNumber> numbers = orders().stream().map(Order::number).collect(Collectors.toSet());
        return new PersonalDataHolder.Person(new TreeSet<>(ids), emails, numbers);
    }

    /** Takes out all that tells of the person; what accounting must keep stays without the person. */
    void erase() {
        PersonalDataHolder.Person person = person();
        holders.forEach(holder -> holder.erase(person));
        suppressions().forEach(known -> stores.suppressions().remove(known.channel(), known.address()));
        tasks().forEach(task -> stores.tasks().save(task.withoutPerson()));
        orders().forEach(order -> stores.orders().record(order.withoutPerson()));
        refunds().forEach(refund -> stores.orders().record(refund.withoutPerson()));
        stores.interactions().remove(ids);
        stores.consents().remove(ids);
        stores.register().lift(ids);
        stores.events().remove(ids);
        records().forEach(record -> {
            stores.links().remove(record.key());
            stores.records().remove(record.key());
        });
        stores.customers().remove(customer.id());
    }
}
