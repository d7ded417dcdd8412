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
        /** There is no address on this channel. */
        NO_ADDRESS,
        /** Every address on this channel bounced or is blocked. */
        UNDELIVERABLE,
        /** A cap is full: for good when refused, for a while when deferred. */
        FREQUENCY_CAP,
        /** It is night at the customer's. */
        QUIET_HOURS
    }
}
