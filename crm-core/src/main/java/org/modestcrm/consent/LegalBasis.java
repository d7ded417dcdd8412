package org.modestcrm.consent;

/** On what ground personal data is used, by article 6 of the GDPR. */
public enum LegalBasis {
    /** The person agreed. */
    CONSENT,
    /** A contract with the person needs it. */
    CONTRACT,
    /** A law demands it. */
    LEGAL_OBLIGATION,
    /** Somebody's life depends on it. */
    VITAL_INTERESTS,
    /** A public task needs it. */
    PUBLIC_TASK,
    /** The shop has an interest that outweighs the person's. */
    LEGITIMATE_INTERESTS
}
