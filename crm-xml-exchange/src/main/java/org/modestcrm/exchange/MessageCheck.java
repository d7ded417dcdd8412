package org.modestcrm.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Purpose;

/** Says whether a manifest is the sender's, for us, under an agreement that holds, and in time; in this order. */
final class MessageCheck {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final String site;
    private final Map<String, Agreement> agreements;
    private final Instant now;

    MessageCheck(String site, Map<String, Agreement> agreements, Instant now) {
        this.site = site;
        this.agreements = agreements;
        this.now = now;
    }

    /** Verifies the signature before a single value is believed. */
    VerifiedMessage verify(byte[] bytes, byte @Nullable [] detached, String name) throws Fault {
        if (bytes.length > SmallDocument.LIMITS.documentBytes()) {
            throw fault(ProblemCode.PX_LIMIT, name, "manifest of more than 1 MiB (expected: less)");
        }
        EnvelopedSignature enveloped = detached == null ? EnvelopedSignature.of(bytes, name, "manifest") : null;
        byte[] signed = enveloped == null ? bytes : enveloped.document();
        Manifest claimed = ManifestDocument.read(signed, name);
        Agreement agreement = agreement(claimed, name);
        boolean authentic = agreement.keys(claimed.route().from()).stream()
                .filter(key -> key.holdsAt(claimed.validity().at()))
                .anyMatch(key -> enveloped == null ? signedBy(key, bytes, detached) : enveloped.isBy(key));
        if (!authentic) {
            throw fault(
                    ProblemCode.PX_SIGNATURE,
                    name,
                    "signature: made by no key of " + claimed.route().from()
                            + " (expected: one the agreement names for "
                            + claimed.validity().at() + ")");
        }
        checkUse(claimed, agreement, name);
        return new VerifiedMessage(
                claimed, agreement, Digest.hex(Digest.sha256().digest(bytes)));
    }

    /** A detached signature is of the file as it is, in base64, made with Ed25519. */
    private static boolean signedBy(PartyKey key, byte[] bytes, byte @Nullable [] detached) {
        if (detached == null) {
            return false;
        }
        try {
            byte[] value = Base64.getDecoder().decode(new String(detached, StandardCharsets.US_ASCII).strip());
            return key.verifies(SignatureAlgorithm.ED25519, bytes, value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Agreement agreement(Manifest claimed, String name) throws Fault {
        Manifest.Route route = claimed.route();
        Agreement agreement = agreements.get(route.agreement());
        boolean known = agreement != null
                && agreement.revision() == route.revision()
                && agreement.parties().contains(route.from());
        if (agreement == null || !known || !agreement.holdsAt(now)) {
            throw fault(
                    ProblemCode.PX_AGREEMENT,
                    name,
                    "agreement " + route.agreement() + ", revision " + route.revision() + ", with " + route.from()
                            + ": none that holds (expected: one given to the import, valid at " + now + ")");
        }
        return agreement;
    }

    private void checkUse(Manifest manifest, Agreement agreement, String name) throws Fault {
        Manifest.Route route = manifest.route();
        if (!route.to().equals(site)
                || route.from().equals(site)
                || !agreement.parties().contains(site)) {
            throw fault(ProblemCode.PX_RECIPIENT, name, "message for " + route.to() + " (expected: for " + site + ")");
        }
        Manifest.Validity validity = manifest.validity();
        if (!now.isBefore(validity.until()) || validity.at().isAfter(now.plus(SKEW))) {
            throw fault(
                    ProblemCode.PX_EXPIRED,
                    name,
                    "message of " + validity.at() + " until " + validity.until()
                            + " (expected: taken in between, it is " + now + ")");
        }
        Optional<Purpose> stray = manifest.purposes().stream()
                .filter(purpose -> !agreement.names(route.from(), purpose))
                .findFirst();
        if (stray.isPresent()) {
            throw fault(
                    ProblemCode.PX_AGREEMENT,
                    name,
                    "purpose " + stray.get() + " of " + route.from() + " (expected: one the agreement shares for)");
        }
        checkSize(manifest.parts(), agreement.limits(), name);
    }

    private static void checkSize(List<Manifest.Part> parts, Agreement.Limits limits, String name) throws Fault {
        long bytes = parts.stream().mapToLong(Manifest.Part::bytes).reduce(0, MessageCheck::capped);
        long records = parts.stream()
                .mapToLong(part -> capped(part.records(), part.gone()))
                .reduce(0, MessageCheck::capped);
        if (bytes > limits.bytes() || records > limits.records()) {
            throw fault(
                    ProblemCode.PX_LIMIT,
                    name,
                    "message of " + bytes + " bytes and " + records + " records (expected: at most " + limits.bytes()
                            + " and " + limits.records() + ", as agreed)");
        }
    }

    private static long capped(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static Fault fault(ProblemCode code, String name, String sentence) {
        return new Fault(new ExchangeProblem(code, new Place(name, 0, 0, "", ""), sentence));
    }
}
