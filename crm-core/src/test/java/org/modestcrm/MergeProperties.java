package org.modestcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modestcrm.Shop.CLAIRE;
import static org.modestcrm.Shop.call;
import static org.modestcrm.Shop.customer;
import static org.modestcrm.Shop.id;
import static org.modestcrm.Shop.minute;
import static org.modestcrm.Shop.newsletter;
import static org.modestcrm.Shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Preference;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;

/** Random shops, of whose customers two at a time are merged and told apart again. */
class MergeProperties {
    private static final int ROUNDS = Boolean.getBoolean("modestcrm.long") ? 1_000 : 10;
    private static final int CUSTOMERS = 12;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_merge_taken_back_leaves_everything_of_both_sides_what_it_was(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Crm crm = randomShop(random);
            int undone = 0;
            for (int step = 0; step < 20; step++) {
                CustomerId one = id("c" + random.nextInt(CUSTOMERS));
                CustomerId other = id("c" + random.nextInt(CUSTOMERS));
                List<Object> before = everything(crm);
                if (crm.customers().idsOf(one).contains(other) || !merged(crm, one, other)) {
                    continue;
                }
                assertUnited(crm, one, other);
                if (random.nextInt(3) > 0) {
                    crm.unmerge(one, other, CLAIRE);
                    undone++;
                    assertThat(everything(crm))
                            .as("seed %s, round %s, step %s", seed, round, step)
                            .isEqualTo(before);
                }
            }
            assertThat(undone).isPositive();
        }
    }

    private static boolean merged(Crm crm, CustomerId one, CustomerId other) {
        try {
            crm.merge(one, other, CLAIRE);
            return true;
        } catch (IllegalArgumentException toldApart) {
            assertThat(toldApart).hasMessageContaining("were told apart");
            return false;
        }
    }

    private static void assertUnited(Crm crm, CustomerId one, CustomerId other) {
        assertThat(crm.customers().find(one)).isEqualTo(crm.customers().find(other));
        assertThat(crm.timeline(one).last(1000)).isEqualTo(crm.timeline(other).last(1000));
        assertThat(crm.customers().find(one).orElseThrow().id())
                .isEqualTo(crm.unified(one).orElseThrow().customer().id());
    }

    /** All that is shown of every customer: profile, origins, timeline, consents, decisions. */
    private static List<Object> everything(Crm crm) {
        List<Object> all = new ArrayList<>();
        all.add(crm.customers().all().toList());
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerId id = id("c" + i);
            all.add(crm.customers().find(id));
            all.add(crm.customers().idsOf(id));
            all.add(crm.unified(id));
            all.add(crm.timeline(id).last(1000));
            all.add(crm.consents().history(crm.customers().idsOf(id)));
            all.add(mayContact(crm, id));
            all.add(crm.find("mail" + i + "@example.org"));
        }
        return all;
    }

    private static ContactDecision mayContact(Crm crm, CustomerId id) {
        return crm.mayContact(id, Channel.EMAIL, Purpose.NEWSLETTER, minute(100_000));
    }

    private static Crm randomShop(Random random) {
        Crm crm = Crm.inMemory(new Shop());
        for (int i = 0; i < CUSTOMERS; i++) {
            crm.record(SourceRecord.of(
                    RecordKey.of("s" + random.nextInt(3), "r" + i), said(random, i), minute(random.nextInt(500))));
            for (int n = random.nextInt(4); n > 0; n--) {
                int minute = random.nextInt(1000);
                crm.record(order(i + "-" + n, minute).customer(id("c" + i)).build());
                crm.record(call(i + "-" + n, "c" + i, random.nextInt(1000)).build());
                ConsentStatus status = ConsentStatus.values()[random.nextInt(4)];
                crm.record(newsletter("c" + i, status, random.nextInt(1000)).build());
            }
        }
        return crm;
    }

    private static Customer said(Random random, int i) {
        Customer.Builder said = customer("c" + i).email(EmailAddress.of("mail" + random.nextInt(20) + "@example.org"));
        maybe(random).ifPresent(n -> said.name(PersonName.full("Name " + n)));
        maybe(random).ifPresent(n -> said.language(n % 2 == 0 ? Locale.FRENCH : Locale.GERMAN));
        maybe(random).ifPresent(n -> said.address(PostalAddress.ofCountry(n % 2 == 0 ? "FR" : "BE")));
        maybe(random).ifPresent(n -> said.attribute(Attribute.text("size"), "size " + n));
        maybe(random)
                .ifPresent(
                        n -> said.preference(Preference.stated("colour", List.of("colour " + n), "page", minute(n))));
        return said.build();
    }

    private static Optional<Integer> maybe(Random random) {
        return random.nextBoolean() ? Optional.of(random.nextInt(4)) : Optional.empty();
    }
}
