package org.modestcrm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;

class ConsentLedgerProperties {
    private static final int ROUNDS = Boolean.getBoolean("modestcrm.long") ? 100_000 : 1_000;
    private static final CustomerId ALICE = CustomerId.of("17");
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final String TOKEN = "a-secret-nobody-guesses";

    private static Consent.Builder consent(Channel channel, ConsentStatus status, Instant at) {
        return Consent.builder(ALICE, channel, Purpose.NEWSLETTER)
                .status(status)
                .at(at);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void the_state_at_a_moment_is_what_replaying_the_ledger_to_it_gives(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Consent> said = said(random);
            InMemoryConsentLedger ledger = new InMemoryConsentLedger();
            List<Consent> shuffled = new ArrayList<>(said);
            Collections.shuffle(shuffled, random);
            ledger.recordAll(shuffled);
            Instant asOf = NINE.plusSeconds(random.nextInt(70));

            boolean expected = replay(said, asOf);

            assertThat(ledger.isGranted(ALICE, Channel.EMAIL, Purpose.NEWSLETTER, asOf))
                    .as("seed %s: %s as of %s", seed, said, asOf)
                    .isEqualTo(expected);
        }
    }

    /** Statements at moments of their own, so that their order is what their times say. */
    private static List<Consent> said(Random random) {
        List<Consent> said = new ArrayList<>();
        for (int second = 0; second < 60; second += 1 + random.nextInt(20)) {
            Channel channel = random.nextInt(4) == 0 ? Channel.SMS : Channel.EMAIL;
            ConsentStatus status = ConsentStatus.values()[random.nextInt(4)];
            Consent.Builder consent = consent(channel, status, NINE.plusSeconds(second));
            said.add(
                    random.nextBoolean()
                            ? consent.build()
                            : consent.expiresAt(NINE.plusSeconds(second + 1 + random.nextInt(30)))
                                    .build());
        }
        return said;
    }

    private static boolean replay(List<Consent> said, Instant asOf) {
        boolean granted = false;
        Instant until = Instant.MAX;
        for (Consent consent : said) {
            if (consent.channel().equals(Channel.EMAIL) && !consent.at().isAfter(asOf)) {
                granted = consent.status() == ConsentStatus.GRANTED;
                until = consent.expiresAt().orElse(Instant.MAX);
            }
        }
        return granted && asOf.isBefore(until);
    }

    @Test
    void the_owner_of_the_address_confirms_with_the_token() {
        Consent asked = DoubleOptIn.asked(
                consent(Channel.EMAIL, ConsentStatus.GRANTED, NINE)
                        .address("alice@example.org")
                        .wording("2026-01")
                        .legalBasis(LegalBasis.CONSENT)
                        .build(),
                TOKEN,
                NINE.plusSeconds(100));

        Optional<Consent> confirmed = DoubleOptIn.confirmed(List.of(asked), TOKEN, NINE.plusSeconds(99));

        assertThat(asked.status()).isEqualTo(ConsentStatus.PENDING);
        assertThat(asked.proof()).doesNotContain(TOKEN);
        assertThat(confirmed.orElseThrow().allowsAt(NINE.plusSeconds(1000))).isTrue();
        assertThat(confirmed.get().method()).isEqualTo("double-opt-in");
        assertThat(confirmed.get().wording()).isEqualTo("2026-01");
        assertThat(confirmed.get().legalBasis()).contains(LegalBasis.CONSENT);
        assertThat(confirmed.get().address()).contains("alice@example.org");
    }

    @Test
    void a_token_that_is_wrong_late_or_overtaken_confirms_nothing() {
        Consent asked = DoubleOptIn.asked(
                consent(Channel.EMAIL, ConsentStatus.PENDING, NINE).build(), TOKEN, NINE.plusSeconds(100));
        Consent refused = consent(Channel.EMAIL, ConsentStatus.DENIED, NINE.plusSeconds(10))
                .build();

        assertThat(DoubleOptIn.confirmed(List.of(asked), "another-secret-of-it", NINE.plusSeconds(1)))
                .isEmpty();
        assertThat(DoubleOptIn.confirmed(List.of(asked), TOKEN, NINE.plusSeconds(100)))
                .isEmpty();
        assertThat(DoubleOptIn.confirmed(List.of(asked, refused), TOKEN, NINE.plusSeconds(20)))
                .isEmpty();
        assertThatThrownBy(() -> DoubleOptIn.asked(asked, "short", NINE.plusSeconds(9)))
                .hasMessage("token of 5 characters (expected: a secret of 16 or more)");
    }
}
