package org.modestcrm.email;

/**
 * What a worker does with a mail that was handed over and never answered for: the connection broke after its last byte, or the
 * worker died at it. No protocol can tell whether the server has it.
 */
public enum WhenUnknown {
    /** It is sent again, with the same Message-ID: never lost, in rare cases twice. */
    SEND_AGAIN,
    /** It is held and reported: never twice, in rare cases late. */
    HOLD
}
