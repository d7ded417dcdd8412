package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.testkit.Fixtures.aCustomer;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PostalAddress;

/** What every {@link CustomerStore} must do. Extend it, return yours from {@link #emptyStore()}, run it. */
public abstract class CustomerStoreContract {
    private static final IdentifierType CARD = IdentifierType.LOYALTY_CARD;
    private static final Identifier VERIFIED =
            Identifier.of(CARD, "webshop", "L-4").verified(Instant.parse("2026-01-02T03:04:05.678901Z"));

    /** For subclasses. */
    protected CustomerStoreContract() {}

    /**
     * A store to test.
     *
     * @return one that holds nobody
     */
    protected abstract CustomerStore emptyStore();

    private static Customer alice() {
        return aCustomer().build();
    }

    private static Customer bob() {
        return aCustomer().called("Bob Stone").build();
    }

    private static Customer complete() {
        return aCustomer()
                .called("Zoë 王 \ud83d\ude00 van der O'Neil")
                .withId("Ω \"17\"")
                .livingAt(PostalAddress.builder()
                        .line("1 rue de l'Église")
                        .line("2e étage")
                        .postcode("75001")
                        .city("Paris")
                        .region("Île-de-France")
                        .country("FR")
                        .build())
                .from("BE")
                .speaking("fr-BE")
                .inZone("Europe/Brussels")
                .bornOn("--02-29")
                .reading("Zoe@example.org")
                .whoseMail(DeliveryState.DOUBTFUL)
                .answering("+33 1 23 45 67 89")
                .knownBy(IdentifierType.of("FIDELITY"), "4711")
                .build()
                .toBuilder()
                .identifier(VERIFIED)
                .build();
    }

    @Test
    void an_unknown_id_finds_nobody() {
        CustomerStore store = emptyStore();
        store.save(bob());

        assertThat(store.find(alice().id())).isEmpty();
    }

    @Test
    void a_customer_comes_back_with_every_part() {
        CustomerStore store = emptyStore();

        Customer stored = store.save(complete());

        assertThat(stored).isEqualTo(complete());
        assertThat(store.find(complete().id())).contains(complete());
        assertThat(store.find(complete().id()).orElseThrow().identifiers()).contains(VERIFIED);
    }

    @Test
    void a_customer_of_whom_only_the_id_is_known_can_be_kept() {
        CustomerStore store = emptyStore();
        Customer nobody = Customer.builder(CustomerId.of("4711")).build();

        store.save(nobody);

        assertThat(store.find(nobody.id())).contains(nobody);
    }

