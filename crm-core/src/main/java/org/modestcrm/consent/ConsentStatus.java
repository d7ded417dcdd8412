package org.modestcrm.consent;

/** What a customer said about being contacted. */
public enum ConsentStatus {
    /** Asked, and the confirmation is awaited (double opt-in): not allowed yet. */
    PENDING,
    /** Allowed. */
    GRANTED,
    /** Asked and refused. */
    DENIED,
    /** Allowed once and taken back. */
    WITHDRAWN
}
