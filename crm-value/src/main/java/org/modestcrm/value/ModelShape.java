package org.modestcrm.value;

/** Which likelihood: the family, how regularly customers buy, and the unit of time. */
record ModelShape(ModelFamily family, int k, ModelUnit unit) {
    ModelShape {
        if (k < 1 || k > 20 || k > 1 && !family.isRegular()) {
            throw new IllegalArgumentException("k: " + k + " (expected: 1 for " + family + ", 1 to 20 for MBG_CNBD_K)");
        }
    }
}
