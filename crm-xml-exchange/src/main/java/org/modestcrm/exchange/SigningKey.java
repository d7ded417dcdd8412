package org.modestcrm.exchange;

import java.security.PrivateKey;

/** The private key a site signs its manifests with; the key decides the algorithm. Immutable, thread-safe. */
public final class SigningKey {
    private final PrivateKey key;
    private final SignatureAlgorithm algorithm;

    private SigningKey(PrivateKey key, SignatureAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * A key; its public half stands in the agreement.
     *
     * @param key EC on P-256, RSA of 2048 bits or more, or Ed25519
     * @return the signing key
     * @throws IllegalArgumentException when it is of another kind
     */
    public static SigningKey of(PrivateKey key) {
        return new SigningKey(key, SignatureAlgorithm.of(key));
    }

    /**
     * How it signs.
     *
     * @return never null
     */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    byte[] sign(byte[] bytes) {
        return algorithm.sign(key, bytes);
    }

    /** The algorithm only. */
    @Override
    public String toString() {
        return "signing key of " + algorithm;
    }
}
