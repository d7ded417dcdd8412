package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ImportedProfile;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.exchangelog.ReceivedMessage;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.Tombstone;

/** Imports that die at every write and are run again. */
class CrashTest {
    @TempDir
    private Path folder;

    @Test
    void an_import_that_dies_at_any_write_comes_to_the_same_end_when_it_is_run_again() {
        TwoSites sites = new TwoSites();
        for (int i = 1; i <= 30; i++) {
            sites.customer("c" + i);
        }
        Path manifest = sites.full(folder).manifest();
        Site undisturbed = new Site(Integer.MAX_VALUE);
        String receipt = undisturbed.take(manifest).toXml();
        int writes = undisturbed.writes;

        for (int failAt = 1; failAt <= writes; failAt++) {
            Site site = new Site(failAt);
            Receipt again = null;
            for (int run = 0; again == null; run++) {
                assertThat(run).isLessThan(2);
                again = site.tryToTake(manifest).orElse(null);
            }
            assertThat(again.toXml()).as("failure at write %s", failAt).isEqualTo(receipt);
            assertThat(site.state()).isEqualTo(undisturbed.state());
        }
        assertThat(writes).isGreaterThan(60);
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A site whose process dies once, before or after its n-th write. */
    private static final class Site implements ExchangeJournal {
        private final Crm crm = Crm.inMemory(Clock.fixed(TwoSites.NOW, ZoneOffset.UTC));
        private final InMemoryExchangeJournal kept = new InMemoryExchangeJournal();
        private final int failAt;
        private int writes;

        Site(int failAt) {
            this.failAt = failAt;
        }

        Receipt take(Path manifest) {
            return ProfileImport.builder(this, counting(ProfileTarget.into(crm)))
                    .clock(Clock.fixed(TwoSites.NOW, ZoneOffset.UTC))
                    .agreement("garden", TwoSites.agreement(TwoSites.EC))
                    .build()
                    .take(manifest)
                    .receipt();
        }

        Optional<Receipt> tryToTake(Path manifest) {
            try {
                return Optional.of(take(manifest));
            } catch (Died died) {
                return Optional.empty();
            }
        }

        List<String> state() {
            return crm.customers().all().map(CrashTest::told).collect(Collectors.toList());
        }

        private void write(Runnable write) {
            writes++;
            if (writes == failAt && failAt % 2 == 0) {
                throw new Died();
            }
            write.run();
            if (writes == failAt) {
                throw new Died();
            }
        }

        private ProfileTarget counting(ProfileTarget target) {
            return new ProfileTarget() {
                @Override
                public CustomerId admit(String partner, Profile profile) {
                    CustomerId[] customer = new CustomerId[1];
                    write(() -> customer[0] = target.admit(partner, profile));
                    return customer[0];
                }

                @Override
                public void update(CustomerId customer, String partner, Profile profile) {
                    write(() -> target.update(customer, partner, profile));
                }

                @Override
                public void forget(CustomerId customer, String partner, Tombstone tombstone) {
                    write(() -> target.forget(customer, partner, tombstone));
                }
            };
        }

        @Override
        public Optional<ReceivedMessage> received(String partner, String messageId) {
            return kept.received(partner, messageId);
        }

        @Override
        public ReceivedMessage record(ReceivedMessage message) {
            write(() -> kept.record(message));
            return message;
        }

        @Override
        public Optional<ImportedProfile> imported(String partner, ProfileId id) {
            return kept.imported(partner, id);
        }

        @Override
        public void record(ImportedProfile profile) {
            write(() -> kept.record(profile));
        }

        @Override
        public Optional<Tombstone> tombstone(String partner, ProfileId id) {
            return kept.tombstone(partner, id);
        }

        @Override
        public void record(String partner, Tombstone tombstone) {
            write(() -> kept.record(partner, tombstone));
        }

        @Override
        public List<Recipient> recipients(CustomerId customer) {
            return kept.recipients(customer);
        }

        @Override
        public void record(CustomerId customer, Recipient recipient) {
            kept.record(customer, recipient);
        }
    }

    private static String told(Customer customer) {
        return customer.id() + " " + customer.name() + " "
                + customer.contactPoints().size() + " " + customer.identifiers().size();
    }
}
