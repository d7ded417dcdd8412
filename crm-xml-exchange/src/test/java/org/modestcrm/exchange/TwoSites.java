package org.modestcrm.exchange;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.exchangelog.InMemorySentMessages;

/** A shop for flowers that tells a shop for gardens of its customers, under an agreement both have. */
final class TwoSites {
    static final Instant NOW = Instant.parse("2026-11-05T09:30:00Z");
    static final KeyPair EC = keys("EC");
    static final KeyPair RSA = keys("RSA");
    static final KeyPair ED25519 = keys("Ed25519");
    static final PairKey PAIR = PairKey.of("k1", secret(7));

    final Crm flowers = Crm.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    final Crm garden = Crm.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    final InMemoryExchangeJournal sentJournal = new InMemoryExchangeJournal();
    final InMemorySentMessages sent = new InMemorySentMessages();
    final InMemoryExchangeJournal received = new InMemoryExchangeJournal();

    static byte[] secret(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return secret;
    }

    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PartyKey partyKey(KeyPair pair) {
        return new PartyKey("f1", pair.getPublic(), NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(30)));
    }

    static Agreement agreement(KeyPair... keys) {
        return agreement(EnumSet.allOf(ProfileField.class), keys);
    }

    static Agreement agreement(EnumSet<ProfileField> fields, KeyPair... keys) {
        return Agreement.builder("flowers-garden", 3)
                .validity(NOW.minus(Duration.ofDays(300)), NOW.plus(Duration.ofDays(300)))
                .party("flowers", Stream.of(keys).map(TwoSites::partyKey).toList())
                .party("garden", List.of())
                .share("flowers", Purpose.OFFERS, fields)
                .require(Purpose.PARTNER_SHARING)
                .build();
    }

    void customer(String id) {
        flowers.record(Customer.builder(CustomerId.of(id))
                .name(PersonName.of("Ada", "Byron " + id))
                .email(EmailAddress.of("ada" + id + "@example.org"))
                .build());
        says(id, ConsentStatus.GRANTED, NOW.minusSeconds(60));
    }

    void says(String id, ConsentStatus status, Instant at) {
        flowers.record(Consent.builder(CustomerId.of(id), Channel.WEB, Purpose.PARTNER_SHARING)
                .status(status)
                .at(at)
                .build());
    }

    MessageExport export(Agreement agreement, KeyPair keys) {
        return MessageExport.builder(flowers, sentJournal, sent)
                .agreement("flowers", agreement)
                .keys(PAIR, SigningKey.of(keys.getPrivate()))
                .purpose(Purpose.OFFERS)
                .partBytes(2000)
                .build();
    }

    MessageExport.MadeMessage full(Path folder) {
        return full(export(agreement(EC), EC), NOW, folder);
    }

    MessageExport.MadeMessage full(MessageExport export, Instant asOf, Path folder) {
        return export.full(flowers.customers().all().map(Customer::id), asOf, 10, folder);
    }

    ProfileImport imports() {
        return imports(agreement(EC));
    }

    ProfileImport imports(Agreement agreement) {
        return imports(agreement, NOW.plusSeconds(60));
    }

    ProfileImport imports(Agreement agreement, Instant at) {
        return ProfileImport.builder(received, ProfileTarget.into(garden))
                .clock(Clock.fixed(at, ZoneOffset.UTC))
                .agreement("garden", agreement)
                .build();
    }
}
