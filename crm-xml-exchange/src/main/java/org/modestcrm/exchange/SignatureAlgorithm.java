package org.modestcrm.exchange;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** How manifests are signed. There are no others: what is weaker, or takes its key from the message, is not known here. */
public enum SignatureAlgorithm {
    /** ECDSA on the curve P-256 with SHA-256: what most partners can do. */
    ECDSA_P256("ECDSA-P256", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "EC"),
    /** RSASSA-PSS with SHA-256, of 2048 bits or more. */
    RSA_PSS("RSA-PSS", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", "RSA"),
    /** Ed25519 (RFC 8032). */
    ED25519("Ed25519", "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519", "Ed25519");

    private static final int MIN_RSA_BITS = 2048;

    private final String word;
    private final String uri;
    private final String keyAlgorithm;

    SignatureAlgorithm(String word, String uri, String keyAlgorithm) {
        this.word = word;
        this.uri = uri;
        this.keyAlgorithm = keyAlgorithm;
    }

    String uri() {
        return uri;
    }

    /** The one algorithm a key is for: nobody chooses another with it. */
    static SignatureAlgorithm of(Key key) {
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() == 256) {
            return ECDSA_P256;
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return RSA_PSS;
        }
        if (key instanceof EdECKey ed && ed.getParams().getName().equals("Ed25519")) {
            return ED25519;
        }
        throw new IllegalArgumentException("key of algorithm " + key.getAlgorithm()
                + " (expected: EC on P-256, RSA of 2048 bits or more, or Ed25519)");
    }

    /** The public key of its X.509 bytes; empty when they are none of this algorithm. */
    Optional<PublicKey> decode(byte[] x509) {
        try {
            PublicKey key = KeyFactory.getInstance(keyAlgorithm).generatePublic(new X509EncodedKeySpec(x509));
            return of(key) == this ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature = signature();
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new ExchangeException("cannot sign with " + this + " (" + e.getMessage() + ")", e);
        }
    }

    boolean verifies(PublicKey key, byte[] bytes, byte[] value) {
        try {
            Signature signature = signature();
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        return switch (this) {
            case ECDSA_P256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case ED25519 -> Signature.getInstance("Ed25519");
            case RSA_PSS -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield pss;
            }
        };
    }

    /**
     * The word that stands in agreements.
     *
     * @return such as {@code ECDSA-P256}
     */
    @Override
    public String toString() {
        return word;
    }
}