    @Test
    void each_save_counts_the_version_up() {
        CustomerStore store = emptyStore();

        Customer first = store.save(alice());
        Customer second = store.save(first);

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(store.find(alice().id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void who_saves_an_outdated_copy_is_refused_and_nothing_is_written() {
        CustomerStore store = emptyStore();
        Customer read = store.save(alice());
        Customer newest = store.save(aCustomer().from("FR").build().withVersion(1));

        assertThatThrownBy(() -> store.save(read))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("alice-martin");
        assertThat(store.find(read.id())).contains(newest);
        assertThat(store.find(read.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_new_customer_of_a_taken_id_is_refused() {
        CustomerStore store = emptyStore();
        store.save(alice());

        assertThatThrownBy(() -> store.save(aCustomer().from("FR").build())).isInstanceOf(ConflictException.class);
        assertThat(store.find(alice().id())).contains(alice());
    }

    @Test
    void a_changed_customer_that_was_never_stored_is_refused() {
        CustomerStore store = emptyStore();

        assertThatThrownBy(() -> store.save(alice().withVersion(3))).isInstanceOf(ConflictException.class);
        assertThat(store.find(alice().id())).isEmpty();
    }

    @Test
    void ids_that_differ_in_case_or_accent_are_different_customers() {
        CustomerStore store = emptyStore();
        List<Customer> all = Stream.of("A", "a", "e", "é")
                .map(id -> store.save(aCustomer().withId(id).build()))
                .toList();

        assertThat(store.all()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(all).allSatisfy(one -> assertThat(store.find(one.id())).contains(one));
    }

    @Test
    void an_identifier_is_found_in_any_spelling_and_from_any_source() {
        CustomerStore store = emptyStore();
        Customer alice = store.save(
                aCustomer().knownBy(IdentifierType.PHONE, "+33 1 23-45").build());

        assertThat(store.findByIdentifier(IdentifierType.PHONE, " (+33) 1.2345 "))
                .containsExactly(alice);
    }

    @Test
    void an_identifier_of_another_type_or_value_is_not_found() {
        CustomerStore store = emptyStore();
        store.save(aCustomer().knownBy(CARD, "L-4").build());

        assertThat(store.findByIdentifier(IdentifierType.VISITOR, "L-4")).isEmpty();
        assertThat(store.findByIdentifier(CARD, "L-5")).isEmpty();
        assertThat(store.findByIdentifier(CARD, "l-4")).isEmpty();
    }

    @Test
    void an_address_is_found_in_upper_and_lower_case() {
        CustomerStore store = emptyStore();
        Customer alice = store.save(aCustomer().reading("Alice@Example.org").build());

        assertThat(store.findByEmail(EmailAddress.of("aLICE@example.ORG"))).containsExactly(alice);
        assertThat(store.findByEmail(EmailAddress.of("alice@example.com"))).isEmpty();
    }

    @Test
    void an_address_is_not_a_pattern() {
        CustomerStore store = emptyStore();
        store.save(aCustomer().reading("a.b@example.org").build());

        assertThat(store.findByEmail(EmailAddress.of("a_b@example.org"))).isEmpty();
        assertThat(store.findByEmail(EmailAddress.of("%@example.org"))).isEmpty();
    }

    @Test
    void those_who_share_a_value_come_by_ascending_id() {
        CustomerStore store = emptyStore();
        Stream.of("b", "c", "a")
                .forEach(id -> store.save(aCustomer()
                        .withId(id)
                        .reading("family@example.org")
                        .knownBy(CARD, "L-4")
                        .build()));

        assertThat(store.findByEmail(EmailAddress.of("family@example.org")))
                .extracting(one -> one.id().value())
                .containsExactly("a", "b", "c");
        assertThat(store.findByIdentifier(CARD, "L-4"))
                .extracting(one -> one.id().value())
                .containsExactly("a", "b", "c");
    }

    @Test
    void what_a_customer_no_longer_has_finds_nobody() {
        CustomerStore store = emptyStore();
        store.save(aCustomer().knownBy(CARD, "L-4").build());

        Customer moved =
                store.save(aCustomer().reading("new@example.org").build().withVersion(1));

        assertThat(store.findByIdentifier(CARD, "L-4")).isEmpty();
        assertThat(store.findByEmail(EmailAddress.of("alice-martin@example.org")))
                .isEmpty();
        assertThat(store.findByEmail(EmailAddress.of("new@example.org"))).containsExactly(moved);
    }

    @Test
    void all_customers_come_by_ascending_id() {
        CustomerStore store = emptyStore();
        Stream.of("b", "c", "a", "10", "9")
                .forEach(id -> store.save(aCustomer().withId(id).build()));

        try (Stream<Customer> all = store.all()) {
            assertThat(all).extracting(one -> one.id().value()).containsExactly("10", "9", "a", "b", "c");
        }
    }

    @Test
    void the_stream_of_all_stands_while_customers_are_saved() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.save(bob());

        try (Stream<Customer> all = store.all()) {
            all.forEach(one -> store.update(
                    one.id(),
                    known -> known.toBuilder()
                            .address(PostalAddress.ofCountry("FR"))
                            .build()));
        }

        assertThat(store.find(alice().id()).orElseThrow().country()).contains("FR");
        assertThat(store.find(bob().id()).orElseThrow().country()).contains("FR");
    }

    @Test
    void a_change_of_nobody_changes_nothing() {
        CustomerStore store = emptyStore();

        assertThat(store.update(alice().id(), known -> known)).isEmpty();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void changes_of_many_threads_are_all_kept() {
        CustomerStore store = emptyStore();
        store.save(alice());
        AtomicInteger next = new AtomicInteger();

        Together.run(() -> {
            for (int i = 0; i < 25; i++) {
                Identifier one = Identifier.of(CARD, "webshop", "L-" + next.incrementAndGet());
                store.update(
                        alice().id(), known -> known.toBuilder().identifier(one).build());
            }
            return store;
        });

        Customer changed = store.find(alice().id()).orElseThrow();
        assertThat(changed.identifiers()).hasSize(25 * Together.THREADS);
        assertThat(changed.version()).isEqualTo(1 + 25 * Together.THREADS);
    }
}
