package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.testkit.Fixtures.aCustomer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.AddressUse;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Preference;
import org.modestcrm.money.Money;

/** What every {@link CustomerStore} must do. Extend it, return yours from {@link #emptyStore()}, run it. */
public abstract class CustomerStoreContract {
    private static final IdentifierType CARD = IdentifierType.LOYALTY_CARD;
    private static final Instant VERIFIED_AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Identifier VERIFIED =
            Identifier.of(CARD, "webshop", "L-4").verified(VERIFIED_AT);

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
                .kind(CustomerKind.ORGANISATION)
                .organisation("Mug & Söhne \ud83d\ude00")
                .name(PersonName.builder()
                        .honorific("Dr")
                        .given("Zoë 王")
                        .particle("van der")
                        .family("van der O'Neil")
                        .suffix("jr")
                        .build())
                .address(PostalAddress.ofCountry("GB"), AddressUse.BILLING, AddressUse.of("LOCKER"))
                .preference(Preference.stated("size", List.of("M", "L"), "account-page", VERIFIED_AT))
                .preference(Preference.channels(
                        List.of(Channel.SMS, Channel.EMAIL), Preference.Kind.INFERRED, "model", VERIFIED_AT))
                .attribute(Attribute.text("note"), "\"é\" \ud83d\ude00")
                .attribute(Attribute.number("score"), new BigDecimal("-1234567890.0123456789"))
                .attribute(Attribute.money("limit"), Money.of("2.955", "GBP"))
                .attribute(Attribute.date("since"), LocalDate.of(1999, 2, 28))
                .attribute(Attribute.instant("seen"), VERIFIED_AT)
                .attribute(Attribute.flag("vip"), false)
                .attribute(Attribute.choice("tier", "gold", "silver"), "silver")
                .attribute(Attribute.listOf(Attribute.text("tags")), List.of("b", "a", "b"))
                .referredBy(PartnerId.of("shoes.example"))
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

    @Test
    void a_contact_point_is_found_like_an_identifier() {
        CustomerStore store = emptyStore();
        Customer alice = store.save(aCustomer().answering("+33 1 23-45").build());

        assertThat(store.findByIdentifier(IdentifierType.PHONE, "+33 (1) 2345")).containsExactly(alice);
        assertThat(store.findByIdentifier(IdentifierType.EMAIL, "ALICE-martin@example.org"))
                .containsExactly(alice);
    }

    @Test
    void many_are_saved_in_the_order_given() {
        CustomerStore store = emptyStore();
        Customer known = store.save(bob());

        List<Customer> stored = store.saveAll(List.of(known, alice()));

        assertThat(stored).containsExactly(bob(), alice());
        assertThat(stored).extracting(Customer::version).containsExactly(2L, 1L);
        assertThat(store.find(alice().id())).contains(alice());
    }

    @Test
    void of_many_none_is_saved_when_one_is_outdated() {
        CustomerStore store = emptyStore();
        store.save(bob());

        assertThatThrownBy(() -> store.saveAll(List.of(alice(), bob())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("bob-stone");
        assertThat(store.find(alice().id())).isEmpty();
        assertThat(store.find(bob().id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_customer_who_was_taken_out_is_found_by_nothing() {
        CustomerStore store = emptyStore();
        store.save(aCustomer().knownBy(CARD, "L-4").build());
        store.alias(CustomerId.of("old"), alice().id());

        store.remove(alice().id());
        store.remove(CustomerId.of("nobody"));

        assertThat(store.find(alice().id())).isEmpty();
        assertThat(store.find(CustomerId.of("old"))).isEmpty();
        assertThat(store.findByIdentifier(CARD, "L-4")).isEmpty();
        assertThat(store.all()).isEmpty();
        assertThat(store.idsOf(alice().id())).containsExactly(alice().id());
    }

    @Test
    void who_was_taken_out_can_come_back_as_new() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.remove(alice().id());

        assertThat(store.find(alice().id())).isEmpty();
        assertThat(store.save(alice()).version()).isEqualTo(1);
    }

    @Test
    void an_alias_finds_the_surviving_customer() {
        CustomerStore store = emptyStore();
        Customer alice = store.save(alice());
        store.alias(CustomerId.of("z"), alice.id());
        store.alias(CustomerId.of("b"), alice.id());

        assertThat(store.find(CustomerId.of("b"))).contains(alice);
        assertThat(store.all()).containsExactly(alice);
        List<CustomerId> ids = List.of(alice.id(), CustomerId.of("b"), CustomerId.of("z"));
        assertThat(store.idsOf(CustomerId.of("z"))).isEqualTo(ids);
        assertThat(store.idsOf(alice.id())).isEqualTo(ids);
        assertThat(store.idsOf(CustomerId.of("nobody"))).containsExactly(CustomerId.of("nobody"));
    }

    @Test
    void nobody_is_saved_under_an_alias() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.alias(bob().id(), alice().id());

        assertThatThrownBy(() -> store.save(bob()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bob-stone")
                .hasMessageContaining("alice-martin");
        assertThat(store.find(bob().id())).contains(alice());
    }

    @Test
    void an_id_under_which_somebody_is_shown_cannot_be_an_alias() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.save(bob());

        assertThatThrownBy(() -> store.alias(bob().id(), alice().id())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.alias(alice().id(), alice().id())).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.find(bob().id())).contains(bob());
    }

    @Test
    void an_alias_has_no_aliases() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.alias(CustomerId.of("old"), alice().id());

        assertThatThrownBy(() -> store.alias(CustomerId.of("older"), CustomerId.of("old")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.find(CustomerId.of("older"))).isEmpty();
    }

    @Test
    void an_alias_that_was_taken_back_can_be_a_customer_again() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.alias(bob().id(), alice().id());

        store.unalias(bob().id());
        store.unalias(CustomerId.of("nobody"));

        assertThat(store.find(bob().id())).isEmpty();
        assertThat(store.idsOf(alice().id())).containsExactly(alice().id());
        assertThat(store.save(bob()).version()).isEqualTo(1);
    }

    @Test
    void an_alias_can_be_given_to_another_customer() {
        CustomerStore store = emptyStore();
        store.save(alice());
        store.save(bob());
        store.alias(CustomerId.of("old"), alice().id());

        store.alias(CustomerId.of("old"), bob().id());

        assertThat(store.find(CustomerId.of("old"))).contains(bob());
        assertThat(store.idsOf(alice().id())).containsExactly(alice().id());
    }
}
