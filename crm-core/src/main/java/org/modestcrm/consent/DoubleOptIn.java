package org.modestcrm.consent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Consent in two steps: somebody asks for it, and the owner of the address confirms by a secret sent there. The ledger
 * keeps a digest of the secret only. Stateless.
 *
 * <pre>{@code
 * crm.record(DoubleOptIn.asked(consent, token, now.plus(Duration.ofDays(3))));   // the token goes out by mail
 * DoubleOptIn.confirmed(crm.consents().history(customer), token, now).ifPresent(crm::record);
 * }</pre>
 */
public final class DoubleOptIn {
    private static final String METHOD = "double-opt-in";

    private DoubleOptIn() {}

    /**
     * The first step: what was asked for, pending.
     *
     * @param consent what was asked for, of any status
     * @param token a secret of 16 characters or more, sent to the address
     * @param until when the token is no longer taken
     * @return the statement to record
     */
    public static Consent asked(Consent consent, String token, Instant until) {
        if (token.length() < 16) {
            throw new IllegalArgumentException(
                    "token of " + token.length() + " characters (expected: a secret of 16 or more)");
        }
        return consent.toBuilder()
                .status(ConsentStatus.PENDING)
                .expiresAt(until)
                .proof(digest(token))
                .build();
    }

    /**
     * The second step: the owner of the address came with the token.
     *
     * @param history what the customer said so far, by time
     * @param token the token
     * @param at when
     * @return the statement to record; empty when the token is unknown, too old, used, or something else was said since
     */
    public static Optional<Consent> confirmed(List<Consent> history, String token, Instant at) {
        String proof = digest(token);
        return history.stream()
                .filter(asked -> asked.status() == ConsentStatus.PENDING
                        && asked.proof().equals(proof)
                        && !asked.at().isAfter(at)
                        && asked.expiresAt().filter(until -> until.isAfter(at)).isPresent())
                .reduce((earlier, later) -> later)
                .filter(asked -> history.stream()
                        .filter(said -> said.isAboutSameAs(asked))
                        .reduce((earlier, later) -> later)
                        .filter(asked::equals)
                        .isPresent())
                .map(asked -> granted(asked, at));
    }

    private static Consent granted(Consent asked, Instant at) {
        Consent.Builder granted = Consent.builder(asked.customer(), asked.channel(), asked.purpose())
                .status(ConsentStatus.GRANTED)
                .at(at)
                .method(METHOD)
                .wording(asked.wording())
                .proof(asked.proof());
        asked.address().ifPresent(granted::address);
        asked.legalBasis().ifPresent(granted::legalBasis);
        return granted.build();
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }
}
