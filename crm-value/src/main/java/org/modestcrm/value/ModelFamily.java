package org.modestcrm.value;

import java.util.List;

/** The purchase models. In all of them customers buy at rates that differ from one to the other (gamma distributed). */
public enum ModelFamily {
    /** Nobody ever leaves; with k above 1 customers buy at regular times. Parameters r, alpha. */
    NBD,
    /**
     * Customers may leave after every repeat purchase (Fader, Hardie, Lee, Marketing Science 24, 2005). One-time buyers
     * count as there for ever: for comparison with published figures only. Parameters r, alpha, a, b.
     */
    BG_NBD,
    /** Customers may leave after every purchase, the first too (Batislam, Denizel, Filiztekin, IJRM 24, 2007). */
    MBG_NBD,
    /** The same with regular times between purchases (Reutterer, Platzer, Schroeder, IJRM 38, 2021). The usual choice. */
    MBG_CNBD_K;

    boolean leaves() {
        return this != NBD;
    }

    boolean isRegular() {
        return this == NBD || this == MBG_CNBD_K;
    }

    /** How many chances to leave lie before the last purchase, beyond one for each repeat. */
    int chancesAtFirst() {
        return this == BG_NBD ? 0 : 1;
    }

    List<String> parameterNames() {
        return leaves() ? List.of("r", "alpha", "a", "b") : List.of("r", "alpha");
    }
}
