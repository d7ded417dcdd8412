package org.modestcrm.value;

/** Says that the data cannot carry the answer asked for, and why. */
public final class ValueRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    ValueRefusedException(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    /**
     * The reason, for programs.
     *
     * @return never null
     */
    public Refusal refusal() {
        return refusal;
    }
}
