package org.modestcrm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Attributes;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.Recorded;
import org.modestcrm.event.Event;
import org.modestcrm.source.ErasureKey;
import org.modestcrm.source.Field;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.UnifiedCustomer;
import org.modestcrm.source.UnifiedCustomers.Decision;

/** Records what is said of customers, and who of them are one. */
final class CustomerRecording {
    /** The source of what the shop itself says of a customer. */
    private static final String OWN_SOURCE = "crm";

    private final Recording recording;
    private final ErasureKey key;
    private final @Nullable Attributes attributes;

    CustomerRecording(Recording recording, ErasureKey key, @Nullable Attributes attributes) {
        this.recording = recording;
        this.key = key;
        this.attributes = attributes;
    }

    Customer record(Customer given) {
        return recording.unit(List.of(given.id()), () -> {
            recording.refuseErased("customer " + given.id(), given.id());
            recording.refuseErased("customer " + given.id(), key.digests(given));
            checkAttributes(given);
            Optional<Customer> shown = shown(given);
            if (shown.filter(given::equals).isPresent()) {
                return shown.get();
            }
            keep(given);
            recording.refresh(List.of(given.id()));
            return published(given.id());
        });
    }

    private void checkAttributes(Customer given) {
        if (attributes != null) {
            attributes.check(given);
        }
    }

    private Optional<Customer> shown(Customer given) {
        Optional<Customer> shown = recording.stores.customers().find(given.id());
        shown.filter(other -> !other.id().equals(given.id())).ifPresent(other -> {
            throw new IllegalArgumentException("customer " + given.id() + " is an alias of customer " + other.id()
                    + " (expected: the surviving id)");
        });
        long stored = shown.map(Customer::version).orElse(0L);
        if (stored != given.version()) {
            throw new ConflictException("customer " + given.id(), given.version(), stored);
        }
        return shown;
    }

    private void keep(Customer given) {
        Instant now = recording.now();
        Optional<UnifiedCustomer> known = recording.unified.find(given.id());
        if (known.isPresent()) {
            recording.unified.edited(known.get(), given, now).forEach(recording.stores.records()::record);
        } else {
            recording
                    .stores
                    .records()
                    .record(SourceRecord.of(RecordKey.of(OWN_SOURCE, given.id().value()), given, now));
        }
    }

    private Customer published(CustomerId id) {
        Customer saved = recording.stores.customers().find(id).orElseThrow();
        recording.publish(id, (number, at) -> new Event.CustomerSaved(number, at, saved));
        return saved;
    }

    Recorded record(SourceRecord given) {
        CustomerId own = given.said().id();
        return recording.unit(List.of(own), () -> {
            recording.refuseErased(given.toString(), own);
            recording.refuseErased(given.toString(), key.digests(given));
            checkAttributes(given.said());
            Optional<Customer> before = recording.stores.customers().find(own);
            SourceRecord next = recording
                    .stores
                    .records()
                    .find(given.key())
                    .map(known -> known.changed(given.said(), given.changedAt())
                            .pinning(given.pinned().toArray(new Field[0])))
                    .orElse(given);
            Recorded recorded = recording.stores.records().record(next);
            recording.refresh(List.of(own));
            if (!before.equals(recording.stores.customers().find(own))) {
                published(own);
            }
            return recorded;
        });
    }

    Customer merge(CustomerId one, CustomerId other, Decision decision) {
        return recording.unit(List.of(one, other), () -> {
            recording.refuseErased("merge", one);
            recording.refuseErased("merge", other);
            ensureRecord(one);
            ensureRecord(other);
            Set<CustomerId> before = new TreeSet<>(
                    List.of(recording.ids(one).get(0), recording.ids(other).get(0)));
            UnifiedCustomer merged = recording.unified.merge(one, other, decision);
            before.addAll(merged.ids());
            recording.refresh(before);
            Customer shown = recording.stores.customers().find(one).orElseThrow();
            CustomerId alias = before.stream()
                    .filter(id -> !id.equals(shown.id()))
                    .findFirst()
                    .orElseThrow();
            recording.publish(shown.id(), (id, at) -> new Event.CustomersMerged(id, at, shown, alias));
            return shown;
        });
    }

    /** A customer who was saved past this Crm has no record yet. */
    private void ensureRecord(CustomerId id) {
        if (recording.stores.records().findByOwnId(id).isEmpty()) {
            recording
                    .shownUnder(id)
                    .ifPresent(shown -> recording
                            .stores
                            .records()
                            .record(SourceRecord.of(RecordKey.of(OWN_SOURCE, id.value()), shown, recording.now())));
        }
    }

    void unmerge(CustomerId one, CustomerId other, Decision decision) {
        recording.unit(List.of(one, other), () -> {
            List<CustomerId> before = recording.ids(one);
            recording.unified.unmerge(one, other, decision);
            recording.refresh(before);
            Customer first = recording.stores.customers().find(one).orElseThrow();
            Customer second = recording.stores.customers().find(other).orElseThrow();
            if (!first.id().equals(second.id()) && before.contains(second.id())) {
                boolean kept = first.id().equals(before.get(0));
                recording.publish(
                        before.get(0),
                        (id, at) -> new Event.CustomersSplit(id, at, kept ? first : second, kept ? second : first));
            }
            return first;
        });
    }

    void allow(CustomerId one, CustomerId other, Decision decision) {
        recording.unit(List.of(one, other), () -> {
            recording.unified.allow(one, other, decision);
            return one;
        });
    }

    Customer visitor(String source, String visitorId) {
        Identifier identifier = Identifier.of(IdentifierType.VISITOR, source, visitorId);
        return anonymous(
                "visitor", source, Customer.builder(CustomerId.of("new")).identifier(identifier));
    }

    Customer guest(String source, EmailAddress email) {
        return anonymous("guest", source, Customer.builder(CustomerId.of("new")).email(email));
    }

    /** The id is made of a keyed digest, so that the same visitor or guest is the same customer in every process. */
    private Customer anonymous(String kind, String source, Customer.Builder known) {
        Customer draft = known.build();
        Set<String> digests = key.digests(draft);
        recording.refuseErased(kind, digests);
        CustomerId id = freeOfTombstone(kind + "-"
                + key.digest(source + ":" + digests.iterator().next()).substring(0, 24));
        return recording.unit(
                List.of(id),
                () -> recording.stores.customers().find(id).orElseGet(() -> {
                    Customer.Builder made = Customer.builder(id);
                    draft.identifiers().forEach(made::identifier);
                    draft.contactPoints().forEach(made::contactPoint);
                    record(SourceRecord.of(RecordKey.of(source, id.value()), made.build(), recording.now()));
                    return recording.stores.customers().find(id).orElseThrow();
                }));
    }

    private CustomerId freeOfTombstone(String id) {
        CustomerId candidate = CustomerId.of(id);
        for (int i = 2; recording.stores.register().erasure(candidate).isPresent(); i++) {
            candidate = CustomerId.of(id + "-" + i);
        }
        return candidate;
    }
}
