package org.modestcrm.customer;

/**
 * Somebody else saved the same thing in between. Read it again, apply the change to what is there now, save again; or let
 * {@link CustomerStore#update} do so.
 */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A conflict.
     *
     * @param what the thing, by its id
     * @param expected the version the caller had read; 0 for none
     * @param found the version that is stored; 0 for none
     */
    public ConflictException(String what, long expected, long found) {
        super(what + ": version " + found + " is stored (expected: " + expected
                + "); read it again and repeat the change");
    }
}
