package org.modestcrm.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.source.UnifiedCustomers.Decision;

class UnifiedCustomersTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Decision CLAIRE = Decision.by("claire", "same card", NINE);

    private final SourceRecords records = new InMemorySourceRecords();
    private final RecordLinks links = new InMemoryRecordLinks();

    private UnifiedCustomers customers() {
        return new UnifiedCustomers(records, links, Survivorship.lastUpdated());
    }

    private static Customer.Builder said(String id) {
        return Customer.builder(CustomerId.of(id));
    }

    private void seen(String source, Customer.Builder said, int second) {
        Customer customer = said.build();
        records.record(SourceRecord.of(RecordKey.of(source, "r" + customer.id()), customer, NINE.plusSeconds(second)));
    }

    private static CustomerId id(String id) {
        return CustomerId.of(id);
    }

    @Test
    void a_merge_unites_lists_and_keeps_the_oldest_id() {
        seen("shop", said("17").email(EmailAddress.of("alice@example.org")), 1);
        seen("till", said("93").address(PostalAddress.ofCountry("FR")).language(Locale.FRENCH), 0);

        UnifiedCustomer one = customers().merge(id("17"), id("93"), CLAIRE);

        assertThat(one.customer().id()).isEqualTo(id("93"));
        assertThat(one.customer().email()).contains(EmailAddress.of("alice@example.org"));
        assertThat(one.customer().country()).contains("FR");
        assertThat(one.ids()).containsExactlyInAnyOrder(id("17"), id("93"));
        assertThat(customers().find(id("17"))).isEqualTo(customers().find(id("93")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LAST_UPDATED, Alicia Martin",
        "OLDEST, A. Martin",
        "MOST_FREQUENT, A. Martin",
        "MOST_COMPLETE, Alice Mary Martin",
        "SOURCE_PRIORITY, Alice Mary Martin",
        "VERIFIED, Alice Mary Martin"
    })
    void a_rule_decides_whose_name_is_shown(SurvivorshipRule rule, String name) {
        Identifier proved =
                Identifier.of(IdentifierType.LOYALTY_CARD, "till", "8").verified(NINE);
        seen("shop", said("1").name(PersonName.full("A. Martin")), 1);
        seen("news", said("2").name(PersonName.full("A. Martin")), 2);
        seen("till", said("3").name(PersonName.of("Alice Mary", "Martin")).identifier(proved), 3);
        seen("chat", said("4").name(PersonName.full("Alicia Martin")), 4);
        UnifiedCustomers customers = new UnifiedCustomers(
                records,
                links,
                Survivorship.builder()
                        .rule(Field.NAME, rule)
                        .sources("till", "shop")
                        .build());
        customers.merge(id("1"), id("2"), CLAIRE);
        customers.merge(id("2"), id("3"), CLAIRE);

        UnifiedCustomer one = customers.merge(id("3"), id("4"), CLAIRE);

        assertThat(one.customer().name().orElseThrow().full()).isEqualTo(name);
        assertThat(one.origins().get(Field.NAME).rule()).isEqualTo(rule);
        assertThat(one.origins().get(Field.NAME).losing()).hasSizeBetween(2, 3);
    }

    @Test
    void a_pinned_field_outweighs_every_rule() {
        seen("shop", said("1").birthDate(BirthDate.parse("1980-02-29")), 1);
        records.record(SourceRecord.of(
                        RecordKey.of("desk", "d"),
                        said("2").birthDate(BirthDate.parse("1981-02-28")).build(),
                        NINE)
                .pinning(Field.BIRTH_DATE));

        UnifiedCustomer one = customers().merge(id("1"), id("2"), CLAIRE);

        assertThat(one.customer().birthDate()).contains(BirthDate.parse("1981-02-28"));
        assertThat(one.origins().get(Field.BIRTH_DATE).rule()).isEqualTo(SurvivorshipRule.PINNED);
    }

    @Test
    void who_was_told_apart_is_not_joined_by_a_third() {
        seen("shop", said("mother"), 1);
        seen("shop", said("daughter"), 2);
        seen("shop", said("family"), 3);
        customers().unmerge(id("mother"), id("daughter"), Decision.by("claire", "two persons", NINE));
        customers().merge(id("mother"), id("family"), CLAIRE);

        assertThatThrownBy(() -> customers().merge(id("family"), id("daughter"), CLAIRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "customers family and daughter were told apart: shop/rdaughter and shop/rmother: FORBIDDEN by"
                                + " claire at 2026-03-01T09:00:00Z (expected: that decision taken back first, with allow)");

        customers().allow(id("mother"), id("daughter"), CLAIRE);
        assertThat(customers().merge(id("family"), id("daughter"), CLAIRE).ids())
                .hasSize(3);
    }

    @Test
    void a_customer_cannot_be_merged_with_itself() {
        seen("shop", said("1"), 1);

        assertThatThrownBy(() -> customers().merge(id("1"), id("1"), CLAIRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers 1 and 1 are one already (expected: two different customers)");
        assertThatThrownBy(() -> customers().merge(id("1"), id("2"), CLAIRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 2 is unknown (expected: the id of a source record)");
    }

    @Test
    void what_other_links_hold_together_is_not_taken_apart_in_silence() {
        seen("shop", said("1"), 1);
        seen("shop", said("2"), 2);
        seen("shop", said("3"), 3);
        customers().merge(id("1"), id("2"), CLAIRE);
        customers().merge(id("2"), id("3"), CLAIRE);

        assertThatThrownBy(() -> customers().unmerge(id("1"), id("3"), CLAIRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers 1 and 3 are also held together by [shop/r1, shop/r2, shop/r3]"
                        + " (expected: those links taken back first)");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_merge_taken_back_leaves_both_sides_what_they_were(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            seen("s" + random.nextInt(4), randomSaid(random, i), random.nextInt(1000));
        }
        UnifiedCustomers customers = customers();
        List<List<CustomerId>> merged = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            CustomerId one = id("c" + random.nextInt(40));
            CustomerId other = id("c" + random.nextInt(40));
            List<Optional<UnifiedCustomer>> before = all(customers);
            if (customers.find(one).orElseThrow().ids().contains(other)) {
                continue;
            }
            try {
                customers.merge(one, other, CLAIRE);
            } catch (IllegalArgumentException toldApart) {
                assertThat(toldApart).hasMessageContaining("were told apart");
                continue;
            }
            merged.add(List.of(one, other));
            if (random.nextInt(3) > 0) {
                customers.unmerge(one, other, CLAIRE);
                assertThat(all(customers)).as("seed %s, step %s", seed, step).isEqualTo(before);
            }
        }
        assertThat(merged).hasSizeGreaterThan(20);
    }

    private static List<Optional<UnifiedCustomer>> all(UnifiedCustomers customers) {
        List<Optional<UnifiedCustomer>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(customers.find(id("c" + i)));
        }
        return all;
    }

    private static Customer.Builder randomSaid(Random random, int i) {
        Customer.Builder said = said("c" + i).email(EmailAddress.of("p" + random.nextInt(20) + "@example.org"));
        if (random.nextBoolean()) {
            said.name(PersonName.full("Name " + random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            said.language(random.nextBoolean() ? Locale.FRENCH : Locale.GERMAN);
        }
        return said;
    }
}
