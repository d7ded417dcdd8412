package org.modestcrm.contact;

/**
 * Why a customer may not be contacted.
 *
 * @param code stable, for programs
 * @param reason a sentence for people; names rules, never personal data
 */
public record Refusal(Code code, String reason) {
    /** The reasons there are. */
    public enum Code {
        /** The customer has not allowed this purpose on this channel. */
        CONSENT_MISSING,
        /** The person was erased. */
        ERASED,
        /** The person's data may not be used for now. */
        RESTRICTED,
        /** There is no address on this channel. */
        NO_ADDRESS,
        /** Every address on this channel bounced or is blocked. */
        UNDELIVERABLE,
        /** Every address that takes messages is one nobody writes to any more. */
        SUPPRESSED,
        /** The customer likes other channels and said so; this one is not among them. */
        NOT_PREFERRED,
        /** The customer is not worth enough to the shop for that. */
        VALUE_TOO_LOW,
        /** Nobody is there to do it. */
        UNAVAILABLE,
        /** A cap is full: for good when refused, for a while when deferred. */
        FREQUENCY_CAP,
        /** It is night at the customer's. */
        QUIET_HOURS
    }
}
