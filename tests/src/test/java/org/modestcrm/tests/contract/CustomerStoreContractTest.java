package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.InMemoryCustomerStore;
import org.modestcrm.customer.PersonName;
import org.modestcrm.testkit.contract.CustomerStoreContract;

class CustomerStoreContractTest extends ContractProof<CustomerStore> {
    CustomerStoreContractTest() {
        super(CustomerStore.class, OnTrial.class, InMemoryCustomerStore::new);
    }

    static class OnTrial extends CustomerStoreContract {
        @Override
        protected CustomerStore emptyStore() {
            return subject(CustomerStore.class);
        }
    }

    @Override
    Stream<Faulty<CustomerStore>> faulty() {
        return Stream.of(
                fault(
                        "does not look at contact points",
                        store -> Map.of(
                                "findByIdentifier",
                                call -> whoHas(
                                        store,
                                        one -> one.normalised()
                                                .equalsIgnoreCase(call.<IdentifierType>arg(0)
                                                        .normalise(call.arg(1)))))),
                fault(
                        "saves many in its own order",
                        store -> Map.of("saveAll", call -> reversed(call.<List<Customer>>right()))),
                fault(
                        "saves many one by one",
                        store -> Map.of(
                                "saveAll",
                                call -> call.<List<Customer>>arg(0).stream()
                                        .map(store::save)
                                        .toList())),
                fault("takes nobody out", store -> Map.of("remove", call -> null)),
                fault("saves aliases as nobody", store -> Map.of("alias", call -> null)),
                fault(
                        "saves under an alias",
                        store -> Map.of("save", call -> {
                            store.unalias(call.<Customer>arg(0).id());
                            return call.right();
                        })),
                fault(
                        "takes out who becomes an alias",
                        store -> Map.of("alias", call -> {
                            if (!call.arg(0).equals(call.arg(1))) {
                                store.remove(call.arg(0));
                            }
                            return call.right();
                        })),
                fault(
                        "keeps aliases of aliases",
                        store -> Map.of("alias", call -> {
                            store.unalias(call.arg(1));
                            return call.right();
                        })),
                fault("never takes an alias back", store -> Map.of("unalias", call -> null)),
                fault(
                        "keeps the first owner of an alias",
                        store -> Map.of("alias", call -> store.find(call.arg(0)).isPresent() ? null : call.right())),
                fault(
                        "finds somebody else",
                        store -> Map.of("find", call -> store.all().findFirst())),
                fault(
                        "drops identifiers",
                        store -> Map.of(
                                "find",
                                call -> call.<Optional<Customer>>right()
                                        .map(one -> Customer.builder(one.id())
                                                .build()
                                                .withVersion(one.version())))),
                fault(
                        "names the nameless",
                        store -> Map.of(
                                "find",
                                call -> call.<Optional<Customer>>right()
                                        .map(one -> one.name().isPresent()
                                                ? one
                                                : one.toBuilder()
                                                        .name(PersonName.full("?"))
                                                        .build()))),
                fault(
                        "counts no versions",
                        store -> Map.of("save", call -> call.<Customer>right().withVersion(1))),
                fault(
                        "saves whatever version comes",
                        store -> Map.of("save", call -> call.with(asNewest(store, call.arg(0))))),
                fault(
                        "compares ids without case and accent",
                        store -> Map.of(
                                "find", call -> call.with(folded(call.arg(0))),
                                "save", call -> call.with(foldedId(store, call.arg(0))))),
                fault(
                        "compares identifiers as they are spelt",
                        store -> Map.of(
                                "findByIdentifier",
                                call -> whoHas(store, one -> one.value().equals(call.arg(1))))),
                fault(
                        "does not look at the type of identifiers",
                        store -> Map.of(
                                "findByIdentifier",
                                call -> whoHas(store, one -> one.value().equalsIgnoreCase(call.arg(1))))),
                fault(
                        "compares addresses with case",
                        store -> Map.of(
                                "findByEmail",
                                call -> store.all()
                                        .filter(one -> one.email().equals(Optional.of(call.<EmailAddress>arg(0))))
                                        .toList())),
                fault(
                        "takes addresses for patterns",
                        store -> Map.of(
                                "findByEmail",
                                call -> like(store, call.<EmailAddress>arg(0).value()))),
                fault(
                        "finds in the wrong order",
                        store -> Map.of(
                                "findByEmail", call -> reversed(call.<List<Customer>>right()),
                                "findByIdentifier", call -> reversed(call.<List<Customer>>right()))),
                fault(
                        "streams in the wrong order",
                        store -> Map.of(
                                "all",
                                call -> reversed(call.<Stream<Customer>>right().toList()).stream())),
                fault("never takes out of its index", CustomerStoreContractTest::rememberingAll),
                fault("streams what is being changed", CustomerStoreContractTest::streamingLive),
                fault(
                        "makes who is not there",
                        store -> Map.of(
                                "update",
                                call -> Optional.of(
                                        store.save(Customer.builder(call.arg(0)).build())))),
                fault("forgets every tenth change", store -> {
                    AtomicInteger saves = new AtomicInteger();
                    return Map.of("save", call -> saves.incrementAndGet() % 10 == 0 ? call.arg(0) : call.right());
                }));
    }

    private static Customer asNewest(CustomerStore store, Customer customer) {
        return customer.withVersion(
                store.find(customer.id()).map(Customer::version).orElse(0L));
    }

    private static CustomerId folded(CustomerId id) {
        return CustomerId.of(id.value().toLowerCase(Locale.ROOT).replace('é', 'e'));
    }

    private static Customer foldedId(CustomerStore store, Customer customer) {
        Customer.Builder folded = Customer.builder(folded(customer.id()));
        customer.name().ifPresent(folded::name);
        return asNewest(store, folded.build());
    }

    private static List<Customer> whoHas(CustomerStore store, Predicate<Identifier> wanted) {
        return store.all()
                .filter(one -> one.identifiers().stream().anyMatch(wanted))
                .toList();
    }

    private static List<Customer> like(CustomerStore store, String pattern) {
        String regex = pattern.toLowerCase(Locale.ROOT).replace("_", ".").replace("%", ".*");
        return store.all()
                .filter(one -> one.email().stream()
                        .anyMatch(
                                email -> email.value().toLowerCase(Locale.ROOT).matches(regex)))
                .toList();
    }

    private static List<Customer> reversed(List<Customer> customers) {
        List<Customer> reversed = new ArrayList<>(customers);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, Call.Fault> rememberingAll(CustomerStore store) {
        List<Customer> ever = new CopyOnWriteArrayList<>();
        return Map.of(
                "save",
                call -> {
                    ever.add(call.arg(0));
                    return call.right();
                },
                "findByEmail",
                call -> ever.stream()
                        .filter(one -> one.email().equals(Optional.of(call.<EmailAddress>arg(0))))
                        .flatMap(one -> store.find(one.id()).stream())
                        .toList());
    }

    private static Map<String, Call.Fault> streamingLive(CustomerStore store) {
        List<Customer> live = new ArrayList<>();
        return Map.of(
                "save",
                call -> {
                    live.add(call.arg(0));
                    return call.right();
                },
                "all",
                call -> live.stream());
    }
}
