package org.modestcrm.exchange;

/**
 * What taking in a message came to.
 *
 * @param receipt the answer for the sender
 * @param isRepeated whether the very same message had been taken in before: nothing was changed, the answer is the first one
 */
public record ImportResult(Receipt receipt, boolean isRepeated) {
    /**
     * How many profiles were made or changed by this call.
     *
     * @return 0 when the message was taken in before
     */
    public long accepted() {
        return isRepeated ? 0 : receipt.counts().accepted();
    }
}
